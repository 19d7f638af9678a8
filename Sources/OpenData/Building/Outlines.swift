internal import HubModel
internal import Spatial

/// Outlines of places in England with their codes and names, ascending by code.
struct Outlines {
    struct Place {
        let code: String
        let name: String
        let outline: Outline
    }

    let places: [Place]

    /// Reads an open file of outlines; none when it was not found.
    /// - Parameter name: nil where names are known from elsewhere.
    /// - Throws: `OpenDataError` when a code stands twice.
    init(
        _ id: OpenFile.ID, code: ColumnRole, name: ColumnRole?, selection: Selection, grid: GridPoints,
        log: inout BuildLog
    ) throws {
        guard let found = selection.files(id).first else {
            places = []
            return
        }
        let table = try SourceTable(found)
        let codes = table.needed(code)
        let names = name.map { table.needed($0) }
        let kept = codes.indices.filter { codes[$0].hasPrefix("E") }
        table.drop(codes.count - kept.count, "outside England")
        let shapes = try grid.outlines(kept.map { table.shapes[$0] }, from: table.crs, file: found.path)
        var rowOfCode: [String: Int] = [:]
        for row in kept {
            if let earlier = rowOfCode.updateValue(row, forKey: codes[row]) {
                throw OpenDataError(
                    "The file \(found.path) has \(codes[row]) in rows \(Words.grouped(earlier + 1)) and "
                        + "\(Words.grouped(row + 1)). Keep one outline a place.")
            }
        }
        places = zip(kept, shapes).map { row, shape in
            Place(code: codes[row], name: names?[row] ?? "", outline: shape.outline)
        }.sorted { $0.code < $1.code }
        log.read(table.summary(used: kept.count))
        let repaired = shapes.count { $0.isRepaired }
        if repaired > 0 {
            log.note(
                "In \(found.path) \(Words.count(repaired, "outline")) crossed themselves or held a stray ring: mended.")
        }
    }

    /// One outline an area, empty where there is none; nothing at all when no outline was found.
    func outlines(of areas: AreaIndex, log: inout BuildLog) -> [Outline] {
        guard !places.isEmpty else { return [] }
        var outlines = [Outline](repeating: .empty, count: areas.codes.count)
        for place in places {
            if let area = areas[place.code] { outlines[area] = place.outline }
        }
        let missing = zip(areas.codes, outlines).filter { $0.1.isEmpty }.map(\.0)
        if !missing.isEmpty {
            log.note("\(Words.count(missing.count, "area")) without an outline: \(Words.firstFive(missing)).")
        }
        return outlines
    }
}
