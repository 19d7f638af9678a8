internal import Digests
internal import Foundation

/// The bytes of one entry's file: a line of header, then the payload.
///
/// The header is `hubplan-cache 1`, the key, the payload's length and the SHA-256 of key and payload, so that neither a
/// changed byte nor a torn end nor a file under another's name passes for the entry.
enum CacheEntry {
    private static let mark = "hubplan-cache 1"
    /// The header's length is fixed, so that no byte of it can move its end: lengths have 20 digits.
    private static let headerLength = mark.utf8.count + 1 + 64 + 1 + 20 + 1 + 64 + 1

    static func file(_ payload: Data, key: CacheKey) -> Data {
        var file = Data(header(payload, key).utf8)
        file.append(payload)
        return file
    }

    /// The payload; nil when the file is not a whole entry of this key.
    static func payload(of file: Data, key: CacheKey) -> Data? {
        guard file.count >= headerLength else { return nil }
        let payload = Data(file.dropFirst(headerLength))
        return Data(header(payload, key).utf8) == file.prefix(headerLength) ? payload : nil
    }

    private static func header(_ payload: Data, _ key: CacheKey) -> String {
        var hash = SHA256()
        hash.update(key.digest)
        payload.withUnsafeBytes { hash.update($0) }
        let digits = String(payload.count)
        let length = String(repeating: "0", count: 20 - digits.count) + digits
        return "\(mark) \(key.digest) \(length) \(hash.finish())\n"
    }
}
