internal import Foundation

/// What became of a batch.
package struct BatchReport: Codable, Hashable, Sendable {
    package let title: String
    /// In the order of the jobs.
    package let ends: [JobEnd]
    /// Wall, of the whole batch.
    package let seconds: Double

    /// - Parameters:
    ///   - title: of the batch.
    ///   - ends: in the order of the jobs.
    ///   - seconds: wall, of the whole batch.
    package init(title: String, ends: [JobEnd], seconds: Double) {
        self.title = title
        self.ends = ends
        self.seconds = seconds
    }

    /// Most letters of a text message.
    private static let mostLetters = 160

    package var failed: [JobEnd] { ends.filter(\.isFailure) }
    package var moved: [JobEnd] { ends.filter(\.isMove) }
    /// Those that somebody stopped the batch before.
    package var stopped: [JobEnd] { ends.filter { $0.outcome == .stopped } }

    /// The whole night in at most 160 letters, plain enough for a text message.
    package var firstLine: String {
        let same = ends.count { $0.outcome == .unchanged }
        let stays = ends.count { ![.unchanged, .stopped].contains($0.outcome) && !$0.isFailure && !$0.isMove }
        var parts: [String] = []
        if !failed.isEmpty { parts.append("\(failed.count) FAILED: \(Self.names(failed.map(\.job)))") }
        if !moved.isEmpty {
            parts.append("\(moved.count) moved: \(Self.names(moved.map { "\($0.job) (\($0.story?.reason ?? ""))" }))")
        }
        if !stopped.isEmpty { parts.append("stopped by hand, \(stopped.count) not answered") }
        if stays > 0 { parts.append("\(stays) answered, nothing moved") }
        if same > 0 { parts.append("\(same) unchanged") }
        let line = "\(title): \(ends.count) \(ends.count == 1 ? "job" : "jobs"), \(parts.joined(separator: "; "))"
        return Self.shortened(line)
    }

    /// The first line, then a line for everything that failed or moved.
    package var text: String {
        var lines = [firstLine]
        for end in ends where end.isFailure { lines.append("\(end.job): \(end.sentence)") }
        for end in ends where !end.isFailure && ![.unchanged, .stopped].contains(end.outcome) {
            let sentences = end.story?.sentences ?? ["Answered for the first time."]
            lines += sentences.map { "\(end.job): \($0)" }
            if end.result == .stoppedShort {
                let gap = Percent.words(end.gap ?? 1)
                lines.append("\(end.job): stopped short of the gap asked for: \(gap) from what was proved.")
            }
        }
        return lines.joined(separator: "\n")
    }

    /// For programs: the first line, and each job's end.
    package func json() throws -> String {
        struct Document: Encodable {
            let schema = "hubplan-batch/1"
            let summary: String
            let seconds: Double
            let jobs: [JobEnd]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = Document(summary: firstLine, seconds: seconds, jobs: ends)
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    private static func names(_ names: [String]) -> String {
        names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
    }

    /// No longer than a text message; one beyond ASCII has room for fewer letters, so it is put in ASCII.
    private static func shortened(_ line: String) -> String {
        let plain = line.map { $0.isASCII ? $0 : "?" }
        return plain.count <= mostLetters ? String(plain) : String(plain.prefix(mostLetters - 3)) + "..."
    }
}
