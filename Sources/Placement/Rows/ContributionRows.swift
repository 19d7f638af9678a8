internal import HubModel

/// What every demand row adds at each of its nearest sites: flat, 12 bytes a pair.
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
    private(set) var values: [Int64] = []
    private(set) var radius: [Int64] = []
    private(set) var isRadiusExact: [Bool] = []

    var count: Int { rows.count }
    var pairCount: Int { sites.count }
    var siteCount: Int { source.isAllowed.count }

    static let bytesPerPair = 12

    /// Areas read at a time: bounds what the lanes hold beside the finished rows.
    private static let batch = 2048

    /// Reads the rows of every area where somebody lives.
    /// - Parameters:
    ///   - length: sites wanted in a row.
    ///   - threads: threads to read with; never changes the rows.
    init(_ source: ContributionSource, length: Int, threads: Int) {
        self.source = source
        let areas = source.travel.areaCount
        let expected = min(length, source.isAllowed.count) * areas
        sites.reserveCapacity(expected)
        values.reserveCapacity(expected)
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

    /// An empty copy of the same source, to be filled row by row.
    init(emptyLike other: ContributionRows) {
        source = other.source
    }

    private init(emptyLike other: ContributionRows, source: ContributionSource) {
        self.source = source
    }

    /// No rows yet, of this source.
    init(empty source: ContributionSource) {
        self.source = source
    }

    /// The rows of a source whose sites are some of another's: numbered as there.
    func renumbered(_ whole: ContributionSource, sites numbers: [UInt32]) -> ContributionRows {
        var renumbered = ContributionRows(emptyLike: self, source: whole)
        (renumbered.rows, renumbered.offsets, renumbered.values) = (rows, offsets, values)
        (renumbered.radius, renumbered.isRadiusExact) = (radius, isRadiusExact)
        renumbered.sites = sites.map { numbers[Int($0)] }
        return renumbered
    }

    /// Makes room at once: arrays that grow step by step take up to three times their size.
    mutating func reserve(pairs: Int) {
        sites.reserveCapacity(pairs)
        values.reserveCapacity(pairs)
    }

    mutating func append(_ reading: ContributionSource.Reading) {
        rows.append(reading.row)
        sites.append(contentsOf: reading.sites)
        values.append(contentsOf: reading.values)
        offsets.append(sites.count)
        radius.append(reading.radius)
        isRadiusExact.append(reading.isRadiusExact)
    }

    func range(_ row: Int) -> Range<Int> { offsets[row]..<offsets[row + 1] }

    /// A row's contribution at any site.
    func value(row: Int, site: UInt32) -> Int64 { source.value(rows[row], site: Int(site)) }

    /// The most that any site can add to a row.
    func farthest(_ row: Int) -> Int64 { rows[row].weight * source.burden(source.travel.longest) }

    /// The same rows with dead sites left out. Radii stay as they are: they speak of the sites that are kept.
    /// - Parameter keep: whether a site may still be open, by site.
    func compacted(keep: [Bool]) -> ContributionRows {
        var kept = ContributionRows(emptyLike: self)
        kept.rows = rows
        kept.offsets.reserveCapacity(offsets.count)
        kept.radius = radius
        kept.isRadiusExact = isRadiusExact
        kept.reserve(pairs: sites.reduce(0) { $0 + (keep[Int($1)] ? 1 : 0) })
        for row in 0..<count {
            for k in range(row) where keep[Int(sites[k])] {
                kept.sites.append(sites[k])
                kept.values.append(values[k])
            }
            kept.offsets.append(kept.sites.count)
        }
        return kept
    }

    /// Reads some rows again at greater length.
    /// - Parameters:
    ///   - wanted: rows to read again, by row; a row that is exact already is left as it is.
    ///   - length: sites wanted in those rows.
    func extended(wanted: [Bool], length: Int, keep: [Bool], threads: Int) -> ContributionRows {
        var longer = ContributionRows(emptyLike: self)
        let source = source
        for first in stride(from: 0, to: count, by: Self.batch) {
            let part = rows[first..<min(first + Self.batch, count)]
            let readings = Lanes.map(threads: threads) { lane in
                var scratch = TravelRow()
                return Lanes.range(lane, total: part.count).map { k -> ContributionSource.Reading? in
                    guard wanted[first + k], !isRadiusExact[first + k] else { return nil }
                    let row = part[first + k]
                    return source.read(area: Int(row.area), count: length, scratch: &scratch).first {
                        $0.row.withoutCar == row.withoutCar && $0.row.withCar == row.withCar
                    }
                }
            }
            for (k, reading) in readings.joined().enumerated() {
                guard var reading else {
                    longer.append(copy(first + k))
                    continue
                }
                let alive = reading.sites.indices.filter { keep[Int(reading.sites[$0])] }
                reading.values = alive.map { reading.values[$0] }
                reading.sites = alive.map { reading.sites[$0] }
                longer.append(reading)
            }
        }
        return longer
    }

    private func copy(_ row: Int) -> ContributionSource.Reading {
        ContributionSource.Reading(
            row: rows[row], sites: Array(sites[range(row)]), values: Array(values[range(row)]), radius: radius[row],
            isRadiusExact: isRadiusExact[row])
    }
}
