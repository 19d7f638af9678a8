internal import HubModel

/// A comparison of rules as a folder of files, there whole or not at all.
package enum RuleFolder {
    /// A folder that holds an earlier comparison is replaced, and what people put into it stays; any
    /// other folder in the way is left alone and named.
    package static func write(_ comparison: RuleComparison, to path: String) throws {
        let tables = RuleTables.files(comparison)
        let kind = WholeFolder.Kind(
            title: "folder of rules", content: "comparison of rules", mark: "rules.json",
            schema: "\"hubplan-rule-comparison/",
            names: tables.map { $0.name + ".csv" } + ["datapackage.json", "rules.json", "rules.html"]
                + ["", "-wal", "-shm", "-journal"].map { "rules.gpkg" + $0 })
        try WholeFolder.write(kind, to: path) { folder in
            for table in tables { try folder.put(table.csv, as: table.name + ".csv") }
            let package = TablePackage.json(
                tables.map(\.description), name: "hubplan-rules", title: "Rules of \(comparison.study.name)",
                description: "Rules for double disadvantage side by side, counted by hubplan \(comparison.version). "
                    + CSVText.guardNote)
            try folder.put(package, as: "datapackage.json")
            try folder.put(comparison.json, as: "rules.json")
            try folder.put(RulePage.html(comparison), as: "rules.html")
            try RuleLayers.write(comparison.region, to: folder.path + "/rules.gpkg")
        }
    }
}
