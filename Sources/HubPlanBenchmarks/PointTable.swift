internal import HubModel

/// Travel as whole-number distance between points: how the literature's instances and the peers' are given.
///
/// Sites are found through square cells, ring by ring, so that no matrix is held. Households with and without a car
/// cost the same.
struct PointTable: TravelTable {
    /// How a distance becomes a whole number.
    enum Rounding: Sendable {
        /// ⌊d⌋, as in the TSPLIB p-median literature.
        case down
        /// The nearest whole unit, halves upwards, as in TSPLIB.
        case nearest
        /// Hundredths of a unit, for instances whose distances are not rounded at all.
        case hundredths
        /// Hundredths of a unit, upwards, so that a distance is within a limit just when its rounded value is.
        case hundredthsUpwards
        /// Hundreds of units, upwards, so that a limit in whole hundreds keeps its meaning: for sums of two parts.
        case hundreds

        func callAsFunction(_ distance: Double) -> UInt32 {
            switch self {
            case .down: UInt32(distance)
            case .nearest: UInt32((distance + 0.5).rounded(.down))
            case .hundredths: UInt32((distance * 100).rounded(.toNearestOrEven))
            case .hundredthsUpwards: UInt32((distance * 100).rounded(.up))
            case .hundreds: UInt32((distance / 100).rounded(.up))
            }
        }

        /// No pair that costs at most `limit` is farther apart than this.
        func farthest(_ limit: UInt32) -> Double {
            switch self {
            case .down, .nearest: Double(limit) + 1.001
            case .hundredths, .hundredthsUpwards: (Double(limit) + 1.001) / 100
            case .hundreds: Double(limit) * 100 + 0.001
            }
        }

        /// What one unit of distance is, in whole numbers of this rounding.
        var unitsPerUnit: Double {
            switch self {
            case .down, .nearest: 1
            case .hundredths, .hundredthsUpwards: 100
            case .hundreds: 0.01
            }
        }
    }

    let areaCount: Int
    let siteCount: Int
    let longest: TenthMinutes
    private let areas: [Point]
    private let sites: [Point]
    private let rounding: Rounding
    private let low: Point
    private let side: Double
    private let across: Int
    private let down: Int
    private let starts: [Int]
    private let sitesByCell: [UInt32]
    /// Coordinates in the order of `sitesByCell`.
    private let xs: [Double]
    private let ys: [Double]

    var ordersHouseholdsAlike: Bool { true }

    /// Whole units between points, which is what a certificate can tell; nil at other roundings.
    var specification: CostSpecification? {
        let told: MetricCosts.Rounding
        switch rounding {
        case .down: told = .down
        case .nearest: told = .nearest
        case .hundredths, .hundredthsUpwards, .hundreds: return nil
        }
        return .metric(MetricCosts(areas: areas, sites: sites, rounding: told))
    }

    /// - Precondition: there is at least one site.
    /// - Parameter longest: nil for a little more than the farthest pair.
    init(areas: [Point], sites: [Point], rounding: Rounding, longest: TenthMinutes? = nil) {
        (areaCount, siteCount) = (areas.count, sites.count)
        (self.areas, self.sites, self.rounding) = (areas, sites, rounding)
        let xs = sites.map(\.x), ys = sites.map(\.y)
        let (lowX, highX) = (xs.reduce(.infinity, min), xs.reduce(-.infinity, max))
        let (lowY, highY) = (ys.reduce(.infinity, min), ys.reduce(-.infinity, max))
        low = Point(x: lowX, y: lowY)
        // At most 2,000 cells either way, also where all sites stand on one line.
        side = max(
            1e-9, ((highX - lowX) * (highY - lowY) / Double(sites.count) * 3).squareRoot(),
            max(highX - lowX, highY - lowY) / 2000)
        across = Int((highX - lowX) / side) + 1
        down = Int((highY - lowY) / side) + 1
        let (side, across) = (side, across)
        let cells = sites.map { Int(($0.y - lowY) / side) * across + Int(($0.x - lowX) / side) }
        var starts = [Int](repeating: 0, count: across * down + 1)
        for cell in cells { starts[cell + 1] += 1 }
        for cell in 0..<(across * down) { starts[cell + 1] += starts[cell] }
        self.starts = starts
        sitesByCell = cells.indices.sorted { (cells[$0], $0) < (cells[$1], $1) }.map { UInt32($0) }
        self.xs = sitesByCell.map { sites[Int($0)].x }
        self.ys = sitesByCell.map { sites[Int($0)].y }
        let (wideX, wideY) = areas.reduce((0.0, 0.0)) {
            (max($0.0, abs($1.x - lowX), abs($1.x - highX)), max($0.1, abs($1.y - lowY), abs($1.y - highY)))
        }
        self.longest = longest ?? rounding((wideX * wideX + wideY * wideY).squareRoot()) + 1
    }

