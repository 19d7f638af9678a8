internal import HubModel

/// The rows of a table that belong to England's small areas.
struct AreaJoin {
    /// One entry an area: its row, or nil when the table has none.
    let rows: [Int?]

    /// - Parameter role: the column of codes.
    /// - Throws: `OpenDataError` when a code stands in two rows.
    init(_ table: SourceTable, _ role: ColumnRole, areas: AreaIndex) throws {
        var rows = [Int?](repeating: nil, count: areas.codes.count)
        for (row, code) in table.needed(role).enumerated() {
            guard let area = areas[code] else {
                table.drop(1, code.hasPrefix("E") ? "a code that is not of \(areas.vintage)" : "outside England")
                continue
            }
            if let earlier = rows[area] {
                throw OpenDataError(
                    "The file \(table.found.path) has \(code) in rows \((earlier + 1).grouped) and "
                        + "\((row + 1).grouped). Keep one row an area.")
            }
            rows[area] = row
        }
        self.rows = rows
    }

    var used: Int { rows.count { $0 != nil } }

    /// - Throws: `OpenDataError` when an area has no row.
    func complete(_ table: SourceTable, areas: AreaIndex) throws -> [Int] {
        let missing = zip(areas.codes, rows).filter { $0.1 == nil }.map(\.0)
        guard missing.isEmpty else {
            throw OpenDataError(
                "The file \(table.found.path) has no row for \(missing.count.grouped) of "
                    + "\(Words.count(areas.codes.count, "area")): \(Words.firstFive(missing)). "
                    + "Fetch \"\(table.file.title)\" whole.")
        }
        return rows.compactMap { $0 }
    }
}

/// Small areas by code, in the order of their codes.
struct AreaIndex {
    /// For sentences: "2021".
    let vintage: String
    let codes: [String]
    private let positions: [String: Int]

    /// - Parameter codes: ascending, each once.
    init(vintage: String, codes: [String]) {
        self.vintage = vintage
        self.codes = codes
        positions = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    }

    subscript(code: String) -> Int? { positions[code] }
}
