internal import HubModel
internal import Spatial

/// A comparison of plans as a folder of files, there whole or not at all.
package enum ComparisonFolder {
    /// A folder that holds an earlier comparison is replaced, and what people put into it stays; any
    /// other folder in the way is left alone and named.
    package static func write(_ comparison: PlanComparison, to path: String) throws {
        let tables = [
            ComparisonTables.figures(comparison), ComparisonTables.sites(comparison),
            ComparisonTables.changes(comparison), ComparisonTables.flows(comparison),
        ]
        let kind = WholeFolder.Kind(
            title: "folder of the comparison", content: "comparison", mark: "compare.json",
            schema: "\"hubplan-comparison/",
            names: tables.map { $0.name + ".csv" } + ["compare.json", "compare.html"]
                + ["", "-wal", "-shm", "-journal"].map { "differences-#.gpkg" + $0 })
        try WholeFolder.write(kind, to: path) { folder in
            for table in tables { try folder.put(table.csv, as: table.name + ".csv") }
            try folder.put(comparison.json, as: "compare.json")
            try folder.put(ComparisonPage.html(comparison), as: "compare.html")
            for difference in comparison.differences {
                let view = RunView(difference.record)
                try PlanFiles.writePackage(
                    view, crs: try CoordinateSystem(view.region.crs),
                    to: folder.path + "/differences-\(difference.plan + 1).gpkg")
            }
        }
    }
}