    private func distance(_ area: Int, _ site: Int) -> Double {
        let (dx, dy) = (areas[area].x - sites[site].x, areas[area].y - sites[site].y)
        return (dx * dx + dy * dy).squareRoot()
    }

    func minutes(area: Int, household: Household, site: Int) -> TenthMinutes { rounding(distance(area, site)) }

    func restricted(to chosen: [UInt32]) -> any TravelTable {
        PointTable(areas: areas, sites: chosen.map { sites[Int($0)] }, rounding: rounding, longest: longest)
    }

    /// Tuned: sites of a line of cells lie next to each other.
    func within(area: Int, limit: TenthMinutes, into near: inout NearSites) {
        let point = areas[area]
        let radius = rounding.farthest(limit)
        func cell(_ offset: Double, _ count: Int) -> Int {
            Int(min(max((offset / side).rounded(.down), 0), Double(count - 1)))
        }
        let (left, right) = (cell(point.x - radius - low.x, across), cell(point.x + radius - low.x, across))
        let (top, bottom) = (cell(point.y - radius - low.y, down), cell(point.y + radius - low.y, down))
        let most = (top...bottom).reduce(0) { $0 + starts[$1 * across + right + 1] - starts[$1 * across + left] }
        let squared = radius * radius
        near.fill(upTo: most) { sites, withoutCar, withCar in
            var count = 0
            for line in top...bottom {
                for k in starts[line * across + left]..<starts[line * across + right + 1] {
                    let (dx, dy) = (point.x - xs[k], point.y - ys[k])
                    let distance = dx * dx + dy * dy
                    guard distance <= squared else { continue }
                    let cost = rounding(distance.squareRoot())
                    sites[count] = sitesByCell[k]
                    withoutCar[count] = cost
                    withCar[count] = cost
                    count += 1
                }
            }
            return count
        }
    }

    func nearest(area: Int, count: Int, into row: inout TravelRow) {
        let count = min(count, siteCount)
        let point = areas[area]
        let column = min(max(Int(((point.x - low.x) / side).rounded(.down)), 0), across - 1)
        let line = min(max(Int(((point.y - low.y) / side).rounded(.down)), 0), down - 1)
        var found: [(cost: UInt32, site: UInt32)] = []
        var ring = 0
        var sure = 0.0
        while true {
            for y in max(0, line - ring)...min(down - 1, line + ring) {
                let isEdge = abs(y - line) == ring
                let span =
                    isEdge
                    ? Array(max(0, column - ring)...min(across - 1, column + ring)) : [column - ring, column + ring]
                for x in span where x >= 0 && x < across {
                    for k in starts[y * across + x]..<starts[y * across + x + 1] {
                        found.append((rounding(distance(area, Int(sitesByCell[k]))), sitesByCell[k]))
                    }
                }
            }
            // Sites outside the square of rings are at least this far away.
            sure = beyond(point, column, line, ring)
            if sure == .infinity { break }
            let most = rounding(max(0, sure))
            if found.count >= count, found.count(where: { $0.cost < most }) >= count { break }
            ring += 1
        }
        found.sort { $0 < $1 }
        let kept = found.prefix(count)
        let last = kept.last?.cost ?? 0
        row.sites = kept.map(\.site)
        row.withoutCar = kept.map(\.cost)
        row.withCar = row.withoutCar
        let absent: TenthMinutes = kept.count == siteCount ? .max : (found.count > count ? found[count].cost : last)
        // The first site left out bounds the rest, unless sites in farther rings might be as near.
        row.absentWithoutCar =
            kept.count == siteCount ? .max : max(last, min(absent, sure == .infinity ? .max : rounding(sure)))
        row.absentWithCar = row.absentWithoutCar
    }

    private func beyond(_ point: Point, _ column: Int, _ line: Int, _ ring: Int) -> Double {
        var least = Double.infinity
        if column - ring > 0 { least = min(least, point.x - (low.x + Double(column - ring) * side)) }
        if column + ring < across - 1 { least = min(least, low.x + Double(column + ring + 1) * side - point.x) }
        if line - ring > 0 { least = min(least, point.y - (low.y + Double(line - ring) * side)) }
        if line + ring < down - 1 { least = min(least, low.y + Double(line + ring + 1) * side - point.y) }
        return least == .infinity ? least : least * (1 - 1e-12) - 1e-6
    }
}
