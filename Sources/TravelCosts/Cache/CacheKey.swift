internal import Digests

/// What a cached result depends on: every input's digest, every parameter, and the version of what made it.
package struct CacheKey: Hashable, Sendable {
    /// SHA-256 as 64 lower-case hexadecimal digits.
    package let digest: String

    /// - Parameters:
    ///   - maker: what made the result and in which version: "streets 3". A new version finds no old entries.
    ///   - inputs: digests of files, names, texts of parameters, each with what it is: order counts.
    package init(maker: String, inputs: [(name: String, value: String)]) {
        var hash = SHA256()
        // With its length before it, no text can be taken for two others.
        for text in [maker] + inputs.flatMap({ [$0.name, $0.value] }) { hash.update("\(text.utf8.count):\(text)") }
        digest = hash.finish()
    }
}
