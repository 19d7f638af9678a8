package import HubModel

/// Generalised minutes of the pairs that can be travelled, built from trips: 12 bytes a pair.
///
/// A household without a car takes the cheapest of the ways that need none, one with a car the cheapest of all. A pair
/// that nobody can travel is not held and costs the longest journey. All state is fixed at the start, so any number of
/// threads may ask at once.
package struct SparseTravel: JourneyTable {
    /// Trips of one way that were worked out before.
    struct Kept: Sendable {
        var trips: KeptTrips
        var needsCar: Bool
    }

    package let settings: TravelSettings
    package let quality: TravelQuality
    /// Empty in a table made again from bytes; see `whole()`.
    package let ways: [TravelWay]
    /// Where trips are looked up: the ways themselves, or those kept of them.
    let tripWays: [TravelWay]
    let cost: GeneralisedCost
    let pairs: SparsePairs
    package let hasTimetable: Bool
    /// The trips of all ways, where they were to be kept and were not too many.
    let kept: [Kept]?
    private let makeWays: (@Sendable () throws -> [TravelWay])?

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
    ///   - keeping: trips that may be kept in memory, so that ``packed(findings:)`` holds them too; 0 keeps none.
    /// - Throws: `TravelError` when a setting is missing or outside its range, or the ways do not fit each other.
    package init(
        ways: [TravelWay], settings: TravelSettings, quality: TravelQuality, threads: Int, keeping: Int = 0
    ) throws {
        let used = try Self.used(ways, settings)
        guard let first = used.first else {
            throw TravelError("There is no way of travelling that \(settings.traveller) can use. Give at least one.")
        }
        guard used.allSatisfy({ $0.source.areaCount == first.source.areaCount && $0.siteCount == first.siteCount })
        else {
            throw TravelError(
                "The ways of travelling are not between the same areas and sites. Make all from one region.")
        }
        cost = try GeneralisedCost(settings)
        let keeper = keeping > 0 ? TripKeeper(ways: used.count, sites: first.siteCount, most: keeping) : nil
        pairs = try SparsePairs(
            areas: first.source.areaCount, sites: first.siteCount, longest: cost.longest, threads: threads
        ) { [cost] sites, columns in
            for (number, way) in used.enumerated() {
                for (place, trips) in way.trips(sites: sites).enumerated() {
                    for (area, trip) in zip(trips.areas, trips.trips) {
                        columns[place].offer(cost.tenths(trip), area: Int(area), needsCar: way.needsCar)
                    }
                    keeper?.keep(trips, way: number, site: sites.lowerBound + place)
                }
            }
        }
        let areaCount = first.source.areaCount
        kept = keeper?.kept.map { sites in
            zip(used, sites).map { way, sites in
                Kept(
                    trips: KeptTrips(mode: way.mode, areaCount: areaCount, sites: sites), needsCar: way.needsCar)
            }
        }
        self.ways = used
        tripWays = kept.map(Self.ways) ?? used
        hasTimetable = used.contains { $0.source is BusTrips }
        makeWays = nil
        self.settings = settings
        self.quality = quality
    }

    /// A table made again: journeys are told from the trips that were kept.
    init(
        pairs: SparsePairs, kept: [Kept], hasTimetable: Bool, cost: GeneralisedCost, settings: TravelSettings,
        quality: TravelQuality, makeWays: @escaping @Sendable () throws -> [TravelWay]
    ) {
        (self.pairs, self.cost, self.settings, self.quality) = (pairs, cost, settings, quality)
        self.hasTimetable = hasTimetable
        self.makeWays = makeWays
        self.kept = kept
        ways = []
        tripWays = Self.ways(kept)
    }

    private init(_ whole: SparseTravel, sites: [UInt32]) {
        (settings, quality, cost, hasTimetable) = (whole.settings, whole.quality, whole.cost, whole.hasTimetable)
        ways = whole.ways.map { $0.restricted(to: sites) }
        tripWays = whole.tripWays.map { $0.restricted(to: sites) }
        pairs = whole.pairs.restricted(to: sites)
        kept = nil
        makeWays = whole.makeWays.map { make -> @Sendable () throws -> [TravelWay] in
            { try make().map { $0.restricted(to: sites) } }
        }
    }

    private init(_ made: SparseTravel, ways: [TravelWay]) {
        (settings, quality, cost, pairs) = (made.settings, made.quality, made.cost, made.pairs)
        (hasTimetable, kept) = (made.hasTimetable, made.kept)
        makeWays = nil
        self.ways = ways
        tripWays = made.tripWays.isEmpty ? ways : made.tripWays
    }

    private static func ways(_ kept: [Kept]) -> [TravelWay] {
        kept.map { TravelWay($0.trips, needsCar: $0.needsCar) }
    }

    /// The ways that the traveller can use.
    private static func used(_ ways: [TravelWay], _ settings: TravelSettings) throws -> [TravelWay] {
        let isDriven = try SettingsReader(settings).flag("car.used")
        return ways.filter { isDriven || !$0.needsCar }
    }

    package func whole() throws -> any JourneyTable {
        guard let makeWays else { return self }
        return SparseTravel(self, ways: try Self.used(makeWays(), settings))
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
