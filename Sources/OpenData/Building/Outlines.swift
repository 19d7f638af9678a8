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
        var parts: [String: [(name: String, outline: Outline)]] = [:]
        for (row, shape) in zip(kept, shapes) {
            parts[codes[row], default: []].append((names?[row] ?? "", shape.outline))
        }
        places = try parts.sorted { $0.key < $1.key }.map { code, parts in
            let outline = parts.count == 1 ? parts[0].outline : try Geometry.union(parts.map(\.outline))
            return Place(code: code, name: parts[0].name, outline: outline)
        }
        log.read(table.summary(used: kept.count))
        let divided = parts.filter { $0.value.count > 1 }.keys.sorted()
        if !divided.isEmpty {
            log.note(
                "In \(found.path) \(Words.count(divided.count, "place")) came in parts and \(divided.count == 1 ? "was" : "were") "
                    + "joined: \(Words.firstFive(divided)).")
        }
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
