internal import Foundation
internal import OpenData
internal import Regions

/// Writes a study for a place of England, from the package of its open data.
package struct PlaceStarter {
    private var request: PlaceRequest
    private let out: String?

    /// - Parameters:
    ///   - places: names or codes; empty with a polygon.
    ///   - polygon: a file of polygons, or FILE:LAYER.
    ///   - package: the GeoPackage that `hubplan data build` made.
    ///   - needsIndex: the user's own file of the Community Needs Index 2023; nil without one.
    ///   - buffer: metres across the border.
    ///   - countsAcross: whether the people there count.
    ///   - count: hubs of each kind; nil leaves it to the number of people.
    ///   - out: the study to write; nil names it after the place.
    /// - Throws: `HubPlanError` when the package or another file is missing.
    package init(
        places: [String], polygon: String?, package: String, needsIndex: String?, buffer: Double, countsAcross: Bool,
        count: Int?, out: String?
    ) throws {
        let folder = URL(fileURLWithPath: out ?? "study.yaml").deletingLastPathComponent().path
        func file(_ path: String, layer: String? = nil) throws -> PlaceFile {
            guard FileManager.default.fileExists(atPath: path) else {
                throw HubPlanError("The file \(path) is missing. Check its name and folder.")
            }
            return PlaceFile(path: path, written: RelativePath.of(path, from: folder), layer: layer)
        }
        guard FileManager.default.fileExists(atPath: package) else {
            throw HubPlanError(
                "The package \(package) is missing. Make it with `hubplan data build FROM --out england.gpkg`, or say "
                    + "with --from where it lies.")
        }
        let drawn = try polygon.map { text in
            let parts = LayerPath(text)
            return try file(parts.file, layer: parts.layer)
        }
        request = PlaceRequest(
            places: places, drawn: drawn, package: try file(package), needsIndex: try needsIndex.map { try file($0) },
            buffer: buffer, countsAcross: countsAcross, count: count)
        self.out = out
    }

    /// Writes the study.
    /// - Returns: where it is, and what to tell of it.
    /// - Throws: `HubPlanError` when the file is there already; `OpenDataError` when no study can be made.
    package func write() throws -> (path: String, told: String) {
        if let out { try StudyStarter.checkFree(out) }
        let study = try PlaceStudy(request)
        let path = out ?? study.fileName
        try StudyStarter.write(study.yaml, to: path)
        return (path, told(study, path: path))
    }

    private func told(_ study: PlaceStudy, path: String) -> String {
        let run = path.hasSuffix(".yaml") ? String(path.dropLast(".yaml".count)) + "-run" : path + "-run"
        return
            (["Wrote \(path)."] + study.sentences.map { "  \($0)" } + [
                "Next:", "  hubplan check \(path)", "  hubplan solve \(path) --out \(run)",
                "  then open \(run)/report.html; after a change: hubplan report \(run) --study \(path)",
            ]).joined(separator: "\n")
    }
}
