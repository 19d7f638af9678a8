internal import HubModel

/// The costs of a certificate worked out from its specification alone, with nothing of the engine's.
///
/// A demand row is one area where somebody lives. Its households share it when no two sites come in one order for those
/// without a car and in the other for those with one, since then one site is nearest for both; otherwise each kind with
/// a weight is a row of its own, first those without. A row adds v = Σ weight · f(minutes) at a site.
struct CertificateCosts: Sendable {
    struct Row: Hashable, Sendable {
        var area: Int
        var withoutCar: Int64
        var withCar: Int64
    }

    let rows: [Row]
    let siteCount: Int
    private let form: Form
    private let burden: BurdenFunction

    private enum Form: Sendable {
        case matrix(withoutCar: [TenthMinutes], withCar: [TenthMinutes], sites: Int)
        case steps(DistanceCosts, [Steps])
        case metric(MetricCosts)
        case sparse(SparseLookup)
    }

    /// The burdens of one class of area: `withoutCar[k]` and `withCar[k]` apply up to the squared distance `ends[k]`
    /// inclusive, and beyond `ends[k − 1]`; the last entries apply beyond all of them.
    struct Steps: Sendable {
        let ends: [Double]
        let withoutCar: [Int64]
        let withCar: [Int64]

        init(_ thresholds: DistanceCosts.Thresholds, _ burden: BurdenFunction) {
            let ends = Set(thresholds.withoutCar + thresholds.withCar).filter { $0 >= 0 }.sorted()
            self.ends = ends
            func burdens(_ table: [Double]) -> [Int64] {
                var minutes = 0
                return (0...ends.count).map { place in
                    guard place < ends.count else { return burden(TenthMinutes(table.count)) }
                    while minutes < table.count, table[minutes] < ends[place] { minutes += 1 }
                    return burden(TenthMinutes(minutes))
                }
            }
            withoutCar = burdens(thresholds.withoutCar)
            withCar = burdens(thresholds.withCar)
        }

