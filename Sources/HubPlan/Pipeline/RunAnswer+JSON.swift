internal import Foundation
internal import HubModel
internal import Reports

extension RunAnswer {
    /// The answer for other programs: what `result.json` holds, or the rules that clash.
    package func json() throws -> String {
        switch outcome {
        case .plan(let record): return ResultDocument.text(record)
        case .infeasible(let why):
            return try Self.encode(
                Clash(
                    schema: ResultDocument.schema, status: .init(code: "infeasible", words: why.sentence),
                    rules: why.rules, relaxations: why.relaxations))
        }
    }

    private struct Clash: Encodable {
        struct Status: Encodable {
            var code: String
            var words: String
        }
        var schema: String
        var status: Status
        var rules: [String]
        var relaxations: [String]
    }

    private static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Whether a folder holds a run.
    package static func isRunFolder(_ folder: String) -> Bool {
        RunFolder.isRun(folder)
    }

    /// Finds out before a long solve whether the run folder can be written after it.
    /// - Throws: a sentence when it cannot.
    package static func checkWritable(_ folder: String) throws {
        try RunFolder.check(folder)
    }
}
