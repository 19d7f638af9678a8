internal import Foundation

extension StudyDifference {
    /// For other programs.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = Document(
            first: .init(name: first.name, path: first.path), second: .init(name: second.name, path: second.path),
            differences: entries.map { .init(path: $0.path, first: $0.first, second: $0.second, words: $0.words) })
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    private struct Document: Encodable {
        struct Question: Encodable {
            var name: String
            var path: String
        }
        struct Entry: Encodable {
            var path: String
            var first: String?
            var second: String?
            var words: String
        }
        var schema = "hubplan-scenario-difference/1"
        var first: Question
        var second: Question
        var differences: [Entry]
    }
}
