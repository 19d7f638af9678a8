import HubModel
import Testing

@testable import TravelCosts

/// Rows keep the contract of `TravelTable`, checked against a plain twin that costs and sorts every site.
struct EstimatedRowTests {
    private func town(areas: Int, sites: Int, coarse: Bool, seed: UInt64) throws -> EstimatedTravel {
        var random = SeededGenerator(seed: seed)
        func place(_ spread: Double) -> Point {
            let point = Point(x: .random(in: 0...spread, using: &random), y: .random(in: 0...spread, using: &random))
            return coarse ? Point(x: (point.x / 2000).rounded() * 2000, y: (point.y / 2000).rounded() * 2000) : point
        }
        return try EstimatedTravel(
            areas: (0..<areas).map { $0 % 7 == 0 ? Point(x: -70_000, y: 9000) : place(40_000) },
            settlements: (0..<areas).map { $0 % 3 == 0 ? .rural : .urban },
            sites: (0..<sites).map { _ in place(40_000) },
            settings: Travellers.youngPersonAlone.changing(["journey.longest": 420])
        )
    }

    /// The plain twin: every site costed by `minutes`, the nearest by squared metres kept, ties in the contract's order.
    private func plainRow(_ travel: EstimatedTravel, area: Int, count: Int, squared: [Double]) -> TravelRow {
        let cost = (0..<travel.siteCount).map { site in
            (
                without: travel.minutes(area: area, household: .withoutCar, site: site),
                with: travel.minutes(area: area, household: .withCar, site: site)
            )
        }
        let byDistance = (0..<travel.siteCount).sorted { (squared[$0], $0) < (squared[$1], $1) }
        let kept = byDistance.prefix(count).sorted {
            (cost[$0].without, cost[$0].with, $0) < (cost[$1].without, cost[$1].with, $1)
        }
        let absent = byDistance.dropFirst(count)
        var row = TravelRow()
        row.sites = kept.map { UInt32($0) }
        row.withoutCar = kept.map { cost[$0].without }
        row.withCar = kept.map { cost[$0].with }
        row.absentWithoutCar = absent.map { cost[$0].without }.min() ?? .max
        row.absentWithCar = absent.map { cost[$0].with }.min() ?? .max
        return row
    }

    @Test(arguments: [false, true], [1, 2, 17, 300])
    func rowsAreThoseOfThePlainTwin(coarse: Bool, sites: Int) throws {
        let travel = try town(areas: 30, sites: sites, coarse: coarse, seed: UInt64(sites))
        var row = TravelRow()
        for area in 0..<travel.areaCount {
            let squared = (0..<sites).map { travel.squaredMetres(area: area, site: $0) }
            for count in [0, 1, 8, sites, sites + 5] {
                travel.nearest(area: area, count: count, into: &row)
                let plain = plainRow(travel, area: area, count: count, squared: squared)
                try #require(row.sites == plain.sites)
                try #require(row.withoutCar == plain.withoutCar && row.withCar == plain.withCar)
                try #require(row.absentWithoutCar == plain.absentWithoutCar)
                try #require(row.absentWithCar == plain.absentWithCar)
                try #require(zip(row.withoutCar, row.withoutCar.dropFirst()).allSatisfy { $0 <= $1 })
                try #require(zip(row.withCar, row.withCar.dropFirst()).allSatisfy { $0 <= $1 })
            }
        }
    }

    @Test func sitesEqualForBothKindsAreInTheOrderOfTheirNumbers() throws {
        // All far beyond the longest journey, the furthest first: every pair costs the same.
        let settings = Travellers.adult.changing(["journey.longest": 60])
        let travel = try oneRoad(settings, sitesAt: [400_000, 300_000, 200_000, 100_000])
        var row = TravelRow()
        travel.nearest(area: urbanHome, count: 4, into: &row)
        #expect(row.sites == [0, 1, 2, 3])
        #expect(row.withCar == [600, 600, 600, 600])
        travel.nearest(area: urbanHome, count: 2, into: &row)
        #expect(row.sites == [2, 3])
        #expect(row.absentWithoutCar == 600)
    }

    @Test func aServiceWithoutSitesHasEmptyRows() throws {
        let travel = try oneRoad(Travellers.adult, sitesAt: [])
        var row = TravelRow()
        travel.nearest(area: urbanHome, count: 3, into: &row)
        #expect(row.sites.isEmpty)
        #expect(row.absentWithoutCar == .max && row.absentWithCar == .max)
    }

    @Test func threadsGetTheSameRows() async throws {
        let travel = try town(areas: 120, sites: 400, coarse: false, seed: 3)
        let rowOf: @Sendable (Int) -> [UInt32] = { area in
            var row = TravelRow()
            travel.nearest(area: area, count: 50, into: &row)
            return row.sites + row.withoutCar + row.withCar + [row.absentWithoutCar, row.absentWithCar]
        }
        let alone = (0..<travel.areaCount).map(rowOf)
        let together = await withTaskGroup(of: (Int, [UInt32]).self) { group in
            for area in alone.indices { group.addTask { (area, rowOf(area)) } }
            return await group.reduce(into: [[UInt32]](repeating: [], count: alone.count)) { $0[$1.0] = $1.1 }
        }
        #expect(together == alone)
    }

    /// Every site within a limit is told, with its own minutes, by the whole table and by a part of it.
    @Test(arguments: [false, true])
    func withinMissesNoSite(coarse: Bool) throws {
        let travel = try town(areas: 21, sites: 150, coarse: coarse, seed: 12)
        let some = (0..<UInt32(150)).filter { $0 % 3 != 0 }
        let parts: [(any TravelTable, [UInt32])] = [
            (travel, Array(0..<UInt32(150))), (travel.restricted(to: some), some),
            (SelectedTravel(travel, sites: some), some),
        ]
        for (table, numbers) in parts {
            #expect(table.siteCount == numbers.count && table.ordersHouseholdsAlike)
            var near = NearSites()
            for area in 0..<travel.areaCount {
                for limit: TenthMinutes in [0, 200, 700, 1500, 4199, 4200] {
                    table.within(area: area, limit: limit, into: &near)
                    let told = Dictionary(
                        uniqueKeysWithValues: (0..<near.count).map {
                            (near.sites[$0], [near.withoutCar[$0], near.withCar[$0]])
                        })
                    for (site, number) in numbers.enumerated() {
                        let minutes = [Household.withoutCar, .withCar].map {
                            travel.minutes(area: area, household: $0, site: Int(number))
                        }
                        if let known = told[UInt32(site)] { #expect(known == minutes) }
                        #expect(told[UInt32(site)] != nil || min(minutes[0], minutes[1]) > limit)
                    }
                }
            }
        }
    }
}
