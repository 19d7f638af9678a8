internal import HubModel
internal import Regions
internal import Spatial
internal import TravelCosts

/// The streets of a study, read once for all of its services.
final class StudyStreets {
    private let extract: StreetExtract
    private let system: CoordinateSystem
    private let barriers: ImpassableLines
    /// As the study names it.
    private let file: String
    /// The last traveller of each way of travelling; another takes the same streets with weights of their own.
    private var routers: [StreetMode: StreetRouter] = [:]
    private var networks: [StreetMode: (network: StreetNetwork, index: StreetIndex)] = [:]

    init(_ file: TravelRequest.DataFile, study: PreparedStudy) throws {
        self.file = file.title
        do {
            extract = try StreetExtract(file.path)
        } catch let error as any MendableError {
            throw HubPlanError(error.description.replacing(file.path, with: file.title))
        }
        system = try CoordinateSystem(study.region.crs)
        barriers = ImpassableLines(study.journeys.barriers.filter { $0.minutes == nil }.flatMap(\.lines))
    }

    /// Trips on foot, and by cycle and by car where the traveller uses one.
    func sources(
        _ traveller: TravelWays.Traveller, areas: [Point], _ findings: inout [Finding]
    ) throws -> [any TripSource] {
        var modes = [StreetMode.foot]
        if traveller.uses("cycle.used") { modes.append(.cycle) }
        if traveller.uses("car.used") { modes.append(.car) }
        return try modes.map { mode in
            let (router, index) = try router(mode, traveller.settings)
            findings += told(router.network, by: mode)
            let trips = StreetTrips(router, index, areas: areas, sites: traveller.sites, sameFace: sameSide)
            for (lost, what) in [(trips.lostAreas.count, "areas"), (trips.lostSites.count, "sites")] where lost > 0 {
                findings.append(
                    Finding(
                        .warning,
                        "\(traveller.service.id), \(trips.mode.title): no street that can be used lies within "
                            + "\(Int(nearest: router.profile.snapLimit).grouped) metres (`streets.snap`) of \(lost) \(what), so no journey is "
                            + "made from or to there."))
            }
            return ToldStreetTrips(trips, areas: areas, sites: traveller.sites, crs: system.definition)
        }
    }

    /// What of the file is left out; the same whoever travels.
    private func told(_ network: StreetNetwork, by mode: StreetMode) -> [Finding] {
        func kilometres(_ length: Double) -> String { "\(Int(nearest: length).grouped) km" }
        let counts = network.counts
        var sentences: [String] = []
        if counts.leftOutKilometres >= 0.5 {
            sentences.append(
                "\(file), streets \(mode.words): \(kilometres(counts.kilometres)) hang together; "
                    + "\(kilometres(counts.leftOutKilometres)) in \((counts.parts - 1).grouped) smaller parts, from which one cannot "
                    + "get there and back, are left out.")
        }
        if extract.missingNodes > 0 {
            sentences.append(
                "\(file): streets name \(extract.missingNodes.grouped) points that the file does not hold, as happens where it "
                    + "was cut; they end there.")
        }
        return sentences.map { Finding(.note, $0) }
    }

    /// Ways on foot between stops and other places.
    func walker(_ settings: TravelSettings) throws -> StreetWalker {
        let (router, index) = try router(.foot, settings)
        return StreetWalker(router: router) { [sameSide] points in
            router.snaps(points, index, sameFace: sameSide)
        }
    }

    private var sameSide: (Point, Point) -> Bool {
        { [barriers] place, street in !barriers.separate(place, street) }
    }

    private func router(
        _ mode: StreetMode, _ settings: TravelSettings
    ) throws -> (router: StreetRouter, index: StreetIndex) {
        if networks[mode] == nil {
            let network = try StreetNetwork(extract, mode: mode)
            networks[mode] = (network, try StreetIndex(network, in: system))
        }
        guard let (network, index) = networks[mode] else { throw HubPlanError("The streets cannot be read.") }
        let profile = try StreetProfile(mode, settings)
        let router =
            routers[mode].map { $0.profile == profile ? $0 : $0.reweighted(profile) } ?? StreetRouter(network, profile)
        routers[mode] = router
        return (router, index)
    }
}

extension StreetMode {
    /// To complete "streets": "on foot", "by cycle", "by car".
    fileprivate var words: String {
        switch self {
        case .foot: JourneyMode.onFoot.title
        case .cycle: JourneyMode.byCycle.title
        case .car: JourneyMode.byCar.title
        }
    }
}

/// Walks along streets in whole seconds, for changes and the ways to and from stops.
struct StreetWalker {
    let router: StreetRouter
    let snaps: ([Point]) -> [StreetSnap?]

    /// Walks of at most so many metres of effort between each of some places and each of others.
    /// - Parameters:
    ///   - stops: nil where nobody knows where a stop is.
    ///   - places: where people walk from and to.
    ///   - limit: metres along streets.
    /// - Returns: place, stop and whole seconds, rounded up.
    func walks(
        stops: [Point?], places: [Point?], limit: Double
    ) -> [(place: Int, stop: UInt32, seconds: Int32)] {
        let most = UInt32(min(max(limit, 0) * 1000, 1e9))
        func snapped(_ points: [Point?]) -> [StreetSnap?] {
            let known = points.indices.filter { points[$0] != nil }
            var all = [StreetSnap?](repeating: nil, count: points.count)
            for (number, snap) in zip(known, snaps(known.compactMap { points[$0] })) { all[number] = snap }
            return all
        }
        let (fromStops, toPlaces) = (snapped(stops), snapped(places))
        var walks: [(place: Int, stop: UInt32, seconds: Int32)] = []
        for (stop, snap) in fromStops.enumerated() {
            guard let snap else { continue }
            for (place, leg) in router.legs(from: snap, to: toPlaces, limit: most).enumerated() {
                guard let leg else { continue }
                let seconds = leg.metres / router.profile.metresPerSecond + Double(leg.crossingCentiseconds) / 100
                walks.append((place, UInt32(stop), Int32(seconds.rounded(.up))))
            }
        }
        return walks
    }
}
