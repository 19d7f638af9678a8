internal import Foundation
internal import HubModel

/// The files of a run folder, one after another, into a folder that exists.
enum RunFiles {
    static func write(_ view: RunView, into folder: String, assets: String?) throws {
        func put(_ text: String, as name: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
        }
        try put(RunTables.assignments(view).csv, as: "assignments.csv")
        try put(RunTables.groups(view).csv, as: "groups.csv")
        try put(RunTables.hubs(view).csv, as: "hubs.csv")
        try put(ResultDocument.json(view).pretty, as: "result.json")
        try put(Page.html(view, map: nil), as: "report.html")
        if let timing = view.record.timing { try put(TimingDocument.json(timing).pretty, as: "timing.json") }
    }
}
