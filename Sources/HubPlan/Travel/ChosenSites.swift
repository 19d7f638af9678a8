internal import HubModel
internal import TravelCosts

/// The site that each demand point of a service goes to, and the journeys there.
struct ChosenSites {
    let table: any JourneyTable
    let demand: [DemandPoint]
    /// Number of the site in the table, by demand point; nil where nobody can get to it and home again, or nobody goes.
    let sites: [Int?]

    /// The site of least minutes for each point with children, ties by number.
    init(nearest demand: [DemandPoint], table: any JourneyTable) {
        self.table = table
        self.demand = demand
        var row = TravelRow()
        var area = UInt32.max
        sites = demand.map { point in
            guard point.children > 0 else { return nil }
            if area != point.area { table.nearest(area: Int(point.area), count: 1, into: &row) }
            area = point.area
            let minutes = point.household == .withCar ? row.withCar : row.withoutCar
            let least = row.sites.indices.min { (minutes[$0], row.sites[$0]) < (minutes[$1], row.sites[$1]) }
            return Self.travelled(least.map { Int(row.sites[$0]) }, point, table)
        }
    }

    /// The hub of a plan that each point with children goes to.
    /// - Parameters:
    ///   - figures: of the plan.
    ///   - demand: of the service.
    ///   - table: of the service.
    ///   - numbers: of sites in the table by their index in the region.
    init(_ figures: ServiceFigures, demand: [DemandPoint], table: any JourneyTable, numbers: [UInt32: Int]) {
        self.table = table
        self.demand = demand
        sites = zip(demand, figures.assignedSite).map { point, site in
            point.children > 0 ? Self.travelled(numbers[site], point, table) : nil
        }
    }

    private static func travelled(_ site: Int?, _ point: DemandPoint, _ table: any JourneyTable) -> Int? {
        site.flatMap { site in
            table.canTravel(area: Int(point.area), household: point.household, site: site) ? site : nil
        }
    }

    /// The points of one kind of household that have children, with the journeys of those who can travel.
    func journeys(_ household: Household) -> [(point: DemandPoint, journey: JourneyParts?)] {
        let points = demand.indices.filter { demand[$0].household == household && demand[$0].children > 0 }
        var pointsOf: [Int: [Int]] = [:]
        for (place, point) in points.enumerated() {
            if let site = sites[point] { pointsOf[site, default: []].append(place) }
        }
        var journeys = [JourneyParts?](repeating: nil, count: points.count)
        for (site, places) in pointsOf {
            let areas = places.map { Int(demand[points[$0]].area) }
            for (place, journey) in zip(places, table.journeys(to: site, from: areas, household: household)) {
                journeys[place] = journey
            }
        }
        return zip(points, journeys).map { (demand[$0], $1) }
    }
}
