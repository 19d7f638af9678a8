internal import Foundation

/// A comparison of rules as a folder of files, there whole or not at all.
package enum RuleFolder {
    /// A folder that holds an earlier comparison is replaced; anything else in the way is left alone and named.
    package static func write(_ comparison: RuleComparison, to path: String) throws {
        let kind = WholeFolder.Kind(
            title: "folder of rules", content: "comparison of rules", mark: "rules.json",
            schema: "\"hubplan-rule-comparison/")
        try WholeFolder.write(kind, to: path) { folder in
            func put(_ text: String, as name: String) throws {
                try Data(text.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
            }
            let tables = RuleTables.files(comparison)
            for table in tables { try put(table.csv, as: table.name + ".csv") }
            let package = TablePackage.json(
                tables.map(\.description), name: "hubplan-rules", title: "Rules of \(comparison.study.name)",
                description: "Rules for double disadvantage side by side, counted by hubplan \(comparison.version).")
            try put(package, as: "datapackage.json")
            try put(comparison.json, as: "rules.json")
            try put(RulePage.html(comparison), as: "rules.html")
            try RuleLayers.write(comparison.region, to: folder + "/rules.gpkg")
        }
    }
}
