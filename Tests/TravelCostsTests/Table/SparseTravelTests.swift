import HubModel
import Testing

@testable import TravelCosts

@Suite struct SparseTravelTests {
    @Test(arguments: [1, 3])
    func morePairsThanFitIntoMemoryAreRefused(threads: Int) throws {
        func pairs(_ most: Int) throws -> SparsePairs {
            try SparsePairs(areas: 4, sites: 5, longest: 7200, threads: threads, most: most) { sites, columns in
                for (place, site) in sites.enumerated() {
                    for area in 0...site where area < 4 { columns[place].offer(10, area: area, needsCar: false) }
                }
            }
        }
        #expect(try pairs(14).sites.count == 14)
        let told = sentence { _ = try pairs(13) }
        #expect(told.contains("less than `journey.longest` (720 minutes) join more than 13 pairs of areas and sites"))
    }

    private static let quality = TravelQuality(title: "made up", errorBands: [], source: "this test")

    private static var settings: TravelSettings {
        var settings = Travellers.adult
        // So that some trips are longer than the longest that is counted.
        _ = settings.set("journey.longest", to: 300)
        return settings
    }

    fileprivate struct Town {
        let ways: [TravelWay]
        let sparse: SparseTravel
        let dense: TravelMatrix

        init(areas: Int, sites: Int, seed: UInt64, hasCar: Bool = true, threads: Int = 2) throws {
            let sources = [JourneyMode.onFoot, .byBus, .byCar].prefix(hasCar ? 3 : 2).enumerated().map {
                ListedTrips.random($0.element, areas: areas, sites: sites, seed: 10 * seed + UInt64($0.offset))
            }
            ways = sources.map { TravelWay($0) }
            sparse = try SparseTravel(ways: ways, settings: settings, quality: quality, threads: threads)
            let cost = try GeneralisedCost(settings)
            func table(_ modes: Set<JourneyMode>) -> [TenthMinutes] {
                (0..<areas).flatMap { area in
                    (0..<sites).map { site in
                        sources.filter { modes.contains($0.mode) }.compactMap { $0.listed[area][site] }
                            .map(cost.tenths).min() ?? cost.longest
                    }
                }
            }
            dense = TravelMatrix(
                areaCount: areas, siteCount: sites, withoutCar: table([.onFoot, .byBus]),
                withCar: table([.onFoot, .byBus, .byCar]))
        }
    }

    @Test(arguments: 0..<UInt64(6)) func everyPairCostsTheLeastOfItsWays(seed: UInt64) throws {
        let town = try Town(areas: 25, sites: 14, seed: seed, hasCar: seed % 2 == 0)
        #expect(town.sparse.areaCount == 25 && town.sparse.siteCount == 14 && town.sparse.longest == 3_000)
        for area in 0..<25 {
            for household in Household.allCases {
                for site in 0..<14 {
                    let minutes = town.sparse.minutes(area: area, household: household, site: site)
                    #expect(minutes == town.dense.minutes(area: area, household: household, site: site))
                }
            }
        }
    }

