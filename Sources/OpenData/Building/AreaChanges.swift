internal import HubModel

/// How the small areas of 2011 became those of 2021 in England.
struct AreaChanges {
    /// For each area of 2011 the areas of 2021 that it is now part of, ascending.
    let successors: [String: [String]]
    /// For each area of 2021 the areas of 2011 that it holds a part of, ascending.
    let predecessors: [String: [String]]
    /// The district of 2022 that an area of 2021 lies in, where the file says.
    let districts: [String: String]
    let summary: ReadFile

    /// - Throws: `OpenDataError` for a pair without a code or given twice.
    init(_ table: SourceTable) throws {
        let old = table.needed(.area2011)
        let new = table.needed(.area2021)
        let district = table.texts(.district2022)
        var successors: [String: [String]] = [:]
        var predecessors: [String: [String]] = [:]
        var districts: [String: String] = [:]
        var used = 0
        for row in old.indices {
            guard old[row].hasPrefix("E"), new[row].hasPrefix("E") else {
                guard !old[row].isEmpty, !new[row].isEmpty else {
                    throw OpenDataError(
                        "The file \(table.found.path), row \((row + 1).grouped), lacks the code of 2011 or of 2021. "
                            + "Complete or remove the row.")
                }
                table.drop(1, "outside England")
                continue
            }
            guard successors[old[row]]?.contains(new[row]) != true else {
                throw OpenDataError(
                    "The file \(table.found.path), row \((row + 1).grouped), repeats the pair \(old[row]) to "
                        + "\(new[row]). Keep one row a pair.")
            }
            successors[old[row], default: []].append(new[row])
            predecessors[new[row], default: []].append(old[row])
            if let district, !district[row].isEmpty { districts[new[row]] = district[row] }
            used += 1
        }
        self.successors = successors.mapValues { $0.sorted() }
        self.predecessors = predecessors.mapValues { $0.sorted() }
        self.districts = districts
        summary = table.summary(used: used)
    }

    /// Areas of 2011 that were divided.
    var divided: Int { successors.values.count { $0.count > 1 } }
}
