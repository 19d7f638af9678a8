package import HubModel

/// Six areas in a row, a kilometre apart, with five sites between them: small enough to work out by hand.
package enum SmallTown {
    /// Site 0 is an open hub of service 0; sites 1 and 2 stand in the one qualifying place.
    package static let region: Region = {
        let areas = (0..<6).map { (index: Int) -> Area in
            let point = Point(x: 600_000 + 1_000 * Double(index), y: 300_000)
            return Area(code: "A\(index)", name: "Area \(index)", point: point, settlement: .urban)
        }
        let sites = (0..<5).map { (index: Int) -> CandidateSite in
            let point = Point(x: 600_500 + 1_000 * Double(index), y: 300_000)
            let suits: UInt32 = index == 4 ? 0b10 : 0b11
            return CandidateSite(
                id: "S\(index)", name: "Hall \(index)", point: point, status: index == 0 ? .open : .candidate,
                layer: "halls", suits: suits, gives: index == 0 ? 0b01 : 0, area: UInt32(index))
        }
        let services = ["youngFutures", "earlyYears"].map { id in
            Service(id: id, title: "\(id) hub", people: "children", reachLimit: 600, outOfReachLimit: 1_200)
        }
        let demand = services.map { _ in
            areas.indices.flatMap { area in
                Household.allCases.map { household in
                    let children: Int64 = household == .withoutCar ? 10 : 30
                    return DemandPoint(area: UInt32(area), household: household, children: children, weight: children)
                }
            }
        }
        let rule = DisadvantageRule(
            id: "places", title: "the listed places", date: "2026", source: "made up",
            explanation: "Places on a list.", placeCount: 1, placeKind: "places",
            sites: (0..<5).map { SiteStanding(inside: $0 == 1 || $0 == 2, borderline: $0 == 2) },
            areas: (0..<6).map { $0 == 1 || $0 == 2 }, outlines: [], accuracy: 50)
        return Region(
            name: "Small town", crs: "EPSG:27700", areas: areas, services: services, demand: demand, sites: sites,
            rules: [rule])
    }()

    package static func request(
        count: Int = 2, countsExisting: Bool = true, share: ShareRequirement = .reportOnly,
        objective: ObjectiveRequest = .mean
    ) -> PlacementRequest {
        PlacementRequest(services: [
            ServiceRequest(
                service: 0, count: count, countsExisting: countsExisting, objective: objective, share: share,
                shareRule: 0, existing: [0])
        ])
    }

    /// Minutes that grow by ten for each hundred metres, the same for both kinds of household.
    package static func travel(sites: [UInt32]) -> TravelMatrix {
        let minutes = region.areas.flatMap { area in
            sites.map { TenthMinutes(region.sites[Int($0)].point.distance(to: area.point)) }
        }
        return TravelMatrix(areaCount: region.areas.count, siteCount: sites.count, withoutCar: minutes)
    }
}