    /// The contract of a row, for every count: sorted, ties by number, nothing absent costs less than is said, and a row
    /// whose households disagree comes with every pair that costs less than the longest journey.
    @Test(arguments: 0..<UInt64(8)) func rowsKeepTheirContract(seed: UInt64) throws {
        let town = try Town(areas: 20, sites: 12, seed: seed, hasCar: seed % 2 == 0)
        var row = TravelRow()
        for area in 0..<20 {
            let disagrees = town.disagrees(area)
            for count in 0...13 {
                town.sparse.nearest(area: area, count: count, into: &row)
                #expect(row.sites.count >= min(count, 12))
                #expect(Set(row.sites).count == row.sites.count)
                for (k, site) in row.sites.enumerated() {
                    #expect(row.withoutCar[k] == town.minutes(area, .withoutCar, site))
                    #expect(row.withCar[k] == town.minutes(area, .withCar, site))
                    guard k > 0 else { continue }
                    let before = (row.withoutCar[k - 1], row.withCar[k - 1])
                    if before == (row.withoutCar[k], row.withCar[k]) { #expect(row.sites[k - 1] < site) }
                    if !disagrees { #expect(before.0 <= row.withoutCar[k] && before.1 <= row.withCar[k]) }
                }
                for site in (0..<UInt32(12)) where !row.sites.contains(site) {
                    let costs = (town.minutes(area, .withoutCar, site), town.minutes(area, .withCar, site))
                    #expect(costs.0 >= row.absentWithoutCar && costs.1 >= row.absentWithCar)
                    if disagrees { #expect(costs == (3_000, 3_000)) }
                }
                #expect((row.sites.count == 12) == (row.absentWithoutCar == .max))
            }
        }
    }

    @Test(arguments: 0..<UInt64(6)) func sitesWithinALimitAreAllFound(seed: UInt64) throws {
        let town = try Town(areas: 20, sites: 15, seed: seed, hasCar: seed % 2 == 0)
        var near = NearSites()
        for area in 0..<20 {
            for limit in [TenthMinutes(0), 300, 900, 2_999, 3_000] {
                town.sparse.within(area: area, limit: limit, into: &near)
                let found = near.sites.prefix(near.count)
                #expect(Set(found).count == near.count)
                for (k, site) in found.enumerated() {
                    #expect(near.withoutCar[k] == town.minutes(area, .withoutCar, site))
                    #expect(near.withCar[k] == town.minutes(area, .withCar, site))
                }
                let least = (0..<UInt32(15)).filter {
                    min(town.minutes(area, .withoutCar, $0), town.minutes(area, .withCar, $0)) <= limit
                }
                #expect(Set(found).isSuperset(of: least))
            }
        }
    }

    @Test(arguments: 0..<UInt64(4)) func someOfTheSitesAreTheSameTable(seed: UInt64) throws {
        let town = try Town(areas: 15, sites: 12, seed: seed)
        let chosen: [UInt32] = [1, 2, 5, 8, 11]
        let part = town.sparse.restricted(to: chosen)
        let journeys = try #require(part as? any JourneyTable)
        #expect(part.siteCount == 5 && part.longest == 3_000)
        for area in 0..<15 {
            for household in Household.allCases {
                for (site, old) in chosen.enumerated() {
                    #expect(
                        part.minutes(area: area, household: household, site: site)
                            == town.minutes(area, household, old))
                    #expect(
                        journeys.options(area: area, household: household, site: site)
                            == town.sparse.options(area: area, household: household, site: Int(old)))
                }
            }
        }
    }

    @Test func threadsDoNotChangeTheTable() throws {
        let one = try Town(areas: 40, sites: 30, seed: 3, threads: 1)
        let four = try Town(areas: 40, sites: 30, seed: 3, threads: 4)
        #expect(one.sparse.specification == four.sparse.specification)
        #expect(one.sparse.pairs.order == four.sparse.pairs.order)
    }

    @Test(arguments: 0..<UInt64(4)) func theSpecificationTellsEveryCost(seed: UInt64) throws {
        let town = try Town(areas: 15, sites: 12, seed: seed, hasCar: seed % 2 == 0)
        guard case .sparse(let costs)? = town.sparse.specification else {
            Issue.record("not a sparse table")
            return
        }
        #expect((costs.withCar == nil) == (seed % 2 == 1))
        #expect(costs.counts.count == 15 && costs.longest == 3_000)
        for area in 0..<15 {
            for site in 0..<UInt32(12) {
                let pair = (costs.starts[area]..<costs.starts[area + 1]).first { costs.sites[$0] == site }
                let withCar = costs.withCar ?? costs.withoutCar
                #expect(
                    pair.map { TenthMinutes(costs.withoutCar[$0]) } ?? 3_000 == town.minutes(area, .withoutCar, site))
                #expect(pair.map { TenthMinutes(withCar[$0]) } ?? 3_000 == town.minutes(area, .withCar, site))
            }
        }
    }

    @Test func waysToTravelAreToldCheapestFirstAndTheOthersRefused() throws {
        let town = try Town(areas: 15, sites: 12, seed: 9)
        var refusals = Set<JourneyMode>()
        for area in 0..<15 {
            for site in 0..<12 {
                for household in Household.allCases {
                    let options = town.sparse.options(area: area, household: household, site: site)
                    #expect(Set(options.map(\.mode)) == [.onFoot, .byBus, .byCar])
                    let costs = options.compactMap(\.parts?.total)
                    #expect(costs == costs.sorted())
                    #expect(
                        costs.first ?? 3_000 == town.sparse.minutes(area: area, household: household, site: site))
                    #expect(
                        town.sparse.canTravel(area: area, household: household, site: site) == !costs.isEmpty)
                    #expect(options.allSatisfy { ($0.parts == nil) == ($0.refusal != nil) })
                    let journey = town.sparse.journeys(to: site, from: [area], household: household)
                    #expect(journey == [options.first?.parts])
                    refusals.formUnion(options.filter { $0.parts == nil }.map(\.mode))
                }
            }
        }
        #expect(refusals == [.onFoot, .byBus, .byCar])
    }

    @Test func aTravellerWithoutTheUseOfACarLeavesItAtHome() throws {
        var settings = Self.settings
        _ = settings.set("car.used", to: 0)
        let car = TravelWay(ListedTrips.random(.byCar, areas: 3, sites: 3, seed: 1))
        let foot = TravelWay(ListedTrips.random(.onFoot, areas: 3, sites: 3, seed: 2))
        let both = try SparseTravel(ways: [foot, car], settings: settings, quality: Self.quality, threads: 1)
        #expect(both.ordersHouseholdsAlike && both.ways.count == 1)
        #expect(throws: TravelError.self) {
            try SparseTravel(ways: [car], settings: settings, quality: Self.quality, threads: 1)
        }
    }

    @Test func waysBetweenOtherPlacesAreRefused() {
        let small = TravelWay(ListedTrips.random(.onFoot, areas: 3, sites: 3, seed: 1))
        let large = TravelWay(ListedTrips.random(.byBus, areas: 4, sites: 3, seed: 1))
        #expect(throws: TravelError.self) {
            try SparseTravel(ways: [small, large], settings: Self.settings, quality: Self.quality, threads: 1)
        }
    }
}

extension SparseTravelTests.Town {
    fileprivate func minutes(_ area: Int, _ household: Household, _ site: UInt32) -> TenthMinutes {
        dense.minutes(area: area, household: household, site: Int(site))
    }

    /// Whether two sites come in one order for one kind of household and in the other for the other.
    fileprivate func disagrees(_ area: Int) -> Bool {
        let sites = 0..<UInt32(dense.siteCount)
        return sites.contains { a in
            sites.contains { b in
                minutes(area, .withoutCar, a) < minutes(area, .withoutCar, b)
                    && minutes(area, .withCar, a) > minutes(area, .withCar, b)
            }
        }
    }
}
