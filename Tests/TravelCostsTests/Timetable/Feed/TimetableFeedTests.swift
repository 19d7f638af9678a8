import Foundation
import HubModel
import HubPlanTestSupport
import Spatial
import Testing

@testable import TravelCosts

@Suite struct TimetableFeedTests {
    @Test func aFolderIsReadWhole() throws {
        let feed = try TinyFeed().read()
        #expect(feed.agencies.map(\.name) == ["Coast Buses"])
        #expect(feed.stops.map(\.name) == ["Harbour", "Market", "Hill", "Woods"])
        #expect(feed.stops[3].place == Point(x: -2.98, y: 51.51))
        #expect(feed.stops.map(\.zone) == ["inner", "inner", "outer", "outer"])
        #expect(feed.routes.map(\.name) == ["1", "2"])
        #expect(feed.trips.map(\.visits) == [0..<3, 3..<5])
        #expect(feed.visits.map(\.departure) == [57_600, 58_200, 58_800, 58_500, 59_400])
        #expect(feed.coverage == ServiceDate("20260601")!...ServiceDate("20260630")!)
        #expect(feed.findings.isEmpty)
    }

    @Test func missingTimesBetweenStopsAreSpreadByOrder() throws {
        var tiny = try TinyFeed()
        tiny.replace("t1,16:10:00,16:10:00,B", by: "t1,,,B", in: "stop_times.txt")
        tiny.replace("t1,16:20:00,16:20:00,C", by: "t1,16:20:01,16:20:01,C", in: "stop_times.txt")
        let feed = try tiny.read()
        #expect(feed.visits[1].arrival == 57_600 + 600)
        #expect(feed.visits[1].departure == 57_600 + 600)
    }

    @Test func rowsMayStandInAnyOrder() throws {
        var tiny = try TinyFeed()
        let rows = tiny.files["stop_times.txt"]!.split(separator: "\n")
        tiny.files["stop_times.txt"] = ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n") + "\n"
        #expect(try tiny.read().visits == (try TinyFeed().read()).visits)
    }

    @Test func boardingAndAlightingTypesArekept() throws {
        var tiny = try TinyFeed()
        tiny.replace("B,2,0,0", by: "B,2,1,0", in: "stop_times.txt")
        tiny.replace("C,3,0,0", by: "C,3,0,1", in: "stop_times.txt")
        let visits = try tiny.read().visits
        #expect(visits.map(\.canBoard) == [true, false, true, true, true])
        #expect(visits.map(\.canAlight) == [true, true, false, true, true])
    }

    @Test func stopsKnowTheirStation() throws {
        var tiny = try TinyFeed()
        tiny.append("S,Station,51.5,-3.0,,1,\n", to: "stops.txt")
        tiny.replace("inner,0,\nB", by: "inner,0,S\nB", in: "stops.txt")
        #expect(try tiny.read().stops.map(\.station) == [4, nil, nil, nil, nil])
    }

    @Test func aStopAtNoughtNoughtIsWarnedOfAndNowhere() throws {
        var tiny = try TinyFeed()
        tiny.replace("51.51,-2.98", by: "0,0.0", in: "stops.txt")
        let feed = try tiny.read()
        #expect(feed.stops[3].place == nil)
        #expect(feed.findings.count == 1)
        let words = feed.findings[0].sentence
        #expect(words.contains("stops.txt, row 4: stop_lat and stop_lon of stop \"D\" (Woods) are 0"))
    }

    @Test func textThatIsNotUTF8IsWarnedOf() throws {
        let tiny = try TinyFeed()
        _ = try tiny.read()
        let stops = Data(tiny.files["stops.txt"]!.utf8)
        let place = stops.range(of: Data("Hill".utf8))!
        _ = try tiny.scratch.write("stops.txt", stops.replacing(place, with: [0x48, 0xe9]))
        let feed = try TimetableFeed(path: tiny.scratch.path)
        #expect(feed.stops[2].name == "Hé")
        #expect(feed.findings.map(\.sentence).contains { $0.contains("stops.txt, row 3: text that is not UTF-8") })
    }

    @Test func utf16IsRefused() throws {
        let tiny = try TinyFeed()
        _ = try tiny.read()
        _ = try tiny.scratch.write("stops.txt", tiny.files["stops.txt"]!.data(using: .utf16LittleEndian)!)
        let words = sentence { _ = try TimetableFeed(path: tiny.scratch.path) }
        #expect(words.contains("stops.txt is not what its name says, a CSV table: it holds bytes that no text has"))
    }

    @Test func aByteOrderMarkIsNoPartOfAName() throws {
        var tiny = try TinyFeed()
        tiny.files["stops.txt"] = "\u{feff}" + tiny.files["stops.txt"]!
        #expect(try tiny.read().stops.map(\.id) == ["A", "B", "C", "D"])
    }
}

extension Data {
    fileprivate func replacing(_ range: Range<Data.Index>, with bytes: [UInt8]) -> Data {
        self[..<range.lowerBound] + Data(bytes) + self[range.upperBound...]
    }
}
