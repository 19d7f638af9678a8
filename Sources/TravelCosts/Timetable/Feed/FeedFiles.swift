internal import Foundation
internal import HubModel
internal import Spatial

/// The files of a timetable: in a folder, or in a zip archive, where they may stand in a folder of their own.
struct FeedFiles {
    /// As the caller gave it.
    let path: String
    private let byName: [String: String]

    /// - Throws: `SpatialError` when an archive is missing or damaged; `TravelError` when a folder is missing, or neither
    ///   holds a timetable.
    init(_ path: String) throws {
        self.path = path
        var files: [String] = []
        if path.lowercased().hasSuffix(".zip") {
            files = try VectorFile.files(inArchive: path)
        } else {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                throw TravelError(
                    "There is no timetable at \(path): name a GTFS zip archive, or the folder it was unpacked into.")
            }
            files = names.sorted().map { "\(path)/\($0)" }
        }
        byName = Dictionary(
            files.map { (String($0.split(separator: "/").last ?? ""), $0) }, uniquingKeysWith: { first, _ in first })
        for name in ["agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt"] where byName[name] == nil {
            throw TravelError(
                "The timetable \(path) has no \(name), which every GTFS feed has; fetch it again, or name another.")
        }
        guard has("calendar.txt") || has("calendar_dates.txt") else {
            throw TravelError(
                "The timetable \(path) has neither calendar.txt nor calendar_dates.txt, so nobody knows when it runs; "
                    + "fetch it again.")
        }
    }

    func has(_ name: String) -> Bool { byName[name] != nil }

    /// Reads a file row by row; one that is not there has no rows.
    /// - Parameters:
    ///   - name: of the file, such as `stops.txt`.
    ///   - needed: how many of the columns, from the first, must be there.
    ///   - columns: wanted.
    ///   - body: takes each row.
    /// - Returns: a warning when its text is not UTF-8, as GTFS wants it.
    /// - Throws: `TravelError` or `SpatialError` when it cannot be read or lacks a column; whatever `body` throws.
    func read(_ name: String, needed: Int, _ columns: [String], _ body: (FeedRow) throws -> Void) throws -> [Finding] {
        guard let file = byName[name] else { return [] }
        let there = Set(try VectorFile.columnNames(file))
        if let missing = columns.prefix(needed).first(where: { !there.contains($0) }) {
            throw TravelError(
                "\(file) has no column \(missing); columns there are: \(there.sorted().joined(separator: ", ")). "
                    + "Fetch the timetable again.")
        }
        let other = try VectorFile.scan(file, columns: columns) { row, values in
            try body(FeedRow(file: file, number: row, columns: columns, values: values))
        }
        return other.map {
            [Finding(.warning, "\(file), row \($0): text that is not UTF-8, read as Windows-1252; look at its names.")]
        } ?? []
    }
}
