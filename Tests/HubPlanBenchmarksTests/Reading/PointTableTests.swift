import HubModel
import Testing

@testable import HubPlanBenchmarks

@Suite struct PointTableTests {
    private let points = (0..<300).map { Point(x: Double($0 * 7919 % 1000), y: Double($0 * 104_729 % 700)) }

    /// Against every site looked at one by one, at each rounding, for the whole table and for a part of it.
    @Test(arguments: [PointTable.Rounding.down, .nearest, .hundredths, .hundredthsUpwards, .hundreds])
    func withinMissesNoSite(_ rounding: PointTable.Rounding) {
        let table = PointTable(areas: Array(points.prefix(40)), sites: points, rounding: rounding)
        let some = (0..<UInt32(300)).filter { $0 % 5 != 3 }
        for (part, numbers) in [(table as any TravelTable, Array(0..<UInt32(300))), (table.restricted(to: some), some)]
        {
            #expect(part.longest == table.longest)
            var near = NearSites()
            for area in 0..<40 {
                for limit in [0, 1, 50, 333, 2_000_000].map({ TenthMinutes(Double($0) * rounding.unitsPerUnit) }) {
                    part.within(area: area, limit: limit, into: &near)
                    let told = Set((0..<near.count).map { near.sites[$0] })
                    for k in 0..<near.count {
                        let number = Int(numbers[Int(near.sites[k])])
                        #expect(near.withoutCar[k] == table.minutes(area: area, household: .withoutCar, site: number))
                        #expect(near.withCar[k] == near.withoutCar[k])
                    }
                    for (site, number) in numbers.enumerated() where !told.contains(UInt32(site)) {
                        #expect(table.minutes(area: area, household: .withCar, site: Int(number)) > limit)
                    }
                }
            }
        }
    }

    /// A certificate may be told only what makes the same costs again.
    @Test func costsAreToldWhereTheyAreWhole() throws {
        for (rounding, half) in [(PointTable.Rounding.down, 0.0), (.nearest, 0.5)] {
            // Halves among them.
            let areas = points.prefix(40).map { Point(x: $0.x + 0.5, y: $0.y) }
            let table = PointTable(areas: areas, sites: points, rounding: rounding)
            guard case .metric(let told) = table.specification else {
                Issue.record("Nothing is told of whole distances.")
                continue
            }
            #expect(told.rounding == (half == 0 ? .down : .nearest))
            for area in 0..<40 {
                for site in 0..<300 {
                    let (dx, dy) = (told.areas[area].x - told.sites[site].x, told.areas[area].y - told.sites[site].y)
                    let metres = ((dx * dx + dy * dy).squareRoot() + half).rounded(.down)
                    #expect(table.minutes(area: area, household: .withCar, site: site) == TenthMinutes(metres))
                }
            }
        }
        #expect(PointTable(areas: points, sites: points, rounding: .hundredths).specification == nil)
    }
}
