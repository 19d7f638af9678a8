import Testing

@testable import TravelCosts

@Suite struct LatestClosingTests {
    @Test func theLastBusSetsTheLastClosingTime() throws {
        let trips = try CoastLine().trips()
        let latest = LatestClosing(trips, weights: [60, 30, 10], walks: [false, false, false])
        // 20:05 from Hill, less 3 minutes' walk and a minute at the stop.
        #expect(latest(site: 0, share: 1, of: 2) == .init(minute: 20 * 60 + 1, home: 60, all: 100))
        #expect(latest(site: 0, share: 6, of: 10).minute == 20 * 60 + 1)
        // Woods has the 18:05 with its change alone.
        #expect(latest(site: 0, share: 9, of: 10) == .init(minute: 18 * 60 + 1, home: 90, all: 100))
        #expect(latest(site: 0, share: 91, of: 100).minute == nil)
        #expect(latest(site: 1, share: 1, of: 100).minute == nil)
    }

    @Test func whoeverWalksGetsHomeAtAnyHour() throws {
        let latest = LatestClosing(try CoastLine().trips(), weights: [60, 30, 10], walks: [false, true, true])
        #expect(latest(site: 0, share: 2, of: 5).minute == 1440)
        #expect(latest(site: 0, share: 1, of: 1) == .init(minute: 20 * 60 + 1, home: 100, all: 100))
    }

    @Test func theAnswerIsTheLastOfAllMinutesTriedOneByOne() throws {
        var coast = try CoastLine()
        coast.settings = coast.settings.changing(["bus.homeLimit": 35])
        let trips = try coast.trips()
        let weights: [Int64] = [60, 30, 10]
        let latest = LatestClosing(trips, weights: weights, walks: [false, false, false])
        let home = (990...1440).map { minute in
            let at = BusTrips(
                timetable: trips.timetable, opens: trips.opens, closes: Int32(minute * 60), fares: trips.fares,
                settings: trips.settings)
            return at.trips(site: 0).areas.map { weights[Int($0)] }.reduce(0, +)
        }
        for share in [10, 31, 61, 90, 95] as [Int64] {
            let last = home.lastIndex { $0 >= share }.map { $0 + 990 }
            #expect(latest(site: 0, share: share, of: 100).minute == last, "\(share)")
        }
    }
}
