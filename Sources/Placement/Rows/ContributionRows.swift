internal import HubModel

/// What every demand row adds at each of its nearest sites: flat, 8 bytes a pair where the numbers allow, 12 otherwise.
///
/// The contract of a row: pairs by contribution, then by site number; every site absent that may be opened adds at
/// least `radius` (exactly that much where `isRadiusExact`). A bound stays valid for any length of row as long as no
/// multiplier passes the radius.
struct ContributionRows: Sendable {
    let source: ContributionSource
    private(set) var rows: [ContributionSource.Row] = []
    /// Where each row's pairs start; one more entry than rows.
    private(set) var offsets: [Int] = [0]
    private(set) var sites: [UInt32] = []
    private(set) var multiples: PairValues
    /// What one multiple adds, by row.
    private(set) var units: [Int64] = []
    private(set) var radius: [Int64] = []
    private(set) var isRadiusExact: [Bool] = []

    var count: Int { rows.count }
    var pairCount: Int { sites.count }
    var siteCount: Int { source.isAllowed.count }

    /// Areas read at a time: bounds what the lanes hold beside the finished rows.
    private static let batch = 2048

    /// Reads the rows of every area where somebody lives.
    /// - Parameters:
    ///   - length: sites wanted in a row.
    ///   - threads: threads to read with; never changes the rows.
    init(_ source: ContributionSource, length: Int, threads: Int) {
        self.init(empty: source)
        let areas = source.travel.areaCount
        let expected = min(length, source.isAllowed.count) * areas
        reserve(pairs: expected)
        for first in stride(from: 0, to: areas, by: Self.batch) {
            let total = min(Self.batch, areas - first)
            let parts = Lanes.map(threads: threads) { lane in
                var scratch = TravelRow()
                return Lanes.range(lane, total: total).flatMap {
                    source.read(area: first + $0, count: length, scratch: &scratch)
                }
            }
            for part in parts { for reading in part { append(reading) } }
        }
    }

    /// No rows yet, of this source.
    init(empty source: ContributionSource) {
        self.source = source
        multiples = PairValues(isNarrow: source.isNarrow)
    }

    /// The rows of a source whose sites are some of another's: numbered as there.
    func renumbered(_ whole: ContributionSource, sites numbers: [UInt32]) -> ContributionRows {
        var renumbered = ContributionRows(empty: whole)
        (renumbered.rows, renumbered.offsets, renumbered.multiples) = (rows, offsets, multiples)
        (renumbered.units, renumbered.radius, renumbered.isRadiusExact) = (units, radius, isRadiusExact)
        renumbered.sites = sites.map { numbers[Int($0)] }
        return renumbered
    }

    /// Makes room at once: arrays that grow step by step take up to three times their size.
    mutating func reserve(pairs: Int) {
        sites.reserveCapacity(pairs)
        multiples.reserve(pairs)
    }

    mutating func append(_ reading: ContributionSource.Reading) {
        let unit = source.unit(reading.row)
        rows.append(reading.row)
        units.append(unit)
        sites.append(contentsOf: reading.sites)
        for value in reading.values { multiples.append(value / unit) }
        offsets.append(sites.count)
        radius.append(reading.radius)
        isRadiusExact.append(reading.isRadiusExact)
    }

    func range(_ row: Int) -> Range<Int> { offsets[row]..<offsets[row + 1] }

    /// What the pair at a place adds to its row.
    @inline(__always)
    func value(at k: Int, of row: Int) -> Int64 { multiples[k] * units[row] }

    /// A row's contribution at any site.
    func value(row: Int, site: UInt32) -> Int64 { source.value(rows[row], site: Int(site)) }

    /// The most that any site can add to a row.
    func farthest(_ row: Int) -> Int64 { rows[row].weight * source.burden(source.travel.longest) }

    /// The same rows with dead sites left out. Radii stay as they are: they speak of the sites that are kept.
    /// - Parameter keep: whether a site may still be open, by site.
    func compacted(keep: [Bool]) -> ContributionRows {
        var kept = self
        kept.compact(keep: keep)
        return kept
    }

