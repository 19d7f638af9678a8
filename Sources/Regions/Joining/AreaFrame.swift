internal import HubModel
internal import Spatial

/// The areas of the study in the order of their codes, and the rows of the areas' layer that they stand in.
struct AreaFrame {
    let layer: VectorLayer
    let codes: [String]
    /// Row of `layer` for each area.
    let rows: [Int]
    /// Area of each code.
    let index: [String: Int]
    /// Whether each area stands across the border of those that the study names.
    let isAcross: [Bool]

    /// - Throws: for a blank or repeated code.
    init(_ areas: StudyAreas, layer: VectorLayer, selection: AreaSelection) throws {
        let source = areas.source
        let keys = try layer.texts(areas.key, at: source.place)
        let rows = selection.rows
        try UniqueKeys.check(keys, rows: rows, column: areas.key, source: source)
        self.layer = layer
        self.rows = rows.sorted { keys[$0] < keys[$1] }
        codes = self.rows.map { keys[$0] }
        isAcross = self.rows.map { selection.across.contains($0) }
        index = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    }

    /// One value an area from a column with one value a row.
    func pick(_ values: [String]) -> [String] { rows.map { values[$0] } }
}

/// Keys must be there and differ.
enum UniqueKeys {
    static func check(_ keys: [String], rows: [Int], column: String, source: StudySource) throws {
        var first: [String: Int] = [:]
        var repeated: [String] = []
        for row in rows {
            if keys[row].isEmpty {
                throw source.place.failure(
                    "the file '\(source.file)', row \((row + 1).grouped), has a blank in its key column "
                        + "'\(column)'. Give every row a code, or leave such rows out with `where`.")
            }
            if let earlier = first.updateValue(row, forKey: keys[row]) {
                repeated.append("'\(keys[row])' in rows \(earlier + 1) and \(row + 1)")
            }
        }
        guard repeated.isEmpty else {
            throw source.place.failure(
                "the file '\(source.file)' holds \(Wording.count(repeated.count, "repeated id")) in its key column "
                    + "'\(column)': \(Wording.firstFive(repeated)). Keep one row an id.")
        }
    }
}
