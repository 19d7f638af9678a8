import Foundation
import HubModel
import HubPlanTestSupport
import Spatial
import Testing

@testable import TravelCosts

/// Buses of a real place, with walks over straight lines.
@Suite(.enabled(if: SharedData.has("newport/newport_2024_bus_coach_gtfs.zip")))
struct NewportTripsTests {
    /// A district's worth of points on the streets; every 130th node is an area, every 2000th a site.
    private func trips(_ name: String, on date: String, opens: String, closes: String) throws -> BusTrips {
        let feed = try TimetableFeed(path: SharedData.folder.appendingPathComponent("newport/\(name)").path)
        let nodes = try SharedTable("newport/walk_nodes.csv.gz")
        let degrees = zip(nodes.numbers("lon"), nodes.numbers("lat")).map { Point(x: $0, y: $1) }
        let grid = try CoordinateSystem("EPSG:27700")
        let points = try CoordinateTransform(from: try CoordinateSystem("EPSG:4326"), to: grid)(degrees)
        let settings = try BusSettings(Travellers.youngPersonAlone)
        let stops = try feed.stopPoints(in: grid)
        func walks(from places: [Point]) -> StopAccess {
            StopAccess(places: places, stops: stops, walk: walk(settings.stopLimit))
        }
        func walk(_ limit: Double) -> StopAccess.StraightWalk {
            .init(circuity: 1.33, metresPerSecond: settings.metresPerSecond, limit: limit)
        }
        let timetable = BusTimetable(
            feed: feed, day: try ServiceDay(feed, on: try #require(ServiceDate(date))),
            homes: walks(from: stride(from: 0, to: points.count, by: 130).map { points[$0] }),
            hubs: walks(from: stride(from: 1000, to: points.count, by: 2000).map { points[$0] }),
            changes: StopAccess.between(stops, walk: walk(settings.changeLimit)))
        return BusTrips(
            timetable: timetable, opens: try #require(ClockTime.seconds(opens)),
            closes: try #require(ClockTime.seconds(closes)),
            fares: try FareScheme(Travellers.youngPersonAlone, tables: feed.fares), settings: settings)
    }

    @Test func theFullerFeedIsReadWhole() throws {
        let trips = try trips("newport_2024_bus_coach_gtfs.zip", on: "20240312", opens: "16:00", closes: "18:00")
        let feed = trips.timetable.feed
        #expect(feed.stops.count == 5377)
        #expect(feed.routes.count == 220)
        #expect(feed.trips.count == 5426)
        #expect(feed.visits.count == 204_361)
        #expect(feed.findings.isEmpty)
        let covered = try #require(feed.coverage)
        #expect("\(covered.lowerBound) to \(covered.upperBound)" == "2024-02-26 to 2024-11-22")
        let told = sentence { _ = try ServiceDay(feed, on: try #require(ServiceDate("20241225"))) }
        #expect(told.contains("has no service on 2024-12-25, a Wednesday; it covers 2024-02-26 to 2024-11-22"))
        #expect((0..<trips.siteCount).map { trips.trips(site: $0).areas.count }.reduce(0, +) > 100)
    }

    @Test func aLaterCloseLosesTripsAndTheLegsOfEveryTripAddUp() throws {
        let early = try trips("newport_gtfs.zip", on: "20230613", opens: "16:00", closes: "18:00")
        let late = try trips("newport_gtfs.zip", on: "20230613", opens: "16:00", closes: "23:30")
        var (before, after) = (0, 0)
        for site in 0..<early.siteCount {
            let found = early.trips(site: site)
            before += found.areas.count
            after += late.trips(site: site).areas.count
            for (area, trip) in zip(found.areas, found.trips).prefix(3) {
                let journey = try #require(early.journey(area: Int(area), site: site))
                let legs = (journey.out + journey.home).map(\.seconds).reduce(0, +)
                #expect(legs == trip.walkSeconds + trip.waitSeconds + trip.rideSeconds + trip.slackSeconds)
                #expect(journey.out.last?.arrives == early.opens)
                #expect(journey.home.first?.leaves == early.closes)
            }
        }
        #expect(before > 20)
        #expect(after < before / 2)
    }
}
