package import HubModel

/// A random town of few sites in fewer places, small enough for every plan to be tried.
package enum TieTown {
    package static let sites = 9
    package static let places = 4

    /// One service, a site of every third place qualifying; sites are `S0` to `S8`.
    package static func region(seed: UInt64) -> Region {
        var numbers = SeededNumbers(seed)
        func point() -> Point {
            Point(
                x: 600_000 + Double(Int.random(in: 0...4_000, using: &numbers)),
                y: 300_000 + Double(Int.random(in: 0...4_000, using: &numbers)))
        }
        let areas = (0..<12).map { Area(code: "A\($0)", name: "Area \($0)", point: point(), settlement: .urban) }
        let centres = (0..<places).map { _ in point() }
        let sites = (0..<sites).map { index -> CandidateSite in
            let centre = centres[index % places]
            let near = Point(
                x: centre.x + Double(Int.random(in: -150...150, using: &numbers)),
                y: centre.y + Double(Int.random(in: -150...150, using: &numbers)))
            return CandidateSite(
                id: "S\(index)", name: "Hall \(index)", point: near, status: .candidate, layer: "halls", suits: 1,
                neighbourhood: UInt32(index % places), area: 0)
        }
        let service = Service(
            id: "youngFutures", title: "hub", people: "children", reachLimit: 900, outOfReachLimit: 3_000)
        let demand = areas.indices.flatMap { area in
            Household.allCases.map { household -> DemandPoint in
                let children = Int64.random(in: 0...40, using: &numbers)
                return DemandPoint(area: UInt32(area), household: household, children: children, weight: children)
            }
        }
        let rule = DisadvantageRule(
            id: "places", title: "the listed places", date: "2026", source: "made up", explanation: "On a list.",
            placeCount: 2, placeKind: "places",
            sites: (0..<Self.sites).map { SiteStanding(inside: $0 % places % 3 == 0) },
            areas: areas.indices.map { $0 % 3 == 0 }, outlines: [], accuracy: 50)
        return Region(
            name: "Tie town", crs: "EPSG:27700", areas: areas, services: [service], demand: [demand], sites: sites,
            neighbourhoods: (0..<places).map { Neighbourhood(code: "N\($0)", name: "Place \($0)", outline: .empty) },
            rules: [rule])
    }

    package static func request(
        objective: ObjectiveRequest, voices: [Voice] = [],
        share: ShareRequirement = .atLeastFraction(numerator: 1, denominator: 3)
    ) -> PlacementRequest {
        var service = ServiceRequest(
            service: 0, count: 3, objective: objective, share: share,
            shareRule: 0)
        service.vetoed = voices.filter { $0.stance == .veto }.flatMap(\.sites).sorted()
        var request = PlacementRequest(services: [service])
        request.voices = voices
        return request
    }

    /// A tenth of a minute a metre; half with a car.
    package static func travel(_ region: Region) -> TravelMatrix {
        let minutes = region.areas.flatMap { area in
            region.sites.map { TenthMinutes($0.point.distance(to: area.point).rounded()) }
        }
        return TravelMatrix(
            areaCount: region.areas.count, siteCount: region.sites.count, withoutCar: minutes,
            withCar: minutes.map { $0 / 2 })
    }
}
