import HubModel
import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct ServiceDayTests {
    /// Hops that leave before three on the next morning.
    private func hops(_ day: ServiceDay) -> ArraySlice<Connection> {
        day.connections.prefix { $0.departure < 27 * 3600 }
    }

    @Test func hopsStandInOrderOfDeparture() throws {
        let day = try ServiceDay(try TinyFeed().read(), on: TinyFeed.tuesday)
        #expect(hops(day).map(\.departure) == [57_600, 58_200, 58_500])
        #expect(hops(day).map(\.arrival) == [58_200, 58_800, 59_400])
        #expect(hops(day).map(\.from) == [0, 1, 1])
        #expect(day.runs.map(\.shift) == [0, 0, 86_400, 86_400])
        #expect(day.connections.dropFirst(3).map(\.departure) == [144_000, 144_600, 144_900])
    }

    /// Bus 1 leaves at 16:00 and once more at 16:40 by the scenario, bus 2 at 16:15 and at 16:55; an earlier bus 1 has none.
    @Test func oneMoreBusRunsAfterTheLastOfEachLine() throws {
        var tiny = try TinyFeed()
        tiny.append("r1,week,t0,Hill\n", to: "trips.txt")
        tiny.append("t0,09:00:00,09:00:00,A,1,0,0\nt0,09:20:00,09:20:00,C,2,0,0\n", to: "stop_times.txt")
        let day = try ServiceDay(try tiny.read(), on: TinyFeed.tuesday, lastBusLater: 40)
        #expect(hops(day).map(\.departure) == [32_400, 57_600, 58_200, 58_500, 60_000, 60_600, 60_900])
        #expect(day.runs.map(\.shift) == [0, 0, 0, 2400, 2400, 86_400, 86_400, 86_400])
        #expect(hops(day).last?.arrival == 61_800)
    }

    @Test func aDateOutsideTheFeedIsToldWithWhatItCovers() throws {
        let feed = try TinyFeed().read()
        let late = sentence { _ = try ServiceDay(feed, on: try #require(ServiceDate("2026-07-01"))) }
        #expect(late.contains("has no service on 2026-07-01, a Wednesday; it covers 2026-06-01 to 2026-06-30"))
        let saturday = sentence { _ = try ServiceDay(feed, on: try #require(ServiceDate("20260606"))) }
        #expect(saturday.contains("no service on 2026-06-06, a Saturday; it runs on other days between 2026-06-01"))
        #expect(
            saturday.hasSuffix("The nearest day on which it runs is 2026-06-05, a Friday: choose that, or another."))
        #expect(late.hasSuffix("The nearest day on which it runs is 2026-06-30, a Tuesday: choose that, or another."))
    }

    @Test func exceptionsAddAndTakeAwayDays() throws {
        var tiny = try TinyFeed()
        tiny.files["calendar_dates.txt"] =
            "service_id,date,exception_type\nweek,20260606,1\nweek,20260609,2\nextra,20260801,1\n"
        tiny.append("r1,extra,t3,Hill\n", to: "trips.txt")
        tiny.append("t3,10:00:00,10:00:00,A,1,0,0\nt3,10:10:00,10:10:00,B,2,0,0\n", to: "stop_times.txt")
        let feed = try tiny.read()
        #expect(try ServiceDay(feed, on: #require(ServiceDate("20260606"))).runs.count == 2)
        #expect(throws: TravelError.self) { try ServiceDay(feed, on: #require(ServiceDate("20260609"))) }
        #expect(try ServiceDay(feed, on: #require(ServiceDate("20260801"))).runs.map(\.trip) == [2])
        #expect(feed.coverage?.upperBound == ServiceDate("20260801"))
    }

    @Test func aTripOfTheNightBeforeRunsOnPastMidnight() throws {
        var tiny = try TinyFeed()
        tiny.replace("t2,16:15:00,16:15:00", by: "t2,23:50:00,23:50:00", in: "stop_times.txt")
        tiny.replace("t2,16:30:00,16:30:00", by: "t2,24:05:00,24:10:00", in: "stop_times.txt")
        tiny.append("t2,24:30:00,24:30:00,A,3,0,0\n", to: "stop_times.txt")
        let feed = try tiny.read()
        let tuesday = try ServiceDay(feed, on: TinyFeed.tuesday)
        #expect(hops(tuesday).map(\.departure) == [600, 57_600, 58_200, 85_800, 87_000])
        #expect(hops(tuesday).map(\.arrival) == [1800, 58_200, 58_800, 86_700, 88_200])
        let monday = try ServiceDay(feed, on: TinyFeed.tuesday.adding(days: -1))
        #expect(hops(monday).map(\.departure) == [57_600, 58_200, 85_800, 87_000])
    }

    @Test func aBusPastMidnightIsThereHoweverTheFeedWritesIt() throws {
        func night(_ date: String, _ times: (board: String, alight: String)) throws -> [Connection] {
            var tiny = try TinyFeed()
            tiny.files["calendar_dates.txt"] = "service_id,date,exception_type\nnight,\(date),1\n"
            tiny.append("r1,night,t3,Hill\n", to: "trips.txt")
            tiny.append(
                "t3,\(times.board),\(times.board),A,1,0,0\nt3,\(times.alight),\(times.alight),C,2,0,0\n",
                to: "stop_times.txt")
            return hops(try ServiceDay(try tiny.read(), on: TinyFeed.tuesday)).map {
                var hop = $0
                hop.run = 0
                return hop
            }
        }
        let ofTheDay = try night("20260616", ("24:10:00", "24:30:00"))
        #expect(ofTheDay.last?.departure == 87_000 && ofTheDay.last?.arrival == 88_200)
        #expect(try night("20260617", ("00:10:00", "00:30:00")) == ofTheDay)
        #expect(try night("20260618", ("00:10:00", "00:30:00")).count == ofTheDay.count - 1)
    }

    @Test func hopsEndWithTheDayAfter() throws {
        var tiny = try TinyFeed()
        tiny.replace("t2,16:15:00,16:15:00", by: "t2,23:50:00,23:50:00", in: "stop_times.txt")
        tiny.replace("t2,16:30:00,16:30:00", by: "t2,24:05:00,24:10:00", in: "stop_times.txt")
        tiny.append("t2,24:30:00,24:30:00,A,3,0,0\n", to: "stop_times.txt")
        let day = try ServiceDay(try tiny.read(), on: TinyFeed.tuesday)
        #expect(day.connections.map(\.departure) == [600, 57_600, 58_200, 85_800, 87_000, 144_000, 144_600, 172_200])
    }

    @Test func repeatedTripsRunOnceForEachHeadway() throws {
        var tiny = try TinyFeed()
        tiny.files["frequencies.txt"] = "trip_id,start_time,end_time,headway_secs\nt2,17:00:00,18:00:00,1200\n"
        let day = try ServiceDay(try tiny.read(), on: TinyFeed.tuesday)
        #expect(hops(day).filter { $0.to == 3 }.map(\.departure) == [61_200, 62_400, 63_600])
        #expect(hops(day).filter { $0.to == 3 }.map(\.arrival) == [62_100, 63_300, 64_500])
    }

    @Test func datesAreDaysOfTheCalendar() throws {
        #expect(ServiceDate("19700101")?.number == 0)
        #expect(ServiceDate("20000229")?.number == 11_016)
        #expect(ServiceDate("2023-06-13")?.weekdayName == "Tuesday")
        for text in ["20230229", "20231301", "2023061", "2023/06/13", "20230600", "abcdefgh", ""] {
            #expect(ServiceDate(text) == nil)
        }
        for number in stride(from: Int32(-20_000), to: 60_000, by: 37) {
            let date = ServiceDate(number: number)
            #expect(ServiceDate(date.description) == date)
        }
    }

    @Test func timesGoOnPastMidnight() {
        #expect(ClockTime.seconds("7:05:09") == 25_509)
        #expect(ClockTime.seconds("25:10:00") == 90_600)
        #expect(ClockTime.seconds("18:00") == 64_800)
        for text in ["", "7", "7:5", "7:60:00", "07:00:60", "-1:00:00", "07:00:00:00", "999:00:00", "7h00"] {
            #expect(ClockTime.seconds(text) == nil)
        }
        #expect(ClockTime.text(90_600) == "25:10")
        #expect(ClockTime.text(25_509) == "07:05:09")
    }
}
