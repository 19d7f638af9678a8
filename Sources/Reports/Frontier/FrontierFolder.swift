/// A frontier as a folder of files, there whole or not at all.
package enum FrontierFolder {
    static let kind = WholeFolder.Kind(
        title: "folder of the frontier", content: "frontier", mark: "frontier.json", schema: "\"hubplan-frontier/",
        names: ["frontier.csv", "hubs.csv", "frontier.json", "frontier.svg", "frontier.html"])

    /// A folder that holds an earlier frontier is replaced, and what people put into it stays; any
    /// other folder in the way is left alone and named.
    package static func write(_ record: FrontierRecord, to path: String) throws {
        try WholeFolder.write(kind, to: path) { folder in
            try folder.put(FrontierTables.steps(record).csv, as: "frontier.csv")
            try folder.put(FrontierTables.hubs(record).csv, as: "hubs.csv")
            try folder.put(record.json, as: "frontier.json")
            try folder.put(FrontierChart(record).svg.text + "\n", as: "frontier.svg")
            try folder.put(FrontierPage.html(record), as: "frontier.html")
        }
    }

    /// Finds out before a long solve whether the folder can be written to a path; leaves no trace.
    /// - Throws: `ReportError` when it cannot.
    package static func check(_ path: String) throws { try WholeFolder.check(kind, path) }
}
