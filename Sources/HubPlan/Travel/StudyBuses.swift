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
    ///   - walker: for the ways to and from stops.
    func trips(_ traveller: TravelWays.Traveller, areas: [Point], walker: StopWalker) throws -> BusTrips {
        let settings = traveller.settings
        func value(_ key: String) -> Double? { settings.parameters.first { $0.key == key }?.value }
        let fares = try FareScheme(settings, tables: feed.fares, operators: prices)
        let bus = try BusSettings(
            settings, slackWeight: value("slack.weight") ?? 1,
            changeFare: fares.meanSingle(on: day.date, agencies: feed.agencies.count))
        let (opens, closes) = try hours(traveller.service)
        let walks = try walker.walks(
            stops: stops, areas: areas, sites: traveller.sites, bus: bus, circuity: value("street.near") ?? 1)
        return BusTrips(
            timetable: BusTimetable(
                feed: feed, day: day, homes: walks.homes, hubs: walks.hubs, changes: walks.changes),
            opens: opens, closes: closes, fares: fares,
            settings: bus)
    }

    /// Seconds after midnight, of one day.
    private func hours(_ service: Service) throws -> (opens: Int32, closes: Int32) {
        guard let opens = service.opens.flatMap(ClockTime.seconds),
            let closes = service.closes.flatMap(ClockTime.seconds)
        else {
            throw HubPlanError(
                "The service \(service.id) does not say when it opens and closes, so no bus can be chosen. State `opens` and "
                    + "`closes`, such as 15:00 and 20:00, or take `timetable` out of `travel`.")
        }
        return (opens, closes)
    }
}
