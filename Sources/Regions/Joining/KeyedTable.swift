internal import HubModel
internal import Spatial

/// A table of the study with its rows found by key.
struct KeyedTable {
    let table: StudyTable
    let layer: VectorLayer
    let keys: [String]
    private let rowOfKey: [String: Int]

    init(_ table: StudyTable, files: DataFiles) throws {
        self.table = table
        layer = try files.layer(table.source, role: "table \(table.id)")
        keys = try layer.texts(table.key, at: table.source.place)
        try UniqueKeys.check(keys, rows: Array(keys.indices), column: table.key, source: table.source)
        rowOfKey = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    }

    /// The row of each key; nil where the table has none.
    /// - Throws: when no key is found at all: the columns do not belong together.
    func rows(of wanted: [String]) throws -> [Int?] {
        let rows = wanted.map { rowOfKey[$0] }
        guard rows.contains(where: { $0 != nil }) else {
            throw table.source.place.failure(
                "table '\(table.id)' does not join: none of \(Wording.count(wanted.count, "code")) "
                    + "(\(Wording.firstFive(wanted))) stands in its key column '\(table.key)' "
                    + "(\(Wording.firstFive(keys))).\(nationHint(missing: wanted)) "
                    + "Check the key and the vintage.")
        }
        return rows
    }

    /// The row of each key.
    /// - Throws: when a key is missing, with the count and the first five.
    func completeRows(of wanted: [String]) throws -> [Int] {
        let rows = try rows(of: wanted)
        let missing = zip(wanted, rows).filter { $0.1 == nil }.map(\.0)
        guard missing.isEmpty else {
            throw table.source.place.failure(
                "table '\(table.id)' has no row for \(missing.count.grouped) of "
                    + "\(Wording.count(wanted.count, "code")) (first five: \(Wording.firstFive(missing)))."
                    + nationHint(missing: missing)
                    + " Complete the table, leave those areas out with `where`, or for counts state `missing: zero`.")
        }
        return rows.compactMap { $0 }
    }

    /// Tells when codes are missing because the table is of another nation.
    private func nationHint(missing: [String]) -> String {
        let lacking = Nation.among(missing)
        let there = Nation.among(keys)
        guard !lacking.isEmpty, !there.isEmpty, Set(lacking).isDisjoint(with: there) else { return "" }
        return " The table holds codes of \(Nation.names(there)) only, the missing ones are of "
            + "\(Nation.names(lacking)): each nation has an index of its own, and one cannot stand beside another."
    }
}
