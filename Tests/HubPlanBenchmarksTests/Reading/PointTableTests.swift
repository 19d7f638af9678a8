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
}
