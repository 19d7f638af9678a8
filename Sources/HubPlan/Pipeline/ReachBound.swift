package import HubModel

/// The bound of a reach objective, turned back into children.
enum ReachBound {
    /// Most children within the limit under any plan that keeps the rules; nil without a bound, for other objectives,
    /// and where the weight is something other than children.
    ///
    /// The objective is step × (weight beyond the limit) + a mean part smaller than one step, so the whole steps in the
    /// bound are children that every plan leaves beyond.
    static func mostReached(_ outcome: ServiceOutcome, problem: ServiceProblem, service: Service) -> Int64? {
        guard case .reach(_, let step) = problem.burden, step > 0, !service.isNeedWeighted, let bound = outcome.bound
        else { return nil }
        return problem.weights.reduce(0, +) - max(0, bound) / step
    }
}

extension StudyRun {
    /// The same solution with the bounds of reach objectives told in children as well.
    package func told(_ solution: Solution) -> Solution {
        var solution = solution
        for (index, service) in request.services.enumerated() {
            solution.services[index].mostReached = ReachBound.mostReached(
                solution.services[index], problem: problem.services[index], service: region.services[service.service])
        }
        return solution
    }
}
