internal import HubModel

/// Minutes of the pairs that can be travelled, area by area: sites ascending, with the order by cost beside them.
struct SparsePairs: Sendable {
    let areaCount: Int
    let siteCount: Int
    let longest: TenthMinutes
    /// Where each area's pairs start; one more entry than areas.
    let starts: [Int]
    /// Ascending within an area.
    let sites: [UInt32]
    /// Tenths, at most `longest`; `cannot` where there is no journey for that kind of household.
    let withoutCar: [UInt16]
    let withCar: [UInt16]
    /// Places within the area, by the sum of both costs and then by site.
    let order: [UInt32]
    /// Pairs of each area that cost some household less than the longest journey: they come first in `order`.
    let counted: [UInt32]
    /// Whether two of an area's sites come in one order for one kind of household and in the other for the other.
    let ordersDiffer: [Bool]

    static let cannot = UInt16.max

    /// Whether no area's households disagree about the order of sites.
    var ordersAlike: Bool { !ordersDiffer.contains(true) }

    func pairs(_ area: Int) -> Range<Int> { starts[area]..<starts[area + 1] }

    /// Where a pair is held; nil when nobody can travel it.
    func place(area: Int, site: Int) -> Int? {
        var (low, high) = (starts[area], starts[area + 1])
        while low < high {
            let middle = (low + high) / 2
            if Int(sites[middle]) < site { low = middle + 1 } else { high = middle }
        }
        return low < starts[area + 1] && Int(sites[low]) == site ? low : nil
    }

    @inline(__always)
    func minutes(at place: Int, _ household: Household) -> TenthMinutes {
        min(TenthMinutes(household == .withCar ? withCar[place] : withoutCar[place]), longest)
    }

    func canTravel(at place: Int, _ household: Household) -> Bool {
        (household == .withCar ? withCar[place] : withoutCar[place]) != Self.cannot
    }

    // MARK: Rows

    /// The nearest sites as the contract of ``TravelTable`` asks: where the two kinds of household disagree about the
    /// order, every pair that is held.
    func nearest(area: Int, count: Int, into row: inout TravelRow) {
        row.sites.removeAll(keepingCapacity: true)
        row.withoutCar.removeAll(keepingCapacity: true)
        row.withCar.removeAll(keepingCapacity: true)
        let wanted = min(max(count, 0), siteCount)
        let held = Int(counted[area])
        let taken = ordersDiffer[area] ? held : min(wanted, held)
        for k in 0..<taken { append(starts[area] + Int(order[starts[area] + k]), to: &row) }
        if taken < held {
            let next = starts[area] + Int(order[starts[area] + taken])
            row.absentWithoutCar = minutes(at: next, .withoutCar)
            row.absentWithCar = minutes(at: next, .withCar)
            return
        }
        fill(area: area, upTo: wanted, &row)
        row.absentWithoutCar = row.sites.count < siteCount ? longest : .max
        row.absentWithCar = row.absentWithoutCar
    }

    private func append(_ place: Int, to row: inout TravelRow) {
        row.sites.append(sites[place])
        row.withoutCar.append(minutes(at: place, .withoutCar))
        row.withCar.append(minutes(at: place, .withCar))
    }

    /// Adds sites that cost everybody the longest journey, by number, until the row has so many.
    private func fill(area: Int, upTo wanted: Int, _ row: inout TravelRow) {
        var next = starts[area]
        var site: UInt32 = 0
        while row.sites.count < wanted, site < siteCount {
            while next < starts[area + 1], sites[next] < site { next += 1 }
            let isHeld = next < starts[area + 1] && sites[next] == site
            if !isHeld || isLongest(next) {
                row.sites.append(site)
                row.withoutCar.append(longest)
                row.withCar.append(longest)
            }
            site += 1
        }
    }

    func isLongest(_ place: Int) -> Bool {
        minutes(at: place, .withoutCar) >= longest && minutes(at: place, .withCar) >= longest
    }

    func within(area: Int, limit: TenthMinutes, into near: inout NearSites) {
        if limit >= longest {
            var row = TravelRow()
            nearest(area: area, count: siteCount, into: &row)
            near.fill(upTo: row.sites.count) { sites, withoutCar, withCar in
                for k in row.sites.indices {
                    (sites[k], withoutCar[k], withCar[k]) = (row.sites[k], row.withoutCar[k], row.withCar[k])
                }
                return row.sites.count
            }
            return
        }
        let held = Int(counted[area])
        near.fill(upTo: held) { found, foundWithout, foundWith in
            var count = 0
            for k in 0..<held {
                let place = starts[area] + Int(order[starts[area] + k])
                let (without, with) = (minutes(at: place, .withoutCar), minutes(at: place, .withCar))
                if min(without, with) > limit {
                    if ordersDiffer[area] { continue }
                    break
                }
                (found[count], foundWithout[count], foundWith[count]) = (sites[place], without, with)
                count += 1
            }
            return count
        }
    }

    /// Every pair that costs less than the longest journey.
    var specification: SparseCosts {
        let isSame = zip(withoutCar, withCar).allSatisfy { $0 == $1 }
        var costs = SparseCosts(
            longest: longest, counts: counted, sites: [], withoutCar: [], withCar: isSame ? nil : [])
        for place in sites.indices where !isLongest(place) {
            costs.sites.append(sites[place])
            costs.withoutCar.append(UInt16(minutes(at: place, .withoutCar)))
            costs.withCar?.append(UInt16(minutes(at: place, .withCar)))
        }
        return costs
    }
}
