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
            try put(RuleTables.counts(comparison).csv, as: "rules.csv")
            try put(RuleTables.areas(comparison.region).csv, as: "areas.csv")
            try put(RuleTables.sites(comparison.region).csv, as: "sites.csv")
            try put(comparison.json, as: "rules.json")
            try put(RulePage.html(comparison), as: "rules.html")
            try RuleLayers.write(comparison.region, to: folder + "/rules.gpkg")
        }
    }
}
