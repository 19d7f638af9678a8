internal import Foundation
internal import OpenData

/// England's open data for the command line: what is needed, and the package made of it.
package enum EnglandData {
    /// What `hubplan data` prints, in both its forms.
    package struct Answer: Sendable {
        package let text: String
        package let json: String

        init(text: String, of value: some Encodable) throws {
            self.text = text
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            json = String(decoding: try encoder.encode(value), as: UTF8.self)
        }
    }

    /// Every open file that England needs.
    /// - Parameter folder: looked through for them when given.
    package static func list(folder: String?) throws -> Answer {
        let listing = try CatalogueListing(folder: folder)
        return try Answer(text: listing.text, of: listing)
    }

    /// Makes the package from the files in a folder.
    /// - Parameters:
    ///   - folder: that holds the files.
    ///   - path: the package to write.
    ///   - progress: told what is being done, a line at a time.
    package static func build(from folder: String, to path: String, progress: (String) -> Void) throws -> Answer {
        let report = try EnglandPackage.build(from: folder, to: path, progress: progress)
        return try Answer(text: report.text, of: report)
    }
}
