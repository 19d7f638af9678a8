package import HubModel

/// Problem → plan with its proof, or the rules that clash.
///
/// Checks first whether the rules can be kept at all and settles "as many as possible", then solves service by service:
/// small ones exactly, large ones by the method for those. A share over all services is met by the best split of it.
/// Every objective that leaves here was made by the evaluator, and every plan was audited against every rule.
package struct PlacementSolver: Sendable {
    private let small: any ServiceSolver
    private let large: any ServiceSolver

    package init(small: any ServiceSolver = ExactService(), large: any ServiceSolver = LagrangianService()) {
        self.small = small
        self.large = large
    }

    /// - Parameters:
    ///   - warmStart: what an earlier answer left, in region sites.
    ///   - onEvent: told of every step; never called after the solve returns.
    /// - Throws: `PlacementError` when the problem's parts do not fit each other, or a sum does not fit 64 bits.
    package func solve(
        _ problem: PlacementProblem, limits: SolveLimits, warmStart: WarmStart? = nil,
        cancel: CancelFlag = CancelFlag(),
        onEvent: @escaping (SolveEvent) -> Void = { _ in }
    ) throws -> SolveResult {
        let attainable = try Attainable(problem)
        if let clash = try attainable.infeasibility() { return .infeasible(clash) }
        guard let settled = try attainable.resolved() else {
            throw PlacementError("The rules can be kept and yet no share can be settled: report this fault.")
        }
        let run = SolveRun(
            problem: settled, limits: limits, deadline: Deadline(seconds: limits.seconds), cancel: cancel,
            started: ContinuousClock.now, onEvent: onEvent,
            solver: { ExactService.suits($0, memory: limits.memory) ? small : large })
        let warm = settled.services.indices.map { index -> ServiceStart? in
            guard let warmStart, warmStart.services.indices.contains(index) else { return nil }
            let numbers = settled.services[index].localNumbers
            return warmStart.services[index]?.renumbered { numbers[$0] }
        }
        return .solved(try run.solution(warm: warm))
    }
}

extension ServiceProblem {
    /// Local numbers by region site.
    fileprivate var localNumbers: [UInt32: UInt32] {
        Dictionary(uniqueKeysWithValues: zip(siteIndices, siteIndices.indices.map { UInt32($0) }))
    }
}
