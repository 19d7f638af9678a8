import HubModel

@testable import TravelCosts

/// The tiny feed with a hub at Hill (C) and homes at Harbour (A), Woods (D) and nowhere near a stop, and buses home:
/// from Hill at 18:05 and 20:05 to Market and Harbour, from Market at 18:30 to Woods.
struct CoastLine {
    var tiny: TinyFeed
    var opens: Int32 = 59_400
    var closes: Int32 = 64_800
    var settings = Travellers.childAlone11

    init() throws {
        tiny = try TinyFeed()
        tiny.append("r1,week,h1,Harbour\nr1,week,h2,Harbour\nr2,week,h3,Woods\nr2,week,o1,Market\n", to: "trips.txt")
        tiny.append(
            """
            h1,18:05:00,18:05:00,C,1,0,0
            h1,18:15:00,18:15:00,B,2,0,0
            h1,18:25:00,18:25:00,A,3,0,0
            h2,20:05:00,20:05:00,C,1,0,0
            h2,20:15:00,20:15:00,B,2,0,0
            h2,20:25:00,20:25:00,A,3,0,0
            h3,18:30:00,18:30:00,B,1,0,0
            h3,18:40:00,18:40:00,D,2,0,0
            o1,15:40:00,15:40:00,D,1,0,0
            o1,15:55:00,15:55:00,B,2,0,0

            """, to: "stop_times.txt")
    }

    static let harbour = 0
    static let woods = 1
    static let farm = 2

    func trips() throws -> BusTrips {
        let feed = try tiny.read()
        let timetable = BusTimetable(
            feed: feed, day: try ServiceDay(feed, on: TinyFeed.tuesday),
            homes: StopAccess(count: 3, walks: [(0, 0, 120), (1, 3, 240)]),
            hubs: StopAccess(count: 2, walks: [(0, 2, 180)]), changes: [])
        return BusTrips(
            timetable: timetable, opens: opens, closes: closes, fares: try FareScheme(settings, tables: feed.fares),
            settings: try BusSettings(settings))
    }
}
