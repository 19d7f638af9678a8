internal import Regions
internal import Yams

/// The timetable that buses run by: `timetable: {date: 2026-06-20}`, another feed, or `timetable: none`.
enum TimetableChange: ScenarioChange {
    static let key = "timetable"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        let path = ["travel", "timetable"]
        if !value.isMapping {
            guard try value.text() == "none" else {
                throw value.failure(
                    "'\(try value.text())' is no timetable. Write {file: feed.zip, date: 2026-06-16} or none.")
            }
            study[path] = nil
            if study.names(at: ["travel"]).isEmpty { study[["travel"]] = nil }
            return "no buses run"
        }
        let fields = try value.fields(named: ["file", "date", "licence"])
        for name in ["file", "date", "licence"] {
            if let field = fields[name] { study[path + [name]] = field.node }
        }
        let words = try [("file", "by"), ("date", "of")].compactMap { name, word in
            try fields[name].map { "\(word) \(try $0.text())" }
        }
        guard !words.isEmpty else { throw value.failure("name a feed, a date or both: {date: 2026-06-16}.") }
        return "buses run as they do \(words.joined(separator: " "))"
    }
}
