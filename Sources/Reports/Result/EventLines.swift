internal import Foundation
package import HubModel

/// `events.jsonl`: the steps of a solve, one JSON object a line, without what changes from run to run.
package enum EventLines {
    static func text(_ events: [SolveEvent]) -> String {
        events.map { json($0).compact + "\n" }.joined()
    }

    private static func json(_ event: SolveEvent) -> JSON {
        .object([
            ("stage", .text(event.stage)),
            ("service", event.service.isEmpty ? .null : .text(event.service)),
            ("incumbent", .optional(event.incumbent, JSON.whole)),
            ("bound", .optional(event.bound, JSON.whole)),
            ("gap", .optional(event.gap, JSON.number)),
            ("nodes", .whole(event.nodes)),
            ("open", .whole(event.open)),
            ("work", .whole(event.work)),
            ("checkpoint", .whole(event.checkpoint)),
        ])
    }

    private struct Line: Decodable {
        var stage: String
        var service: String?
        var incumbent: Int64?
        var bound: Int64?
        var nodes: Int
        var open: Int
        var work: Int64
        var checkpoint: Int
    }

    /// Reads what `text` wrote.
    /// - Throws: `ReportError` naming the line that is no event.
    package static func read(_ text: String) throws -> [SolveEvent] {
        try text.split(separator: "\n").enumerated().map { index, line in
            guard let event = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)) else {
                throw ReportError("Line \(index + 1) of events.jsonl is no step of a solve: solve the study again.")
            }
            return SolveEvent(
                service: event.service ?? "", stage: event.stage, incumbent: event.incumbent, bound: event.bound,
                work: event.work, nodes: event.nodes, open: event.open, checkpoint: event.checkpoint, seconds: 0)
        }
    }
}
