import Foundation

/// A folder that is gone when the test is.
enum Scratch {
    static func folder(_ use: (String) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("hubplan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        try use(url.path)
    }
}
