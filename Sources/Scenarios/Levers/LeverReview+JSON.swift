internal import Foundation

extension LeverReview {
    /// For other programs.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = Document(
            name: name,
            rows: rows.map { row in
                .init(
                    kind: row.kind.rawValue, name: row.name, words: row.words, service: row.service,
                    hubsAsTheyAre: row.hubsAsTheyAre.map(Document.Measure.init),
                    hubsPlacedAnew: row.hubsPlacedAnew.map(Document.Measure.init), gap: row.gap)
            },
            sentences: services.flatMap { sentences($0) }, remarks: remarks)
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    private struct Document: Encodable {
        struct Measure: Encodable {
            var children: Int64
            var meanMinutes: Double?
            var reached: Int64
            var getHome: Int64

            init(_ measure: LeverReview.Measure) {
                children = measure.children
                meanMinutes = measure.meanMinutes
                reached = measure.reached
                getHome = measure.getHome
            }
        }
        struct Row: Encodable {
            var kind: String
            var name: String
            var words: String
            var service: String
            var hubsAsTheyAre: Measure?
            var hubsPlacedAnew: Measure?
            var gap: Double?
        }
        var schema = "hubplan-levers/1"
        var name: String
        var rows: [Row]
        var sentences: [String]
        var remarks: [String]
    }
}
