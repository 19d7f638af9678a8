internal import HubModel
internal import TravelCosts

/// How families travel to the hubs of a plan.
struct PlanTravel {
    let run: StudyRun

    /// - Parameter figures: of the plan, with the hub that each demand point goes to.
    /// - Returns: one list a service, the household without a car first.
    func households(_ figures: PlanFigures) -> [[HouseholdTravel]] {
        figures.services.enumerated().map { position, figures in
            guard let chosen = chosen(position, figures) else { return [] }
            let visits = chosen.table.settings.parameters.first { $0.key == "visits.year" }?.value
            return Household.allCases.map { household in
                HouseholdTravel(
                    household, journeys: chosen.journeys(household).map { ($0.point.children, $0.journey) },
                    visits: visits)
            }
        }
    }

    /// How late the sessions of each hub can close.
    /// - Parameter figures: of the plan, with the hub that each demand point goes to.
    /// - Returns: one list a service, in the order of its hubs; empty where there are no buses to a timetable.
    /// - Throws: what reading streets and timetable throws, where a table was kept from an earlier run.
    func closings(_ figures: PlanFigures) throws -> [[LatestClosingTime]] {
        try figures.services.enumerated().map { position, figures in
            try chosen(position, figures).map { chosen in
                try ClosingTimes(run: run, position: position).times(chosen, hubs: figures.hubs.map(\.site))
            } ?? []
        }
    }

    private func chosen(_ position: Int, _ figures: ServiceFigures) -> ChosenSites? {
        guard position < run.travel.count else { return nil }
        let sites = run.problem.services[position].siteIndices
        return ChosenSites(
            figures, demand: run.region.demand[figures.service], table: run.travel[position],
            numbers: Dictionary(sites.enumerated().map { ($1, $0) }) { first, _ in first })
    }
}
