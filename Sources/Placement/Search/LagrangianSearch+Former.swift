internal import HubModel

// Beginning from an earlier bound.
extension LagrangianSearch {
    /// Begins from an earlier bound: prices all sites at its multipliers before any climb, and follows its tree over what
    /// they leave.
    /// - Returns: why to stop; nil when there is more to do.
    mutating func retrace(_ cancel: CancelFlag, _ onEvent: (SolveEvent) -> Void) -> StopReason? {
        guard let former, let last = former.trail.last else { return nil }
        var top = (priced: Int64.min, multipliers: multipliers)
        // The last first, since it leaves the others least to look at; then in their order, so that whatever they fixed
        // together is fixed again.
        for (number, step) in ([last] + former.trail.dropLast()).enumerated() {
            multipliers = former.multipliers(step)
            priceAll()
            for _ in 0..<settings.mostLengthenings where number == 0 && stream == nil && isCapped.contains(true) {
                lengthenHeldRows()
                priceAll()
            }
            if priced > top.priced { top = (priced, multipliers) }
            report("bound, by former multipliers", onEvent)
            if let stop = reasonToStop(cancel) { return stop }
        }
        multipliers = top.multipliers
        return stream == nil && !former.branching.isEmpty ? follow(former, cancel, onEvent) : nil
    }

    /// Follows an earlier tree, and settles the parts that no longer hold by trees of their own where they are few.
    /// - Returns: why to stop; nil when there is more to do.
    mutating func follow(
        _ former: FormerSteps, _ cancel: CancelFlag, _ onEvent: (SolveEvent) -> Void
    ) -> StopReason? {
        compactIfWorthwhile()
        let replay = TreeReplay(
            former, rows: rows, rules: rules, tree: tree,
            root: BranchAndBound.Node(live: live, multipliers: multipliers, bound: bound), cutoff: target,
            threads: limits.threads)
        work += replay.work
        guard replay.isWhole else { return nil }
        if let plan = replay.plan { offer(plan) }
        bound = min(best.objective, max(bound, replay.bound))
        report("bound, by the former tree", nodes: replay.leaves, open: replay.lapsed.count, onEvent)
        if replay.lapsed.isEmpty { branching = replay.steps }
        if let stop = reasonToStop(cancel) { return stop }
        guard replay.lapsed.count <= settings.mostLapsed else { return nil }
        var trees: [[BranchStep]] = []
        for part in replay.lapsed {
            let root = BranchAndBound.Node(live: part.live, multipliers: part.multipliers, bound: part.bound)
            guard part.live.free.count <= settings.mostCutSites,
                let steps = try? settle(root, nodes: settings.lapsedNodes)
            else { return nil }
            trees.append(steps)
            report("bound, by the former tree", open: replay.lapsed.count - trees.count, onEvent)
            if let stop = reasonToStop(cancel) { return stop }
        }
        bound = min(best.objective, max(bound, target))
        branching = replay.completed(by: trees)
        return reasonToStop(cancel)
    }

    /// A tree of its own for one part.
    /// - Returns: its steps; nil when it is not done within so many nodes.
    mutating func settle(_ root: BranchAndBound.Node, nodes: Int) throws(PlacementError) -> [BranchStep]? {
        var part = try CutTree(
            rows: rows, rules: rules, tree: tree, root: root, best: best, gap: max(0, limits.gap),
            memory: settings.memory - heldBytes, threads: limits.threads)
        while !part.isDone, part.nodes < nodes { try part.step() }
        work += part.work
        offer(part.best)
        return part.isDone ? part.finish() : nil
    }

    static func titles(_ tree: LimitTree, _ service: ServiceProblem) -> [String] {
        tree.crossing.map { service.limits[$0].title }
    }
}
