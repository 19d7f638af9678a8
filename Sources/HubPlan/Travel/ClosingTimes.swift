internal import HubModel
internal import TravelCosts

/// How late sessions can close at each of some sites of one service.
///
/// A site's children are those who go there. Children whom no journey takes to any of the sites and home again count at the
/// site that is nearest to them in a straight line, where they stand against the share.
struct ClosingTimes {
    let run: StudyRun
    /// Of the service in the request.
    let position: Int

    /// Some of a site's children.
    private struct Children: Sendable {
        var area: Int
        var household: Household
        var count: Int64
    }

    /// - Parameters:
    ///   - chosen: who goes where.
    ///   - hubs: the sites, as indices into the region's.
    ///   - share: of the children, from 0 to 1; nil for the traveller's setting.
    /// - Returns: one entry a site, in their order; empty where there are no buses to a timetable.
    /// - Throws: what reading streets and timetable throws, where the table was kept from an earlier run.
    func times(_ chosen: ChosenSites, hubs: [UInt32], share: Double? = nil) throws -> [LatestClosingTime] {
        let settings = chosen.table.settings.parameters
        guard chosen.table.hasTimetable,
            let share = share ?? settings.first(where: { $0.key == "bus.homeShare" })?.value
        else { return [] }
        let table = try chosen.table.whole()
        let sites = run.problem.services[position].siteIndices
        let numbers = Dictionary(sites.enumerated().map { ($1, $0) }) { first, _ in first }
        let children = children(chosen, hubs: hubs, numbers: numbers)
        return Lanes.map(hubs.count, threads: TravelTables.threads) { place in
            func group(_ isCounted: (Household) -> Bool) -> LatestClosingTime.Group {
                var counts = [Int64](repeating: 0, count: table.areaCount)
                for some in children[place] where isCounted(some.household) { counts[some.area] += some.count }
                let answer = numbers[hubs[place]].flatMap { number in
                    table.latestClosing(site: number, children: counts, share: share)
                }
                return LatestClosingTime.Group(children: counts.reduce(0, +), minute: answer?.minute)
            }
            return LatestClosingTime(
                site: hubs[place], share: share, withoutCar: group { $0 == .withoutCar }, everyone: group { _ in true })
        }
    }

    /// By the place of their hub.
    private func children(_ chosen: ChosenSites, hubs: [UInt32], numbers: [UInt32: Int]) -> [[Children]] {
        var children = [[Children]](repeating: [], count: hubs.count)
        let pairs = hubs.enumerated().compactMap { place, hub in numbers[hub].map { ($0, place) } }
        let places = Dictionary(pairs) { first, _ in first }
        let points = hubs.map { run.region.sites[Int($0)].point }
        for (point, site) in zip(chosen.demand, chosen.sites) where point.children > 0 {
            let home = run.region.areas[Int(point.area)].point
            let place =
                site.flatMap { places[$0] }
                ?? points.indices.min {
                    (home.distance(to: points[$0]), $0) < (home.distance(to: points[$1]), $1)
                }
            guard let place else { continue }
            children[place].append(
                Children(area: Int(point.area), household: point.household, count: point.children))
        }
        return children
    }
}
