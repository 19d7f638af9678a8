internal import HubModel
internal import HubPlan
internal import Reports

/// Tells what moved from an earlier answer to a new plan, and why.
struct NightTeller {
    let run: StudyRun
    /// The gap asked for, a fraction: plans nearer to each other than that are ties.
    let gap: Double

    /// - Parameters:
    ///   - former: the answer before.
    ///   - question: today's.
    ///   - sites: ids of today's plan, one list a service.
    ///   - objectives: what it costs, one a service.
    func story(since former: JobRecord, question: Question, sites: [[String]], objectives: [Int64]) -> NightStory {
        let today = PlanToday(former, on: run)
        let names = Dictionary(
            run.region.sites.map { ($0.id, run.region.label(of: $0)) }, uniquingKeysWith: { first, _ in first })
        // A site that is gone from the study had a name when it was chosen.
        func places(_ ids: [String]) -> [NightStory.Place] {
            ids.map { NightStory.Place(id: $0, name: names[$0] ?? former.name(of: $0)) }
        }
        var moves: [NightStory.Move] = []
        for (position, service) in run.problem.services.enumerated() {
            let before = former.services.first { $0.id == service.id }?.sites ?? []
            let (old, new) = (Set(before), Set(sites[position]))
            guard old != new else { continue }
            let stay = today.services[position]
            let cost = stay.objective.map { CalmPlan.cost($0, beyond: objectives[position]) }
            moves.append(
                NightStory.Move(
                    service: service.id, title: run.region.services[run.request.services[position].service].title,
                    gained: places(sites[position].filter { !old.contains($0) }),
                    lost: places(before.filter { !new.contains($0) }), costOfStaying: cost, obstacle: stay.obstacle,
                    isTie: cost.map { $0 <= gap } ?? false))
        }
        return NightStory(former: former.digest, changes: question.changes(since: former.question), moves: moves)
    }
}
