internal import Foundation
package import HubModel

/// A step of a solve in words: where it stands, and how much better it could still get, in units that people use.
package struct ProgressWords: Sendable {
    private let request: PlacementRequest
    private let region: Region
    private let problem: PlacementProblem

    init(_ run: StudyRun) {
        request = run.request
        region = run.region
        problem = run.problem
    }

    /// "Young Futures hubs: bound, 6683 sites undecided; 1,600,864 within 160 minutes, at most 1,619,482 possible; gap 0.43 %"
    package func line(_ event: SolveEvent) -> String {
        guard let index = problem.services.firstIndex(where: { $0.id == event.service }) else {
            return "All services: " + event.stage + gap(event)
        }
        let service = region.services[request.services[index].service]
        var line = "\(service.title)s: \(event.stage)"
        let words = words(event, problem: problem.services[index], service: service)
        if !words.isEmpty { line += "; " + words.joined(separator: ", ") }
        if event.nodes > 0 { line += "; \(event.nodes.grouped) nodes, \(event.open.grouped) open" }
        return line + gap(event)
    }

    private func words(_ event: SolveEvent, problem: ServiceProblem, service: Service) -> [String] {
        let weight = problem.weights.reduce(0, +)
        let bound = event.bound.flatMap { $0 > 0 ? $0 : nil }
        guard weight > 0 else { return [] }
        switch problem.burden {
        case .reach(_, let step):
            let limit = Double(service.reachLimit) / 10
            return [
                event.incumbent.map { "\((weight - $0 / step).grouped) within \(limit.formatted()) minutes" },
                bound.map { "at most \((weight - $0 / step).grouped) possible" },
            ].compactMap { $0 }
        case .mean:
            return [
                event.incumbent.map { String(format: "mean %.2f minutes", Double($0) / Double(weight) / 10) },
                bound.map { String(format: "at least %.2f", Double($0) / Double(weight) / 10) },
            ].compactMap { $0 }
        case .steps:
            return [event.incumbent.map { "so far \($0.grouped)" }, bound.map { "at least \($0.grouped)" }].compactMap {
                $0
            }
        }
    }

    /// Of the objective, as the limits count it.
    private func gap(_ event: SolveEvent) -> String {
        event.gap.map { $0 == 0 ? "; gap 0 %" : String(format: "; gap %.3f %%", $0 * 100) } ?? ""
    }
}
