internal import HubModel
internal import Spatial

/// The wards of the list of 2020, with their outlines where a file has them. Codes and names only: no index.
struct LeftBehindWards {
    struct Ward {
        let code: String
        var name: String
        var outline: Outline
    }

    /// Ascending by code.
    private(set) var wards: [Ward] = []

    /// The codes of the outlines are the list; a table that marks wards is compared with it, or is the list itself.
    init(selection: Selection, grid: GridPoints, log: inout BuildLog) throws {
        let marked = try Self.marked(selection, &log)
        var byCode: [String: Ward] = [:]
        if let found = selection.files(.leftBehindOutlines).first {
            let table = try SourceTable(found)
            let codes = table.needed(.ward2017)
            let names = table.needed(.wardName)
            let isListItself = found.columns[.ward2017].map { HeadingRule.plain($0).hasPrefix("lba") } ?? false
            guard isListItself || marked != nil else {
                throw OpenDataError(
                    "The file \(found.path) holds wards of 2017 but nothing says which are left behind. Put the list of "
                        + "2020 into the folder (a table with a ward code of 2017 and a column \"Left Behind Area?\").")
            }
            let kept = codes.indices.filter { row in
                guard codes[row].hasPrefix("E") else {
                    table.drop(1, "outside England")
                    return false
                }
                guard isListItself || marked?[codes[row]] != nil else {
                    table.drop(1, "not on the list")
                    return false
                }
                return true
            }
            let outlines = try grid.outlines(kept.map { table.shapes[$0] }, from: table.crs, file: found.path)
            for (row, shape) in zip(kept, outlines) {
                byCode[codes[row]] = Ward(code: codes[row], name: names[row], outline: shape.outline)
            }
            log.read(table.summary(used: byCode.count))
        }
        let listed = Set(byCode.keys)
        for (code, name) in marked ?? [:] where byCode[code] == nil {
            byCode[code] = Ward(code: code, name: name, outline: .empty)
        }
        wards = byCode.values.sorted { $0.code < $1.code }
        guard !wards.isEmpty else { return }
        log.check("left-behind wards of 2020", found: wards.count, expected: PublishedTotals.leftBehindWards)
        if let marked, !listed.isEmpty, listed != Set(marked.keys) {
            log.note(
                "The outlines and the list of left-behind wards differ in "
                    + "\(Words.firstFive(listed.symmetricDifference(marked.keys).sorted())): all were taken.")
        }
    }

    /// Names of the wards that a table marks, by code; nil without such a table.
    private static func marked(_ selection: Selection, _ log: inout BuildLog) throws -> [String: String]? {
        guard let found = selection.files(.leftBehindList).first else { return nil }
        let table = try SourceTable(found)
        let codes = table.needed(.ward2017)
        let names = table.needed(.wardName)
        let flags = table.needed(.isLeftBehind)
        var marked: [String: String] = [:]
        for row in codes.indices {
            if ["true", "1", "yes", "y"].contains(flags[row].lowercased()), codes[row].hasPrefix("E") {
                marked[codes[row]] = names[row]
            } else {
                table.drop(1, "not marked, or outside England")
            }
        }
        log.read(table.summary(used: marked.count))
        return marked
    }

    /// For each area the code of the ward that holds at least half of it: half of its areas of 2011, by their best fit.
    func membership(of areas: AreaIndex, selection: Selection, changes: AreaChanges, log: inout BuildLog) throws
        -> [String]
    {
        let nowhere = [String](repeating: "", count: areas.codes.count)
        guard !wards.isEmpty, let found = selection.files(.wardsOfAreas).first else { return nowhere }
        let table = try SourceTable(found)
        let codes = Set(wards.map(\.code))
        var wardOf: [String: String] = [:]
        for (area, ward) in zip(table.needed(.area2011), table.needed(.ward2017)) {
            guard area.hasPrefix("E") else {
                table.drop(1, "outside England")
                continue
            }
            wardOf[area] = ward
        }
        log.read(table.summary(used: wardOf.count))
        return areas.codes.map { area in
            let parts = changes.predecessors[area] ?? []
            let inside = parts.compactMap { wardOf[$0] }.filter(codes.contains)
            guard !inside.isEmpty, 2 * inside.count >= parts.count else { return "" }
            // The ward that holds most of it; of equals the one whose code comes first.
            let counts = Dictionary(inside.map { ($0, 1) }, uniquingKeysWith: +)
            return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.first?.key ?? ""
        }
    }
}
