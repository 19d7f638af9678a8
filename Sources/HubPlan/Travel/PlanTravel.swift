internal import HubModel
internal import TravelCosts

/// How families travel to the hubs of a plan.
struct PlanTravel {
    let run: StudyRun

    /// - Parameter figures: of the plan, with the hub that each demand point goes to.
    /// - Returns: one list a service, the household without a car first.
    func households(_ figures: PlanFigures) -> [[HouseholdTravel]] {
        figures.services.enumerated().map { position, figures in
            guard position < run.travel.count else { return [] }
            let table = run.travel[position]
            let visits = table.settings.parameters.first { $0.key == "visits.year" }?.value
            let sites = run.problem.services[position].siteIndices
            let numbers = Dictionary(sites.enumerated().map { ($1, $0) }) { first, _ in first }
            return Household.allCases.map { household in
                journeys(figures, household, table: table, numbers: numbers, visits: visits)
            }
        }
    }

    /// - Parameters:
    ///   - figures: of the service.
    ///   - household: whose journeys.
    ///   - table: of the service.
    ///   - numbers: of sites in the table by their index in the region.
    ///   - visits: of a year; nil where they are not known.
    private func journeys(
        _ figures: ServiceFigures, _ household: Household, table: any JourneyTable, numbers: [UInt32: Int],
        visits: Double?
    ) -> HouseholdTravel {
        let demand = run.region.demand[figures.service]
        let points = demand.indices.filter { demand[$0].household == household && demand[$0].children > 0 }
        var pointsOf: [Int: [Int]] = [:]
        for point in points {
            guard let site = numbers[figures.assignedSite[point]] else { continue }
            let area = Int(demand[point].area)
            if table.canTravel(area: area, household: household, site: site) {
                pointsOf[site, default: []].append(point)
            }
        }
        var journeyOf: [Int: JourneyParts] = [:]
        for (site, points) in pointsOf {
            let areas = points.map { Int(demand[$0].area) }
            for (point, journey) in zip(points, table.journeys(to: site, from: areas, household: household)) {
                journeyOf[point] = journey
            }
        }
        return HouseholdTravel(
            household, journeys: points.map { (demand[$0].children, journeyOf[$0]) }, visits: visits)
    }
}
