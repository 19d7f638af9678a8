internal import HubModel
internal import Placement
internal import Reports

/// A plan after residents' voices have settled its ties, with all that is told about ties and voices.
struct SettledPlan {
    var plan: Plan
    var moves: [VoiceMove]
    var ties: [ServiceTies]
    var voices: [VoiceOutcome]

    /// - Parameters:
    ///   - plan: as a search left it, or a list.
    ///   - solution: the search that bounds it; nil where there was none.
    ///   - isList: whether somebody brought the plan, so that no hub of it is moved.
    init(
        _ run: StudyRun, plan: Plan, solution: Solution?, certificates: [Certificate], isList: Bool, threads: Int
    ) throws {
        let finder = try TieFinder(run, certificates: certificates, threads: threads)
        let chosen =
            isList ? .init(plan: plan, moves: []) : VoiceChoice(run: run, finder: finder).settle(plan)
        self.plan = chosen.plan
        moves = chosen.moves
        ties = try finder.ties(of: chosen.plan)
        voices = []
        guard let solution else { return }
        voices = try VoiceCosts(
            run: run, finder: finder, best: isList ? run.plan(of: solution) : plan,
            bounds: solution.services.map(\.bound), plan: chosen.plan, moves: chosen.moves, threads: threads
        ).outcomes()
    }
}

extension Solution {
    /// The same search with another plan that keeps the rules: bounds stay, objectives are those given.
    func with(_ plan: Plan, objectives: [Int64], run: StudyRun) -> Solution {
        var solution = self
        for (position, service) in run.problem.services.enumerated() {
            solution.services[position].open = LocalNumbers(service.siteIndices).numbers(of: plan.open[position])
            solution.services[position].objective = objectives[position]
        }
        return solution
    }
}

extension RunRecord {
    /// Ties and voices of the plan that the record tells about.
    mutating func tell(_ settled: SettledPlan) {
        ties = settled.ties
        voices = settled.voices
        moves = settled.moves
    }
}