    /// Leaves dead sites out: one of the two long arrays after the other, so that little is held twice.
    /// - Parameters:
    ///   - keep: whether a site may still be open, by site.
    ///   - part: with this part of the pairs left, or more, all stay.
    mutating func compact(keep: [Bool], leavingLessThan part: Double = 1) {
        let alive = sites.reduce(0) { $0 + (keep[Int($1)] ? 1 : 0) }
        guard Double(alive) < part * Double(pairCount) else { return }
        var multiples = PairValues(isNarrow: source.isNarrow)
        multiples.reserve(alive)
        for (place, site) in sites.enumerated() where keep[Int(site)] { multiples.append(self.multiples[place]) }
        self.multiples = multiples
        var kept: [UInt32] = []
        kept.reserveCapacity(alive)
        var start = 0
        for row in 0..<count {
            for site in sites[start..<offsets[row + 1]] where keep[Int(site)] { kept.append(site) }
            (start, offsets[row + 1]) = (offsets[row + 1], kept.count)
        }
        sites = kept
    }

    /// Reads some rows again at greater length. Only the new pairs and one of the two long arrays are held twice.
    /// - Parameters:
    ///   - wanted: rows to read again, by row; a row that is exact already is left as it is.
    ///   - length: sites wanted in those rows.
    mutating func extend(wanted: [Bool], length: Int, keep: [Bool], threads: Int) {
        let numbers = (0..<count).filter { wanted[$0] && !isRadiusExact[$0] }
        var longer = ContributionRows(empty: source)
        // Rows of `longer` by row; −1 for those that stay.
        var place = [Int](repeating: -1, count: count)
        for first in stride(from: 0, to: numbers.count, by: Self.batch) {
            let part = numbers[first..<min(first + Self.batch, numbers.count)]
            let readings = Lanes.map(threads: threads) { [source, rows] lane in
                var scratch = TravelRow()
                return Lanes.range(lane, total: part.count).map { k -> ContributionSource.Reading? in
                    let row = rows[part[first + k]]
                    return source.read(area: Int(row.area), count: length, scratch: &scratch).first {
                        $0.row.withoutCar == row.withoutCar && $0.row.withCar == row.withCar
                    }
                }
            }
            for (row, reading) in zip(part, readings.joined()) {
                guard var reading else { continue }
                let alive = reading.sites.indices.filter { keep[Int(reading.sites[$0])] }
                reading.values = alive.map { reading.values[$0] }
                reading.sites = alive.map { reading.sites[$0] }
                place[row] = longer.count
                longer.append(reading)
            }
        }
        replace(place, by: longer)
    }

    /// Puts rows of another table in the place of some: one array after the other, so that little is held twice.
    private mutating func replace(_ place: [Int], by longer: ContributionRows) {
        let before = offsets
        for row in 0..<count {
            let length = place[row] < 0 ? before[row + 1] - before[row] : longer.range(place[row]).count
            offsets[row + 1] = offsets[row] + length
            guard place[row] >= 0 else { continue }
            (radius[row], isRadiusExact[row]) = (longer.radius[place[row]], longer.isRadiusExact[place[row]])
        }
        var sites: [UInt32] = []
        sites.reserveCapacity(offsets[count])
        for row in 0..<count {
            if place[row] < 0 {
                sites.append(contentsOf: self.sites[before[row]..<before[row + 1]])
            } else {
                sites.append(contentsOf: longer.sites[longer.range(place[row])])
            }
        }
        self.sites = sites
        var multiples = PairValues(isNarrow: source.isNarrow)
        multiples.reserve(offsets[count])
        for row in 0..<count {
            if place[row] < 0 {
                multiples.append(self.multiples, before[row]..<before[row + 1])
            } else {
                multiples.append(longer.multiples, longer.range(place[row]))
            }
        }
        self.multiples = multiples
    }
}
