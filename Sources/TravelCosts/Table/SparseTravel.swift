package import HubModel

/// Generalised minutes of the pairs that can be travelled, built from trips: 12 bytes a pair.
///
/// A household without a car takes the cheapest of the ways that need none, one with a car the cheapest of all. A pair
/// that nobody can travel is not held and costs the longest journey. All state is fixed at the start, so any number of
/// threads may ask at once.
package struct SparseTravel: JourneyTable {
    package let settings: TravelSettings
    package let quality: TravelQuality
    package let ways: [TravelWay]
    let cost: GeneralisedCost
    let pairs: SparsePairs

    package var areaCount: Int { pairs.areaCount }
    package var siteCount: Int { pairs.siteCount }
    package var longest: TenthMinutes { pairs.longest }
    package var pairCount: Int { pairs.sites.count }
    package var ordersHouseholdsAlike: Bool { pairs.ordersAlike }

    /// - Parameters:
    ///   - ways: of travelling, all between the same areas and sites.
    ///   - settings: of the traveller; a car is left at home where `car.used` is 0.
    ///   - quality: of the minutes.
    ///   - threads: to work with; never changes the table.
    /// - Throws: `TravelError` when a setting is missing or outside its range, or the ways do not fit each other.
    package init(ways: [TravelWay], settings: TravelSettings, quality: TravelQuality, threads: Int) throws {
        let isDriven = try SettingsReader(settings).flag("car.used")
        let used = ways.filter { isDriven || !$0.needsCar }
        guard let first = used.first else {
            throw TravelError("There is no way of travelling that \(settings.traveller) can use. Give at least one.")
        }
        guard used.allSatisfy({ $0.source.areaCount == first.source.areaCount && $0.siteCount == first.siteCount })
        else {
            throw TravelError(
                "The ways of travelling are not between the same areas and sites. Make all from one region.")
        }
        cost = try GeneralisedCost(settings)
        pairs = SparsePairs(
            areas: first.source.areaCount, sites: first.siteCount, longest: cost.longest, threads: threads
        ) { [cost] site, column in
            for way in used {
                let trips = way.trips(site: site)
                for (area, trip) in zip(trips.areas, trips.trips) {
                    column.offer(cost.tenths(trip), area: Int(area), needsCar: way.needsCar)
                }
            }
        }
        self.ways = used
        self.settings = settings
        self.quality = quality
    }

    private init(_ whole: SparseTravel, sites: [UInt32]) {
        (settings, quality, cost) = (whole.settings, whole.quality, whole.cost)
        ways = whole.ways.map { $0.restricted(to: sites) }
        pairs = whole.pairs.restricted(to: sites)
    }

    package func restricted(to sites: [UInt32]) -> any TravelTable { SparseTravel(self, sites: sites) }

    package func minutes(area: Int, household: Household, site: Int) -> TenthMinutes {
        pairs.place(area: area, site: site).map { pairs.minutes(at: $0, household) } ?? longest
    }

    package func nearest(area: Int, count: Int, into row: inout TravelRow) {
        pairs.nearest(area: area, count: count, into: &row)
    }

    package func within(area: Int, limit: TenthMinutes, into near: inout NearSites) {
        pairs.within(area: area, limit: limit, into: &near)
    }

    package var specification: CostSpecification? { .sparse(pairs.specification) }
}
