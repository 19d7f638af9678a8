internal import HubModel

/// Pairs straight from the travel table, for problems whose rows are too long to be held: what all sites gain at some
/// multipliers is summed area by area, and rows are made for the few sites that matter in a round.
///
/// Serves where the households of an area may share a row whatever the sites are: each row then stands for one area.
struct ContributionStream: Sendable {
    let source: ContributionSource
    let rows: [ContributionSource.Row]
    /// The sites that the stream tells of, ascending.
    let sites: [UInt32]
    private let part: ContributionSource

    /// - Returns: nil when some area's households may order its sites differently.
    init?(_ source: ContributionSource) {
        let areas = source.travel.areaCount
        let isShared = (0..<areas).contains { source.weights[2 * $0] > 0 && source.weights[2 * $0 + 1] > 0 }
        guard source.travel.ordersHouseholdsAlike || !isShared else { return nil }
        self.source = source
        rows = (0..<areas).compactMap { area in
            let row = ContributionSource.Row(
                area: UInt32(area), withoutCar: source.weights[2 * area], withCar: source.weights[2 * area + 1])
            return row.weight > 0 ? row : nil
        }
        sites = Array(0..<UInt32(source.travel.siteCount))
        part = source
    }

    private init(_ other: ContributionStream, among sites: [UInt32]) {
        (source, rows, self.sites) = (other.source, other.rows, sites)
        part = source.restricted(to: sites)
    }

    /// The stream of some sites only, ascending.
    func among(_ sites: [UInt32]) -> ContributionStream { ContributionStream(self, among: sites) }

    /// Σ (scale · λ − scale · v)⁺ of every site, by site, and the pairs that counted.
    /// - Parameter lambda: one a row, multiples of 1 / scale.
    func gains(_ lambda: [Int64], scale: Int64, threads: Int) -> (sums: [Int64], pairs: Int64) {
        let parts = Lanes.map(threads: threads) { lane -> ([Int64], Int64) in
            var sums = [Int64](repeating: 0, count: sites.count)
            var near = NearSites()
            var pairs: Int64 = 0
            for row in Lanes.range(lane, total: rows.count) {
                pairs += forEachPair(row, below: (lambda[row] + scale - 1) / scale, &near) { site, value in
                    sums[site] += max(0, lambda[row] - value * scale)
                }
            }
            return (sums, pairs)
        }
        var whole = [Int64](repeating: 0, count: source.travel.siteCount)
        for (sums, _) in parts { for (place, sum) in sums.enumerated() { whole[Int(sites[place])] += sum } }
        return (whole, parts.reduce(0) { $0 + $1.1 })
    }

    /// Rows of all pairs that cost less than a row's cap; the cap becomes the radius.
    func rows(below caps: [Int64], threads: Int) -> ContributionRows {
        var table = ContributionRows(empty: source)
        // Every so many rows tell what room all will take.
        let sampled = stride(from: 0, to: rows.count, by: Self.sampling)
        var near = NearSites()
        let counted = sampled.reduce(0) { $0 + reading($1, below: caps[$1], &near).sites.count }
        table.reserve(pairs: counted * Self.sampling * 11 / 10)
        for first in stride(from: 0, to: rows.count, by: Self.batch) {
            let total = min(Self.batch, rows.count - first)
            let parts = Lanes.map(threads: threads) { lane in
                var near = NearSites()
                return Lanes.range(lane, total: total).map { reading(first + $0, below: caps[first + $0], &near) }
            }
            for part in parts { for reading in part { table.append(reading) } }
        }
        return table
    }

    /// Rows of the nearest so many sites.
    func rows(length: Int, threads: Int) -> ContributionRows {
        ContributionRows(part, length: length, threads: threads).renumbered(source, sites: sites)
    }

    private static let batch = 2048
    private static let sampling = 64

    private func reading(_ number: Int, below cap: Int64, _ near: inout NearSites) -> ContributionSource.Reading {
        let row = rows[number]
        let farthest = row.weight * source.burden(source.travel.longest)
        let radius = min(cap, farthest)
        var pairs: [(value: Int64, site: UInt32)] = []
        _ = forEachPair(number, below: radius, &near) { site, value in
            if value < radius { pairs.append((value, sites[site])) }
        }
        pairs.sort { $0 < $1 }
        return ContributionSource.Reading(
            row: row, sites: pairs.map(\.site), values: pairs.map(\.value), radius: radius,
            isRadiusExact: radius == farthest)
    }

    /// Calls `body` with the place and contribution of every allowed site that adds less than `limit`, and maybe others.
    /// - Returns: how many there were.
    @inline(__always)
    private func forEachPair(
        _ number: Int, below limit: Int64, _ near: inout NearSites, _ body: (Int, Int64) -> Void
    ) -> Int64 {
        let row = rows[number]
        guard limit > 0, let minutes = lastMinutes(row.weight, below: limit) else { return 0 }
        part.travel.within(area: Int(row.area), limit: minutes, into: &near)
        let burden = part.burden
        return near.sites.withUnsafeBufferPointer { sites in
            near.withoutCar.withUnsafeBufferPointer { withoutCar in
                near.withCar.withUnsafeBufferPointer { withCar in
                    for k in 0..<near.count where part.isAllowed[Int(sites[k])] {
                        var value: Int64 = 0
                        if row.withoutCar > 0 { value += row.withoutCar * burden(withoutCar[k]) }
                        if row.withCar > 0 { value += row.withCar * burden(withCar[k]) }
                        body(Int(sites[k]), value)
                    }
                    return Int64(near.count)
                }
            }
        }
    }

    /// The longest journey that, made by everybody of a row, adds less than `limit`; nil when none does. A site that
    /// adds less is within it for one kind of household at least.
    private func lastMinutes(_ weight: Int64, below limit: Int64) -> TenthMinutes? {
        if case .mean = source.burden {
            return TenthMinutes(clamping: min((limit - 1) / weight, Int64(source.travel.longest)))
        }
        var (low, high) = (Int64(-1), Int64(source.travel.longest))
        while low < high {
            let middle = (low + high + 1) / 2
            if weight * source.burden(TenthMinutes(middle)) < limit { low = middle } else { high = middle - 1 }
        }
        return low < 0 ? nil : TenthMinutes(low)
    }
}
