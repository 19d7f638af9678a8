internal import HubModel

/// Carries counts of children by single year of age from the areas of 2011 to those of 2021.
///
/// An area that was divided shares the children of each year of age among its parts as the Census of 2021 found
/// children in them, in whole people by largest remainder, so that no child is lost or made.
struct AgeCarrier {
    let table: SourceTable
    let changes: AreaChanges
    let areas: AreaFacts

    /// - Returns: `[age][area]`.
    /// - Throws: `OpenDataError` for a repeated area, a count that is none, and areas of 2021 that nothing leads to.
    func carried(_ log: inout BuildLog) throws -> [[Int]] {
        let codes = table.needed(.area2011)
        var rows: [Int] = []
        var seen: [String: Int] = [:]
        var unknown: [String] = []
        for (row, code) in codes.enumerated() {
            guard code.hasPrefix("E") else {
                table.drop(1, "outside England")
                continue
            }
            if let earlier = seen.updateValue(row, forKey: code) {
                throw OpenDataError(
                    "The file \(table.found.path) has \(code) in rows \((earlier + 1).grouped) and "
                        + "\((row + 1).grouped). Keep one row an area.")
            }
            guard changes.successors[code] != nil else {
                unknown.append(code)
                continue
            }
            rows.append(row)
        }
        table.drop(unknown.count, "a code that is not of 2011")
        let parts = rows.map { row in (changes.successors[codes[row]] ?? []).compactMap { areas.index[$0] } }
        try requireAllReached(parts)

        var result = [[Int]](repeating: [Int](repeating: 0, count: areas.count), count: AreaFacts.ages.count)
        var read = 0
        let shares = parts.map { $0.map { Double(areas.censusChildren[$0]) } }
        let labels = rows.map { codes[$0] }
        for age in AreaFacts.ages {
            for (index, count) in try table.counts(.aged(age), rows: rows, labels: labels).enumerated() {
                read += count
                let whole = largestRemainder(of: UInt32(count), by: equalWhenNothing(shares[index]))
                for (area, part) in zip(parts[index], whole) { result[age][area] += Int(part) }
            }
        }
        log.read(table.summary(used: rows.count))
        note(&log, rows: rows, read: read, carried: result)
        return result
    }

    /// Parts in which the Census found no child share equally.
    private func equalWhenNothing(_ shares: [Double]) -> [Double] {
        shares.contains { $0 > 0 } ? shares : shares.map { _ in 1 }
    }

    private func requireAllReached(_ parts: [[Int]]) throws {
        var isReached = [Bool](repeating: false, count: areas.count)
        for area in parts.joined() { isReached[area] = true }
        let missing = zip(areas.index.codes, isReached).filter { !$0.1 }.map(\.0)
        guard missing.isEmpty else {
            throw OpenDataError(
                "\(Words.count(missing.count, "area")) of \(areas.count.grouped) would get no children: nothing in "
                    + "\(table.found.path) leads to \(Words.firstFive(missing)). "
                    + "Fetch \"\(table.file.title)\" and the lookup from 2011 to 2021 whole.")
        }
    }

    private func note(_ log: inout BuildLog, rows: [Int], read: Int, carried: [[Int]]) {
        log.check("small areas of 2011 in England", found: rows.count, expected: PublishedTotals.areas2011)
        if let residents = table.texts(.residents) {
            log.check(
                "residents in England, mid-2020", found: rows.reduce(0) { $0 + (WholeNumber.read(residents[$1]) ?? 0) },
                expected: PublishedTotals.residents2020)
        }
        log.check(
            "people aged 0 to 18, carried from the areas of 2011 to those of 2021",
            found: carried.reduce(0) { $0 + $1.reduce(0, +) }, expected: read)
        log.note(
            "\(Words.count(changes.divided, "area")) of 2011 were divided: their children were shared among the parts as "
                + "the Census of 2021 found children there.")
    }
}
