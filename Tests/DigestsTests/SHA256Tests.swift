import Foundation
import Testing

@testable import Digests

@Suite struct SHA256Tests {
    /// FIPS 180-4 examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func knownAnswers(text: String, digest: String) {
        #expect(SHA256.digest(of: Data(text.utf8)) == digest)
    }

    @Test func piecesGiveTheSameDigestAsTheWhole() {
        var hash = SHA256()
        hash.update("a")
        hash.update("bc")
        #expect(hash.finish() == SHA256.digest(of: Data("abc".utf8)))
    }
}
