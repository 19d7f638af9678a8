internal import HubModel
internal import Reports

/// The events of a solve in units that people use, for the convergence chart.
struct SearchTracks {
    let request: PlacementRequest
    let problem: PlacementProblem

    /// One track a service; one alone, of the score, where a share over all services took several splits, since the steps
    /// of a service then answer questions of different quotas.
    func tracks(_ events: [SolveEvent]) -> [SearchTrack] {
        let together = events.filter { $0.service.isEmpty }
        if together.count > 1 { return [score(together, service: nil)] }
        return problem.services.enumerated().compactMap { position, service in
            let own = events.filter { $0.service == service.id }
            return own.isEmpty ? nil : track(own, of: service, position: position)
        }
    }

    private func track(_ events: [SolveEvent], of service: ServiceProblem, position: Int) -> SearchTrack {
        let weight = service.weights.reduce(0, +)
        switch service.burden {
        case .reach(_, let step) where step > 0:
            return SearchTrack(
                service: position, unit: .reached,
                steps: Self.steps(events) { Double(weight - $0 / step) })
        case .mean where weight > 0:
            return SearchTrack(
                service: position, unit: .meanMinutes,
                steps: Self.steps(events) { Double($0) / Double(weight) / 10 })
        case .mean, .reach, .steps:
            return score(events, service: position)
        }
    }

    private func score(_ events: [SolveEvent], service: Int?) -> SearchTrack {
        let last = max(1, events.compactMap(\.incumbent).min() ?? 1)
        return SearchTrack(
            service: service, unit: .score,
            steps: Self.steps(events) { Double($0) / Double(last) * 100 })
    }

    /// The best known by each event; a bound that says nothing yet (0) is none.
    private static func steps(
        _ events: [SolveEvent], value: (Int64) -> Double
    ) -> [SearchTrack.Step] {
        var incumbent: Int64?
        var bound: Int64?
        var steps: [SearchTrack.Step] = []
        for (index, event) in events.enumerated() {
            incumbent = [incumbent, event.incumbent].compactMap { $0 }.min()
            bound = [bound, event.bound].compactMap { $0 }.filter { $0 > 0 }.max()
            let step = SearchTrack.Step(work: event.work, found: incumbent.map(value), limit: bound.map(value))
            let isChange = steps.last.map { ($0.found, $0.limit) != (step.found, step.limit) } ?? true
            if isChange || index == events.count - 1 { steps.append(step) }
        }
        return steps
    }
}
