internal import Spatial

/// The Community Needs Index of 2023, in a file of the user's own: it is read where it lies and never copied.
struct NeedsIndex {
    /// The columns of area codes and of ranks, 1 for the greatest need.
    let keyColumn: String
    let rankColumn: String
    /// Rank of each area.
    let ranks: [String: Int]

    /// - Throws: when no column can be told to hold the codes or the ranks.
    init(path: String) throws {
        let columns = try VectorFile.columnNames(path)
        func column(_ what: String, _ test: ([String]) -> Bool) throws -> String {
            let found = columns.filter { test(PlaceName.plain($0).split(separator: " ").map(String.init)) }
            guard let only = found.first, found.count == 1 else {
                let have = found.isEmpty ? "no column" : "more than one column (\(found.joined(separator: ", ")))"
                throw OpenDataError(
                    "The file \(path) has \(have) of \(what). Columns there are: \(columns.joined(separator: ", ")). "
                        + "Give the file of the Community Needs Index 2023 by LSOA 2021, with one such column.")
            }
            return only
        }
        keyColumn = try column("LSOA codes") { words in
            words.contains { $0.hasPrefix("lsoa") } && (words.contains("code") || words.contains { $0.hasSuffix("cd") })
        }
        rankColumn = try column("ranks of the whole index") { words in
            words.contains("rank") && !words.contains("domain")
                && (words.contains("cni") || (words.contains("community") && words.contains("needs")))
        }
        let layer = try VectorFile.read(path, columns: [keyColumn, rankColumn])
        let (keys, values) = (layer.column(keyColumn) ?? [], layer.column(rankColumn) ?? [])
        var ranks: [String: Int] = [:]
        for (key, value) in zip(keys, values) {
            if let key, let rank = value.flatMap({ Int($0) }) { ranks[key] = rank }
        }
        self.ranks = ranks
    }
}