        /// The first place whose end is at least the squared distance.
        @inline(__always)
        func place(_ squared: Double) -> Int {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if ends[middle] < squared { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// - Precondition: the certificate has passed ``CertificateShape``.
    init(_ certificate: Certificate) {
        burden = certificate.burden
        siteCount = certificate.sites.count
        var areasInTwo = [Bool](repeating: false, count: certificate.weights.count / 2)
        switch certificate.costs {
        case .matrix(let withoutCar, let withCar):
            let sites = certificate.sites.count
            form = .matrix(withoutCar: withoutCar, withCar: withCar ?? withoutCar, sites: sites)
            if let withCar {
                for area in areasInTwo.indices {
                    let pairs = (area * sites..<(area + 1) * sites).map { (withoutCar[$0], withCar[$0]) }.sorted(by: <)
                    areasInTwo[area] = zip(pairs, pairs.dropFirst()).contains { $0.1 > $1.1 }
                }
            }
        case .distances(let costs):
            form = .steps(costs, costs.classes.map { [burden = certificate.burden] in Steps($0, burden) })
        case .metric(let costs):
            form = .metric(costs)
        case .sparse(let costs):
            let table = SparseLookup(costs)
            form = .sparse(table)
            for area in areasInTwo.indices { areasInTwo[area] = table.ordersDiffer(area) }
        }
        rows = areasInTwo.indices.flatMap { area in
            let (withoutCar, withCar) = (certificate.weights[2 * area], certificate.weights[2 * area + 1])
            let whole = Row(area: area, withoutCar: withoutCar, withCar: withCar)
            guard areasInTwo[area], withoutCar > 0, withCar > 0 else {
                return withoutCar + withCar > 0 ? [whole] : []
            }
            return [
                Row(area: area, withoutCar: withoutCar, withCar: 0), Row(area: area, withoutCar: 0, withCar: withCar),
            ]
        }
    }

    // MARK: Single pairs

    func value(_ row: Int, site: Int) -> Int64 {
        let (row, minutes) = (rows[row], burdens(area: rows[row].area, site: site))
        return row.withoutCar * minutes.withoutCar + row.withCar * minutes.withCar
    }

    /// f(minutes) for both kinds of household.
    private func burdens(area: Int, site: Int) -> (withoutCar: Int64, withCar: Int64) {
        switch form {
        case .matrix(let withoutCar, let withCar, let sites):
            return (burden(withoutCar[area * sites + site]), burden(withCar[area * sites + site]))
        case .steps(let costs, let classes):
            let steps = classes[Int(costs.classOf[area])]
            let place = steps.place(Self.squared(costs.areas[area], costs.sites[site]))
            return (steps.withoutCar[place], steps.withCar[place])
        case .metric(let costs):
            let metres = Self.squared(costs.areas[area], costs.sites[site]).squareRoot()
            let value = burden(
                TenthMinutes(costs.rounding == .down ? metres.rounded(.down) : (metres + 0.5).rounded(.down)))
            return (value, value)
        case .sparse(let table):
            let minutes = table.minutes(area: area, site: site)
            return (burden(minutes.withoutCar), burden(minutes.withCar))
        }
    }

    @inline(__always)
    private static func squared(_ a: Point, _ b: Point) -> Double {
        let (dx, dy) = (a.x - b.x, a.y - b.y)
        return dx * dx + dy * dy
    }

    /// Σ weight · f(minutes to the nearest open site), every kind of household to its own nearest.
    func objective(of open: [UInt32], weights: [Int64]) -> Int128 {
        var sum = Int128(0)
        for area in 0..<weights.count / 2 where weights[2 * area] > 0 || weights[2 * area + 1] > 0 {
            let (withoutCar, withCar) = nearest(area: area, open: open)
            sum += Int128(weights[2 * area]) * Int128(withoutCar) + Int128(weights[2 * area + 1]) * Int128(withCar)
        }
        return sum
    }

    /// f(minutes to the nearest open site) of either kind of household.
    func nearest(area: Int, open: [UInt32]) -> (withoutCar: Int64, withCar: Int64) {
        if case .steps(let costs, let classes) = form {
            // Minutes never fall with the distance.
            let squared = open.reduce(Double.infinity) {
                min($0, Self.squared(costs.areas[area], costs.sites[Int($1)]))
            }
            let steps = classes[Int(costs.classOf[area])]
            let place = steps.place(squared)
            return (steps.withoutCar[place], steps.withCar[place])
        }
        return open.reduce((Int64.max, Int64.max)) { least, site in
            let burdens = burdens(area: area, site: Int(site))
            return (min(least.0, burdens.withoutCar), min(least.1, burdens.withCar))
        }
    }

    // MARK: Gains

    /// ρ_j = Σ max(0, λ − scale · v_j) of the sites asked for, 0 for others. Tuned: all rows against all those sites.
    /// - Parameters:
    ///   - lambda: from 0 up to what the costliest site adds, so that no sum passes 2^62.
    ///   - asked: site numbers.
    func gains(_ lambda: [Int64], scale: Int64, asked: [UInt32]) -> [Int64] {
        var gains = [Int64](repeating: 0, count: siteCount)
        switch form {
        case .matrix, .metric:
            for row in rows.indices where lambda[row] > 0 {
                for site in asked {
                    let left = lambda[row] - value(row, site: Int(site)) * scale
                    if left > 0 { gains[Int(site)] += left }
                }
            }
        case .steps(let costs, let classes):
            let xs = asked.map { costs.sites[Int($0)].x }
            let ys = asked.map { costs.sites[Int($0)].y }
            var sums = [Int64](repeating: 0, count: asked.count)
            for row in rows.indices where lambda[row] > 0 {
                let steps = classes[Int(costs.classOf[rows[row].area])]
                add(rows[row], lambda[row], scale, steps, at: costs.areas[rows[row].area], xs, ys, to: &sums)
            }
            for (site, sum) in zip(asked, sums) { gains[Int(site)] = sum }
        case .sparse(let table):
            var isAsked = [Bool](repeating: false, count: siteCount)
            for site in asked { isAsked[Int(site)] = true }
            for row in rows.indices where lambda[row] > 0 {
                // A site that is not listed costs the most there is, which no multiplier passes.
                let (weightWithout, weightWith) = (rows[row].withoutCar, rows[row].withCar)
                for pair in table.pairs(rows[row].area) where isAsked[Int(table.sites[pair])] {
                    let (withoutCar, withCar) = table.minutes(at: pair)
                    let value = weightWithout * burden(withoutCar) + weightWith * burden(withCar)
                    let left = lambda[row] - value * scale
                    if left > 0 { gains[Int(table.sites[pair])] += left }
                }
            }
        }
        return gains
    }

    /// Adds one row's part. Only sites within the squared distance up to which the row gains are looked up.
    private func add(
        _ row: Row, _ lambda: Int64, _ scale: Int64, _ steps: Steps, at point: Point, _ xs: [Double], _ ys: [Double],
        to sums: inout [Int64]
    ) {
        func left(_ place: Int) -> Int64 {
            lambda - (row.withoutCar * steps.withoutCar[place] + row.withCar * steps.withCar[place]) * scale
        }
        var (low, high) = (0, steps.ends.count)
        while low < high {
            let middle = (low + high) / 2
            if left(middle) > 0 { low = middle + 1 } else { high = middle }
        }
        // Beyond the last end a gain would be one at every distance.
        guard low > 0 || (steps.ends.isEmpty && left(0) > 0) else { return }
        let radius = low == steps.ends.count && left(low) > 0 ? Double.infinity : steps.ends[low - 1]
        xs.withUnsafeBufferPointer { xs in
            ys.withUnsafeBufferPointer { ys in
                sums.withUnsafeMutableBufferPointer { sums in
                    for k in xs.indices {
                        let (dx, dy) = (point.x - xs[k], point.y - ys[k])
                        let squared = dx * dx + dy * dy
                        if squared <= radius { sums[k] += left(steps.place(squared)) }
                    }
                }
            }
        }
    }
}
