internal import HubModel
internal import Spatial
internal import TravelCosts

/// The bus times of a study, read once for all of its services.
struct StudyBuses {
    private let feed: TimetableFeed
    private let day: ServiceDay
    private let stops: [Point?]
    private let prices: [UInt32: OperatorPrice]

    /// What a reader should know about the timetable.
    let findings: [Finding]

    init(_ timetable: TravelRequest.Timetable, fares: [TravelRequest.OperatorFare], crs: String) throws {
        guard let date = ServiceDate(timetable.date) else {
            throw HubPlanError("travel.timetable.date: '\(timetable.date)' is not a day, such as 2026-06-16.")
        }
        do {
            feed = try TimetableFeed(path: timetable.feed.path)
            day = try ServiceDay(feed, on: date, lastBusLater: timetable.lastBusLater)
        } catch let error as any MendableError {
            throw HubPlanError(error.description.replacing(timetable.feed.path, with: timetable.feed.title))
        }
        let priced = try feed.prices(fares, on: date)
        prices = priced.prices
        let later = timetable.lastBusLater.map {
            Finding(.warning, "One more bus runs \($0) minutes after the last of each line, which no timetable says.")
        }
        findings =
            feed.findings.map {
                Finding($0.kind, $0.sentence.replacing(timetable.feed.path, with: timetable.feed.title))
            } + [later].compactMap(\.self) + priced.findings
        stops = try feed.stopPoints(in: CoordinateSystem(crs))
    }

    /// - Parameters:
    ///   - traveller: whose sessions open and close at stated times.
    ///   - areas: where people live.
    ///   - walker: for walks along streets; nil for straight ones.
    func trips(_ traveller: TravelWays.Traveller, areas: [Point], walker: StreetWalker?) throws -> BusTrips {
        let settings = traveller.settings
        let slack = settings.parameters.first { $0.key == "slack.weight" }?.value ?? 1
        let bus = try BusSettings(settings, slackWeight: slack)
        let (opens, closes) = try hours(traveller.service)
        let access: (homes: StopAccess, hubs: StopAccess, changes: [(from: UInt32, to: UInt32, seconds: Int32)])
        if let walker {
            func walks(_ places: [Point?], _ limit: Double) -> [(place: Int, stop: UInt32, seconds: Int32)] {
                walker.walks(stops: stops, places: places, limit: limit)
            }
            access = (
                StopAccess(count: areas.count, walks: walks(areas, bus.stopLimit)),
                StopAccess(count: traveller.sites.count, walks: walks(traveller.sites, bus.stopLimit)),
                walks(stops, bus.changeLimit).filter { $0.place != Int($0.stop) }
                    .map { ($0.stop, UInt32($0.place), $0.seconds) }
            )
        } else {
            let circuity = settings.parameters.first { $0.key == "street.near" }?.value ?? 1
            func straight(_ limit: Double) -> StopAccess.StraightWalk {
                .init(circuity: circuity, metresPerSecond: bus.metresPerSecond, limit: limit)
            }
            access = (
                StopAccess(places: areas, stops: stops, walk: straight(bus.stopLimit)),
                StopAccess(places: traveller.sites, stops: stops, walk: straight(bus.stopLimit)),
                StopAccess.between(stops, walk: straight(bus.changeLimit))
            )
        }
        return BusTrips(
            timetable: BusTimetable(
                feed: feed, day: day, homes: access.homes, hubs: access.hubs, changes: access.changes),
            opens: opens, closes: closes, fares: try FareScheme(settings, tables: feed.fares, operators: prices),
            settings: bus)
    }

    /// Seconds after midnight; a session that closes before it opens closes on the next day.
    private func hours(_ service: Service) throws -> (opens: Int32, closes: Int32) {
        guard let opens = service.opens.flatMap(ClockTime.seconds),
            let closes = service.closes.flatMap(ClockTime.seconds)
        else {
            throw HubPlanError(
                "The service \(service.id) does not say when it opens and closes, so no bus can be chosen. State `opens` and "
                    + "`closes`, such as 15:00 and 20:00, or take `timetable` out of `travel`.")
        }
        return (opens, closes > opens ? closes : closes + 86_400)
    }
}
