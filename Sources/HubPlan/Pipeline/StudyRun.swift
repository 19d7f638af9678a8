internal import Foundation
package import HubModel
package import Placement
package import Regions
package import Reports
package import TravelCosts

/// One study from files to run folder: inputs → region → travel costs → problem → result → report.
///
/// Each step is a call on what the one before it made, so that a scenario can enter anywhere.
package struct StudyRun: Sendable {
    /// As it was given, for messages and for the run folder.
    package let path: String
    package let study: PreparedStudy
    /// One table a service of the request.
    package let travel: [any JourneyTable]
    package let problem: PlacementProblem

    package var region: Region { study.region }
    package var request: PlacementRequest { study.request }
    /// How the minutes came about.
    package var quality: TravelQuality { travel.first?.quality ?? EstimatedTravel.quality }
    /// SHA-256 of the study file.
    package var digest: String { region.inputs.first { $0.role == "study" }?.sha256 ?? "" }

    /// Reads the study and everything it names, and gets as far as the problem.
    /// - Parameters:
    ///   - path: the study file.
    ///   - dataFolder: what the study's paths are relative to; nil means the study's own folder.
    ///   - barriers: whether rivers, railways and the like stand in the way, as the study says they do.
    ///   - keeping: where journeys that take long to work out are kept from run to run; nil to work all out anew.
    /// - Throws: a `MendableError` whose sentence says what to do.
    package static func prepare(
        _ path: String, dataFolder: String? = nil, barriers: BarrierSwitch = .on, keeping: TravelKeeping? = nil
    ) throws -> StudyRun {
        try prepare(StudyText(path: path), path: path, dataFolder: dataFolder, barriers: barriers, keeping: keeping)
    }

    /// The same for a study that need not stand in a file.
    /// - Parameters:
    ///   - text: the study.
    ///   - path: what to call it.
    ///   - dataFolder: what the study's paths are relative to; nil means the study's own folder.
    ///   - barriers: whether rivers, railways and the like stand in the way, as the study says they do.
    ///   - keeping: where journeys that take long to work out are kept from run to run; nil to work all out anew.
    package static func prepare(
        _ text: StudyText, path: String, dataFolder: String? = nil, barriers: BarrierSwitch = .on,
        keeping: TravelKeeping? = nil
    ) throws -> StudyRun {
        let catalogue = TravellerCatalogue(names: Travellers.names, settings: { Travellers.settings($0) })
        var study = try StudyLoader(travellers: catalogue).load(text, dataFolder: dataFolder)
        if barriers == .off {
            let dropped = study.journeys.barriers.map(\.title)
            study.journeys = study.journeys.withoutBarriers
            study.region.findings.append(BarrierSwitch.finding(dropped, hasTimetable: study.journeys.timetable != nil))
        }
        let made = try TravelTables.make(study, keeping: keeping)
        study.region.findings += made.findings
        let problem = try ProblemBuilder.problem(
            region: study.region, request: study.request, travel: made.tables.map { $0 })
        return StudyRun(path: path, study: study, travel: made.tables, problem: problem)
    }

    /// The same base asked something else: region and travel are shared, the problem alone is built anew.
    /// - Parameter request: of the same services in the same order, with the same sites in question for each.
    /// - Throws: `HubPlanError` when the request asks for other services, or brings in sites that journeys were not
    ///   worked out to.
    package func asking(_ request: PlacementRequest) throws -> StudyRun {
        let same = zip(request.services, problem.services).allSatisfy { asked, before in
            ProblemBuilder.sites(for: asked, in: region) == before.siteIndices
        }
        guard request.services.map(\.service) == self.request.services.map(\.service), same else {
            throw HubPlanError(
                "The question asks for services or sites that no journeys were worked out to: read the study anew.")
        }
        var study = study
        study.request = request
        return StudyRun(
            path: path, study: study, travel: travel,
            problem: try ProblemBuilder.problem(region: region, request: request, travel: travel.map { $0 }))
    }

    /// The best plan within the limits, or the rules that clash.
    package func solve(
        limits: SolveLimits, warmStart: WarmStart? = nil, cancel: CancelFlag = CancelFlag(),
        onEvent: @escaping (SolveEvent) -> Void = { _ in }
    ) throws -> SolveResult {
        let result = try PlacementSolver().solve(
            problem, limits: limits, warmStart: warmStart, cancel: cancel, onEvent: onEvent)
        guard case .solved(let solution) = result else { return result }
        return .solved(told(solution))
    }

    /// A solution's open sites as region sites.
    package func plan(of solution: Solution) -> Plan {
        Plan(
            open: zip(problem.services, solution.services).map { service, outcome in
                outcome.open.map { service.siteIndices[Int($0)] }
            })
    }

    /// Every figure of a plan, whoever made it.
    package func figures(of plan: Plan) throws -> PlanFigures {
        try Evaluator(region: region, request: request, problem: problem).figures(of: plan)
    }

    /// How families travel to the hubs of a plan.
    /// - Parameter figures: of the plan.
    /// - Returns: one list a service, the household without a car first.
    package func households(_ figures: PlanFigures) -> [[HouseholdTravel]] {
        PlanTravel(run: self).households(figures)
    }

    /// Figures of today's hubs, where every service of the study has one; nil otherwise.
    package func todaysFigures() throws -> PlanFigures? {
        guard request.services.allSatisfy({ !$0.existing.isEmpty }) else { return nil }
        return try figures(of: Plan(open: request.services.map(\.existing)))
    }

    /// All that a run folder tells about a plan.
    /// - Parameters:
    ///   - plan: what is told.
    ///   - figures: of the plan; nil to work them out.
    ///   - solution: the search's answer; nil for a list that was only measured.
    ///   - comparison: the best plan, beside a list that was measured.
    ///   - matching: how the entries of a list were found among the sites.
    ///   - limits: those the search was given.
    ///   - events: its steps.
    ///   - timing: nil leaves it out.
    package func record(
        of plan: Plan, figures: PlanFigures? = nil, solution: Solution?, comparison: BestPlan? = nil,
        matching: [MatchedEntry] = [],
        limits: SolveLimits, events: [SolveEvent], timing: RunTiming?
    ) throws -> RunRecord {
        let figures = try figures ?? self.figures(of: plan)
        var record = RunRecord(
            study: StudyIdentity(
                name: region.name, path: URL(fileURLWithPath: path).lastPathComponent, sha256: digest,
                authors: study.authors, text: study.text),
            version: Version.current, region: region, request: request,
            travel: request.services.map { study.travel[$0.service].used(by: study.journeys) },
            quality: quality, plan: plan,
            figures: figures, solution: solution,
            comparison: comparison, matching: matching, limits: limits,
            events: events, tracks: SearchTracks(request: request, problem: problem).tracks(events), timing: timing)
        let travel = PlanTravel(run: self)
        record.households = travel.households(figures)
        record.closings = try travel.closings(figures)
        return record
    }
}
