internal import HubModel
internal import Regions
internal import Spatial
internal import TravelCosts

/// Tables built of several ways of travelling: on foot and by car by streets, through gates or straight; by bus to a
/// timetable where the study has one.
struct TravelWays {
    let study: PreparedStudy
    let areas: [Point]
    let settlements: [Settlement]
    private let streets: StudyStreets?
    private let buses: StudyBuses?

    init(_ study: PreparedStudy) throws {
        self.study = study
        areas = study.region.areas.map(\.point)
        settlements = study.region.areas.map(\.settlement)
        streets = try study.journeys.streets.map { try StudyStreets($0, study: study) }
        buses = try study.journeys.timetable.map {
            try StudyBuses($0, fares: study.journeys.fares, crs: study.region.crs)
        }
    }

    /// The ways of travelling of a service's people, and what a reader should know about them.
    func ways(_ request: ServiceRequest) throws -> (ways: [TravelWay], findings: [Finding]) {
        var findings = buses?.findings ?? []
        let ways = try ways(Traveller(request, study: study), &findings)
        return (ways, findings)
    }

    /// One service's people and the sites that they go to.
    struct Traveller {
        let service: Service
        let settings: TravelSettings
        let sites: [Point]

        init(_ request: ServiceRequest, study: PreparedStudy) {
            service = study.region.services[request.service]
            settings = study.travel[request.service]
            sites = ProblemBuilder.sites(for: request, in: study.region).map { study.region.sites[Int($0)].point }
        }

        /// Whether a setting of 0 or 1 is 1.
        func uses(_ key: String) -> Bool { settings.parameters.first { $0.key == key }?.value == 1 }
    }

    private func ways(_ traveller: Traveller, _ findings: inout [Finding]) throws -> [TravelWay] {
        var sources: [any TripSource] = []
        var modes: [JourneyMode] = [.onFoot]
        if buses == nil { modes.append(.byBus) }
        if traveller.uses("car.used") { modes.append(.byCar) }
        switch study.journeys.by {
        case .facesAndGates:
            let network = try network(traveller, areas: areas, sites: traveller.sites)
            findings += network.findings.map { Finding(.warning, $0) }
            sources += try modes.map {
                try GateTrips(
                    mode: $0, network: network, settlements: settlements, settings: traveller.settings)
            }
        case .streets:
            guard let streets else { throw HubPlanError("Travel by streets needs `streets` under `travel`.") }
            sources += try streets.sources(traveller, areas: areas, &findings)
            if buses == nil { sources.append(try estimated(.byBus, traveller)) }
        case .straightLine, .imported:
            sources += try modes.map { try estimated($0, traveller) }
        }
        if let buses {
            sources.append(try buses.trips(traveller, areas: areas, walker: walker(traveller)))
        }
        return sources.map { TravelWay($0) }
    }

    private func estimated(_ mode: JourneyMode, _ traveller: Traveller) throws -> EstimatedTrips {
        try EstimatedTrips(
            mode, areas: areas, settlements: settlements, sites: traveller.sites, settings: traveller.settings)
    }

    private func walker(_ traveller: Traveller) throws -> StopWalker {
        switch study.journeys.by {
        case .streets: try streets.map { .streets(try $0.walker(traveller.settings)) } ?? .straight
        case .facesAndGates:
            // The ground ends where it does for walks to hubs, wherever the timetable's other stops are.
            .gates { [boundary = FaceNetwork.frame(areas + traveller.sites)] stops, places in
                try network(traveller, boundary: boundary, areas: stops, sites: places)
            }
        case .straightLine, .imported: .straight
        }
    }

    private func network(
        _ traveller: Traveller, boundary: Outline? = nil, areas: [Point], sites: [Point]
    ) throws -> FaceNetwork {
        try FaceNetwork(
            barriers: study.journeys.barriers.map { barrier in
                BarrierLayer(
                    title: barrier.title, lines: barrier.lines,
                    effect: barrier.minutes.map { .costs(minutes: $0) } ?? .blocks)
            },
            crossings: study.journeys.crossings.map {
                Crossing(
                    title: $0.title, point: $0.point, minutes: $0.minutes, carriesVehicles: $0.carriesVehicles)
            },
            boundary: boundary, areas: areas, sites: sites, settings: FaceSettings(traveller.settings))
    }

    /// Where minutes come from. Bands are those of the estimate for what is estimated.
    static func quality(_ journeys: TravelRequest) -> TravelQuality {
        let estimate = journeys.by == .facesAndGates ? GateTrips.quality : EstimatedTravel.quality
        let bus = journeys.timetable.map { "buses to the timetable \($0.feed.title) of \($0.date)" }
        let isStreets = journeys.by == .streets
        let bands = estimate.errorBands.filter { band in
            band.mode == JourneyMode.byBus.title ? bus == nil : !isStreets
        }
        let title = isStreets ? "worked out along the streets of \(journeys.streets?.title ?? "")" : estimate.title
        let source = isStreets ? "OpenStreetMap; walking, cycling and driving by its tags" : estimate.source
        return TravelQuality(
            title: title + (bus.map { ", \($0)" } ?? ""), errorBands: bands,
            source: source + (isStreets && bus == nil ? "; buses estimated, nine in ten within 50 %" : ""))
    }
}
