import Foundation
import HubPlanTestSupport
import Testing

@testable import TravelCosts

/// What is wrong in a feed is told with file, row, field and value.
@Suite struct FeedErrorTests {
    @Test(arguments: [
        (
            "stop_times.txt", "t1,16:10:00,16:10:00,B,2", "t1,15:50:00,15:50:00,B,2",
            "stop_times.txt, row 2: arrival_time \"15:50\" is before the trip left its stop before, at 16:00 (trip_id \"t1\")"
        ),
        (
            "stop_times.txt", "t1,16:10:00,16:10:00,B,2", "t1,16:10:00,16:05:00,B,2",
            "stop_times.txt, row 2: departure_time \"16:05\" is before arrival_time 16:10"
        ),
        ("stop_times.txt", "t2,16:15:00", "t9,16:15:00", "stop_times.txt, row 4: trip_id \"t9\" is not in trips.txt"),
        ("stop_times.txt", "D,2", "X,2", "stop_times.txt, row 5: stop_id \"X\" is not in stops.txt"),
        (
            "stop_times.txt", "16:20:00,16:20:00", "16:2x:00,16:20:00",
            "stop_times.txt, row 3: arrival_time \"16:2x:00\" must be a time such as 08:05:00"
        ),
        ("stop_times.txt", "16:20:00,16:20:00", ",", "row 3: arrival_time is empty at the first or last stop"),
        ("stop_times.txt", "B,2,", "B,1,", "row 2: stop_sequence \"1\" stands twice in the trip"),
        ("stop_times.txt", "B,2,", "B,-2,", "row 2: stop_sequence \"-2\" must be a whole number from 0"),
        ("stop_times.txt", "B,2,0", "B,2,7", "row 2: pickup_type \"7\" must be a whole number from 0 to 3"),
        ("stop_times.txt", "stop_sequence", "sequence", "has no column stop_sequence; columns there are: "),
        ("trips.txt", "r2,week,t2", "r2,night,t2", "trips.txt, row 2: service_id \"night\" is not in calendar.txt"),
        ("trips.txt", "r2,week,t2", "r9,week,t2", "trips.txt, row 2: route_id \"r9\" is not in routes.txt"),
        ("trips.txt", "week,t2", "week,t1", "trips.txt, row 2: trip_id \"t1\" stands in an earlier row too"),
        ("routes.txt", "r2,op", "r2,other", "routes.txt, row 2: agency_id \"other\" is not in agency.txt"),
        ("stops.txt", "51.52", "north", "stops.txt, row 3: stop_lat \"north\" must be degrees from -90 to 90"),
        ("stops.txt", "51.52", "", "stops.txt, row 3: stop_lat is empty"),
        ("stops.txt", "outer,0,\nD", "outer,0,Q\nD", "row 3: parent_station \"Q\" is not in stops.txt"),
        ("calendar.txt", "20260601", "20260631", "calendar.txt, row 1: start_date \"20260631\" must be a date"),
        ("calendar.txt", "20260601", "20270101", "row 1: end_date \"2026-06-30\" is before its start_date, 2027-01-01"),
        ("calendar.txt", "week,1", "week,2", "calendar.txt, row 1: monday \"2\" must be a whole number from 0 to 1"),
    ])
    func oneWrongValue(file: String, words: String, other: String, told: String) throws {
        var tiny = try TinyFeed()
        let before = tiny.files[file]
        tiny.replace(words, by: other, in: file)
        try #require(tiny.files[file] != before)
        let said = sentence { _ = try tiny.read() }
        #expect(said.contains(told), "\(said)")
        #expect(said.hasSuffix("."))
    }

    @Test(arguments: [
        (
            "frequencies.txt", "trip_id,start_time,end_time,headway_secs\nt1,16:00:00,17:00:00,0\n",
            "frequencies.txt, row 1: headway_secs \"0\" must be a whole number from 10"
        ),
        (
            "frequencies.txt", "trip_id,start_time,end_time,headway_secs\nt1,16:00:00,15:00:00,600\n",
            "frequencies.txt, row 1: end_time \"15:00\" is before the start"
        ),
        (
            "transfers.txt", "from_stop_id,to_stop_id,transfer_type\nA,Z,0\n",
            "transfers.txt, row 1: to_stop_id \"Z\" is not in stops.txt"
        ),
        (
            "calendar_dates.txt", "service_id,date,exception_type\nweek,20260606,3\n",
            "calendar_dates.txt, row 1: exception_type \"3\" must be a whole number from 1 to 2"
        ),
        (
            "fare_attributes.txt", "fare_id,price,currency_type,payment_method,transfers\nf,two,GBP,0,0\n",
            "fare_attributes.txt, row 1: price \"two\" must be pounds"
        ),
        (
            "fare_attributes.txt", "fare_id,price,currency_type,payment_method,transfers\nf,2,EUR,0,0\n",
            "fare_attributes.txt, row 1: currency_type \"EUR\" must be GBP"
        ),
        (
            "fare_rules.txt", "fare_id,route_id\nf,r1\n",
            "fare_rules.txt, row 1: fare_id \"f\" is not in fare_attributes.txt"
        ),
    ])
    func oneWrongValueInAFileThatMayBeLeftOut(file: String, text: String, told: String) throws {
        var tiny = try TinyFeed()
        tiny.files[file] = text
        let said = sentence { _ = try tiny.read() }
        #expect(said.contains(told), "\(said)")
    }

    @Test(arguments: ["agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt"])
    func aMissingFile(name: String) throws {
        var tiny = try TinyFeed()
        tiny.files[name] = nil
        #expect(sentence { _ = try tiny.read() }.contains("has no \(name), which every GTFS feed has"))
    }

    @Test func noCalendarAtAll() throws {
        var tiny = try TinyFeed()
        tiny.files["calendar.txt"] = nil
        #expect(sentence { _ = try tiny.read() }.contains("neither calendar.txt nor calendar_dates.txt"))
    }

    @Test func noFeedAtAll() {
        #expect(
            sentence { _ = try TimetableFeed(path: "/nowhere/at-all") }.hasPrefix("There is no timetable at /nowhere"))
        let zip = sentence { _ = try TimetableFeed(path: "/nowhere/feed.zip") }
        #expect(zip.hasPrefix("The archive /nowhere/feed.zip is missing, damaged or empty"))
    }

    @Test(.enabled(if: SharedData.has("newport/newport_gtfs.zip")), arguments: [0.3, 0.9, 0.999])
    func aTruncatedArchive(share: Double) throws {
        let scratch = try ScratchFolder()
        let whole = try Data(contentsOf: SharedData.folder.appendingPathComponent("newport/newport_gtfs.zip"))
        let path = try scratch.write("feed.zip", whole.prefix(Int(share * Double(whole.count))))
        #expect(sentence { _ = try TimetableFeed(path: path) }.contains("is missing, damaged or empty"))
    }

    @Test(.enabled(if: SharedData.has("newport/newport_gtfs.zip")))
    func anArchiveWithABrokenFile() throws {
        let scratch = try ScratchFolder()
        var bytes = try Data(contentsOf: SharedData.folder.appendingPathComponent("newport/newport_gtfs.zip"))
        let name = try #require(bytes.range(of: Data("stop_times.txt".utf8)))
        for place in (name.upperBound + 2000)..<(name.upperBound + 2200) { bytes[place] ^= 0x55 }
        let path = try scratch.write("feed.zip", bytes)
        let said = sentence { _ = try TimetableFeed(path: path) }
        #expect(said.contains("stop_times.txt"), "\(said)")
    }
}
