/// An option set as a folder of files, there whole or not at all.
package enum OptionsFolder {
    private static let kind = WholeFolder.Kind(
        title: "folder of options", content: "option set", mark: "options.json", schema: "\"hubplan-options/",
        names: ["options.csv", "hubs.csv", "places.csv", "options.json", "options.html", "option-#.csv"])

    /// A folder that holds an earlier set is replaced, and what people put into it stays; any
    /// other folder in the way is left alone and named. Each option is also
    /// a list of its own, which `hubplan evaluate` reads.
    package static func write(_ record: OptionsRecord, to path: String) throws {
        try WholeFolder.write(kind, to: path) { folder in
            try folder.put(OptionsTables.options(record).csv, as: "options.csv")
            try folder.put(OptionsTables.hubs(record).csv, as: "hubs.csv")
            try folder.put(OptionsTables.places(record).csv, as: "places.csv")
            try folder.put(record.json, as: "options.json")
            try folder.put(OptionsPage.html(record), as: "options.html")
            for number in record.options.indices {
                try folder.put(OptionsTables.list(number, of: record).csv, as: "option-\(number + 1).csv")
            }
        }
    }

    /// Finds out before a long solve whether the folder can be written to a path; leaves no trace.
    /// - Throws: `ReportError` when it cannot.
    package static func check(_ path: String) throws { try WholeFolder.check(kind, path) }
}
