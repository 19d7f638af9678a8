internal import Foundation
internal import HubModel
internal import Spatial

/// The files of a run folder, one after another, into a folder that exists.
enum RunFiles {
    /// All that a run may hold, and what mapping software leaves beside an open package.
    static let names = [
        "plan.gpkg", "plan.gpkg-wal", "plan.gpkg-shm", "plan.gpkg-journal", "plan.geojson", "hubs.csv", "groups.csv",
        "equality.csv", "assignments.csv", "ties.csv", "voices.csv", "changes.csv", "travel.csv", "candidates.csv",
        "tables.ods",
        "datapackage.json", "equality.html", "result.json", "report.html", "study.yaml", "certificate.json",
        "events.jsonl", "timing.json",
    ]

    static func write(_ view: RunView, into folder: String, assets: String?) throws {
        func put(_ text: String, as name: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
        }
        let region = try CoordinateSystem(view.region.crs)
        let degrees = try CoordinateTransform(from: region, to: CoordinateSystem("EPSG:4326"))
        try PlanFiles.writePackage(view, crs: region, to: folder + "/plan.gpkg")
        try PlanFiles.writeHubs(view, crs: region, degrees: degrees, to: folder + "/plan.geojson")
        let tables = RunTables.files(view)
        for table in tables { try put(table.csv, as: table.name + ".csv") }
        try TableSheets.write(tables, to: folder + "/tables.ods")
        let package = TablePackage.json(
            tables.map(\.description), name: "hubplan-run", title: view.record.study.name,
            description: "Tables of a plan made by hubplan \(view.record.version). \(CSVText.guardNote)")
        try put(package, as: "datapackage.json")
        if !view.region.groups.isEmpty { try put(EqualityPage.html(view), as: "equality.html") }
        try put(ResultDocument.json(view).pretty, as: "result.json")
        try put(Page.html(view, map: liveMap(view, degrees: degrees, assets: assets)), as: "report.html")
        if !view.record.study.text.isEmpty { try put(view.record.study.text, as: "study.yaml") }
        if let certificate = view.record.certificate { try put(certificate, as: "certificate.json") }
        let events = view.record.events
        if !events.isEmpty { try put(EventLines.text(events), as: "events.jsonl") }
        if let timing = view.record.timing {
            try put(TimingDocument.json(timing, of: view.record).pretty, as: "timing.json")
        }
    }

    /// nil when the map script is not at hand; the page then holds drawings alone.
    private static func liveMap(_ view: RunView, degrees: CoordinateTransform, assets: String?) throws -> LiveMap? {
        guard let assets,
            let script = try? String(contentsOfFile: assets + "/maplibre-gl.js", encoding: .utf8),
            let style = try? String(contentsOfFile: assets + "/maplibre-gl.css", encoding: .utf8)
        else { return nil }
        // Finer than this nobody sees, even some steps into the map.
        let grain = MapFrame(view, width: 8000).metresPerUnit
        let data = MapData(
            degrees: { try degrees($0) },
            simplified: { $0.isEmpty ? $0 : try Geometry.simplified($0, tolerance: grain) })
        return LiveMap(style: style, script: script, data: try data.json(view))
    }
}
