package import HubModel

/// Travel that does what its specification says in the plainest way: the oracle of whoever reads one.
package struct SpecifiedTravel: TravelTable {
    package let costs: CostSpecification
    package let areaCount: Int
    package let siteCount: Int
    package let longest: TenthMinutes

    /// - Parameter costs: distances or a metric.
    package init(_ costs: CostSpecification) {
        self.costs = costs
        switch costs {
        case .matrix(let withoutCar, _):
            (areaCount, siteCount, longest) = (1, withoutCar.count, withoutCar.max() ?? 0)
        case .distances(let table):
            (areaCount, siteCount) = (table.areas.count, table.sites.count)
            longest = TenthMinutes(table.classes.map { max($0.withoutCar.count, $0.withCar.count) }.max() ?? 0)
        case .metric(let metric):
            (areaCount, siteCount) = (metric.areas.count, metric.sites.count)
            longest = 3000
        case .sparse(let table):
            (areaCount, siteCount) = (table.counts.count, Int(table.sites.max() ?? 0) + 1)
            longest = table.longest
        }
    }

    package var specification: CostSpecification? { costs }

    package func minutes(area: Int, household: Household, site: Int) -> TenthMinutes {
        func squared(_ a: Point, _ b: Point) -> Double { (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) }
        switch costs {
        case .matrix(let withoutCar, let withCar):
            return household == .withCar ? (withCar ?? withoutCar)[site] : withoutCar[site]
        case .distances(let table):
            let thresholds = table.classes[Int(table.classOf[area])]
            let entries = household == .withCar ? thresholds.withCar : thresholds.withoutCar
            let metres = squared(table.areas[area], table.sites[site])
            return TenthMinutes(entries.firstIndex { $0 >= metres } ?? entries.count)
        case .metric(let metric):
            let metres = squared(metric.areas[area], metric.sites[site]).squareRoot()
            return TenthMinutes(metric.rounding == .down ? metres : metres + 0.5)
        case .sparse(let table):
            let first = table.counts.prefix(area).reduce(0) { $0 + Int($1) }
            let pair = (first..<first + Int(table.counts[area])).first { Int(table.sites[$0]) == site }
            let minutes = household == .withCar ? table.withCar ?? table.withoutCar : table.withoutCar
            return pair.map { TenthMinutes(minutes[$0]) } ?? longest
        }
    }

    package func nearest(area: Int, count: Int, into row: inout TravelRow) {
        row = TravelRow()
        let pairs = (0..<siteCount).map { site in
            (
                minutes(area: area, household: .withoutCar, site: site),
                minutes(area: area, household: .withCar, site: site), UInt32(site)
            )
        }
        for (withoutCar, withCar, site) in pairs.sorted(by: <) {
            row.sites.append(site)
            row.withoutCar.append(withoutCar)
            row.withCar.append(withCar)
        }
    }

    /// A town whose minutes grow with the straight line, faster without a car and in the second class of area.
    package static func town(areas: Int, sites: Int, seed: UInt64) -> SpecifiedTravel {
        var numbers = SeededNumbers(seed)
        func place() -> Point {
            Point(x: .random(in: 0...1000, using: &numbers), y: .random(in: 0...1000, using: &numbers))
        }
        func entries(_ pace: Double, start: Int, count: Int) -> [Double] {
            (0..<count).map { $0 < start ? -1 : Double($0 - start) * Double($0 - start) * pace }
        }
        return SpecifiedTravel(
            .distances(
                DistanceCosts(
                    areas: (0..<areas).map { _ in place() }, sites: (0..<sites).map { _ in place() },
                    classOf: (0..<areas).map { _ in UInt8.random(in: 0...1, using: &numbers) },
                    classes: [
                        .init(
                            withoutCar: entries(30, start: 0, count: 120), withCar: entries(95, start: 12, count: 120)),
                        .init(
                            withoutCar: entries(21, start: 3, count: 150), withCar: entries(80, start: 12, count: 150)),
                    ])))
    }

    /// A town where only some pairs can be travelled, and a car does not put the sites in the order that its lack does.
    package static func sparse(areas: Int, sites: Int, seed: UInt64) -> SpecifiedTravel {
        var numbers = SeededNumbers(seed)
        var costs = SparseCosts(longest: 900, counts: [], sites: [], withoutCar: [], withCar: [])
        for _ in 0..<areas {
            // The last site is always told, so that the number of sites can be.
            let told = (0..<sites).filter { $0 == sites - 1 || Int.random(in: 0..<3, using: &numbers) == 0 }
            costs.counts.append(UInt32(told.count))
            for site in told {
                let minutes = UInt16.random(in: 20...900, using: &numbers)
                costs.sites.append(UInt32(site))
                costs.withoutCar.append(minutes)
                costs.withCar?.append(UInt16.random(in: 10...minutes, using: &numbers))
            }
        }
        return SpecifiedTravel(.sparse(costs))
    }

    package static func lines(areas: Int, sites: Int, seed: UInt64, rounding: MetricCosts.Rounding) -> SpecifiedTravel {
        var numbers = SeededNumbers(seed)
        func place() -> Point {
            Point(x: .random(in: 0...1000, using: &numbers), y: .random(in: 0...1000, using: &numbers))
        }
        return SpecifiedTravel(
            .metric(
                MetricCosts(
                    areas: (0..<areas).map { _ in place() }, sites: (0..<sites).map { _ in place() },
                    rounding: rounding)))
    }
}
