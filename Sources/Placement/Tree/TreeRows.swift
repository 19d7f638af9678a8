/// Demand rows over the undecided sites alone, renumbered from 0, with rows of one and the same order merged into one.
///
/// Rows that order the sites alike are nearest to the same site in every plan, so their contributions may be added up
/// site by site: one multiplier and one cut serve them all, and nothing is lost. A row ends where a site is open anyway,
/// or at its radius.
struct TreeRows: Sendable {
    /// Site numbers of the undecided sites, ascending.
    let sites: [UInt32]
    /// Where each merged row's pairs start; one more entry than merged rows.
    private(set) var offsets: [Int] = [0]
    /// Places in `sites`, by contribution.
    private(set) var places: [Int32] = []
    /// Multiples of the merged row's unit.
    private(set) var multiples: PairValues
    /// What one of them adds, by merged row.
    private(set) var units: [Int64] = []
    /// What every site beyond its pairs adds to a merged row at least, and the most its multiplier may be.
    private(set) var ends: [Int64] = []
    /// Whether a site beyond the pairs may add more than the end: the row was read too short to tell.
    private(set) var isShort: [Bool] = []
    /// Merged row of each demand row.
    private(set) var mergedRow: [Int32] = []
    /// End of each demand row.
    private(set) var ownEnds: [Int64] = []

    var count: Int { ends.count }

    init(_ rows: ContributionRows, live: LiveSites) {
        sites = live.free
        var place = [Int32](repeating: -1, count: live.isLive.count)
        for (k, site) in live.free.enumerated() { place[Int(site)] = Int32(k) }
        var isOpen = [Bool](repeating: false, count: live.isLive.count)
        for site in live.fixedOpen { isOpen[Int(site)] = true }

        multiples = PairValues(isNarrow: rows.multiples.isNarrow)
        let most = rows.sites.reduce(0) { $0 + (place[Int($1)] >= 0 ? 1 : 0) }
        places.reserveCapacity(most)
        multiples.reserve(most)
        var known: [UInt64: [Int32]] = [:]
        mergedRow.reserveCapacity(rows.count)
        for row in 0..<rows.count {
            let first = places.count
            var end = rows.radius[row]
            var short = !rows.isRadiusExact[row]
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for k in rows.range(row) {
                let site = Int(rows.sites[k])
                if isOpen[site] {
                    let value = rows.value(at: k, of: row)
                    if value <= end { (end, short) = (value, false) }
                    break
                }
                guard place[site] >= 0, rows.value(at: k, of: row) < end else { continue }
                places.append(place[site])
                multiples.append(rows.multiples[k])
                hash = (hash ^ UInt64(UInt32(bitPattern: place[site]))) &* 0x0000_0100_0000_01B3
            }
            let number = merge(
                from: first, unit: rows.units[row], end: end, short: short, among: known[hash] ?? [])
            if offsets.count == ends.count {
                offsets.append(places.count)
                known[hash, default: []].append(number)
            }
            mergedRow.append(number)
            ownEnds.append(end)
        }
    }

    /// Adds the row just read to one of the same order, or keeps it as a new one.
    private mutating func merge(from first: Int, unit: Int64, end: Int64, short: Bool, among alike: [Int32]) -> Int32 {
        let length = places.count - first
        for number in alike {
            let start = offsets[Int(number)]
            guard offsets[Int(number) + 1] - start == length, isShort[Int(number)] == short,
                (0..<length).allSatisfy({ places[start + $0] == places[first + $0] }),
                add(length, from: first, unit: unit, to: Int(number))
            else { continue }
            ends[Int(number)] += end
            places.removeLast(length)
            multiples.removeLast(length)
            return number
        }
        ends.append(end)
        isShort.append(short)
        units.append(unit)
        return Int32(ends.count - 1)
    }

    /// Adds the last pairs to those of a merged row, in the greatest unit that serves both.
    /// - Returns: false when their multiples would not fit.
    private mutating func add(_ length: Int, from first: Int, unit: Int64, to number: Int) -> Bool {
        guard length > 0 else { return true }
        let start = offsets[number]
        let common = greatestCommonDivisor(units[number], unit)
        let (own, other) = (units[number] / common, unit / common)
        func sum(_ k: Int) -> Int64 { multiples[start + k] * own + multiples[first + k] * other }
        // The last of a row costs most.
        guard !multiples.isNarrow || sum(length - 1) <= Int64(UInt32.max) else { return false }
        for k in 0..<length { multiples.set(start + k, to: sum(k)) }
        units[number] = common
        return true
    }

    func range(_ row: Int) -> Range<Int> { offsets[row]..<offsets[row + 1] }

    /// What the pair at a place adds to its merged row.
    @inline(__always)
    func value(at k: Int, of row: Int) -> Int64 { multiples[k] * units[row] }

    /// Bytes of the pairs and of what there is for each row.
    var bytes: Int { places.count * (multiples.isNarrow ? 8 : 12) + count * 33 + mergedRow.count * 12 }

    /// Multipliers of the demand rows, added up by merged row and held below its end.
    func merged(_ multipliers: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: count)
        for (row, number) in mergedRow.enumerated() { sums[Int(number)] += max(0, multipliers[row]) }
        return zip(sums, ends).map { min($0, Double($1)) }
    }

    /// Multipliers of the demand rows from those of the merged ones: each goes as far between its two thresholds as the
    /// merged row's does between theirs, so that every site gains as much as before.
    /// - Parameter lambda: one a merged row, in multiples of 1 / scale.
    func spread(_ lambda: [Int64], scale: Int64, over rows: ContributionRows) -> [Double] {
        // How many of a merged row's sites cost less than its multiplier, and how far it is to the next threshold.
        let positions = lambda.indices.map { row -> (sites: Int, way: Double) in
            let value = Double(lambda[row]) / Double(scale)
            let range = range(row)
            var count = 0
            while count < range.count, Double(self.value(at: range.lowerBound + count, of: row)) < value { count += 1 }
            let low = count > 0 ? Double(self.value(at: range.lowerBound + count - 1, of: row)) : 0
            let high =
                count < range.count ? Double(self.value(at: range.lowerBound + count, of: row)) : Double(ends[row])
            return (count, high > low ? (value - low) / (high - low) : 1)
        }
        return mergedRow.indices.map { row in
            let merged = Int(mergedRow[row])
            let (count, way) = positions[merged]
            let range = range(merged)
            func threshold(_ k: Int) -> Double {
                guard k >= 0 else { return 0 }
                return k < range.count
                    ? Double(rows.value(row: row, site: sites[Int(places[range.lowerBound + k])]))
                    : Double(ownEnds[row])
            }
            let (low, high) = (threshold(count - 1), threshold(count))
            return low + way * (high - low)
        }
    }
}
