internal import HubModel

// What is done once climbs have no more to give: longer searches, and the trees.
extension LagrangianSearch {
    /// Before branching, a longer search for a better plan: one that is found saves nodes, and memory. Where the tree holds
    /// what is left with ease that is tried once only: its own relaxation finds better plans than walks do.
    /// - Returns: whether one was found, and fixed sites with it.
    mutating func searchHarder(_ onEvent: (SolveEvent) -> Void) -> Bool {
        guard !hasSearchedHard || rows.pairCount > settings.easyCutPairs else { return false }
        hasSearchedHard = true
        let before = (best.objective, live.free.count)
        for _ in 0..<settings.hardSearches {
            round += 1
            search(from: [], budget: settings.hardSearch)
            report("search", onEvent)
            if best.objective < before.0 { break }
        }
        guard best.objective < before.0 else { return false }
        priceAll()
        return live.free.count > settings.branchBelow
    }

    /// Where too many sites are left for the tree, climbs again in longer steps, a few times.
    mutating func startsAfresh() -> Bool {
        guard !isSmallEnough, freshStarts < settings.mostFreshStarts else { return false }
        freshStarts += 1
        step = max(step, settings.freshStep)
        return true
    }

    /// Whether what is left fits the tree on cuts.
    private var isSmallEnough: Bool {
        live.free.count <= settings.mostCutSites && rows.pairCount <= settings.mostCutPairs
    }

    /// Splits what fixing left undecided until nothing is left, or a limit is met.
    mutating func branch(_ cancel: CancelFlag, _ onEvent: (SolveEvent) -> Void) -> StopReason {
        compactIfWorthwhile(leavingLessThan: 0.95)
        // Either tree holds the pairs once more.
        guard 2 * heldBytes <= settings.memory else { return .memoryLimit }
        // Should the linear solver break down, what it found stays and the rest goes on without it.
        if isSmallEnough, let stop = try? branchOnCuts(cancel, onEvent) { return stop }
        var tree = BranchAndBound(
            rows: rows, rules: rules, tree: self.tree,
            root: BranchAndBound.Node(live: live, multipliers: multipliers, bound: bound), best: best,
            gap: max(0, limits.gap), memory: settings.memory - heldBytes, threads: limits.threads)
        return grow(&tree, beside: heldBytes, cancel, onEvent)
    }

    /// The same on the linear relaxation with cuts, where every bound is that of the relaxation itself.
    private mutating func branchOnCuts(
        _ cancel: CancelFlag, _ onEvent: (SolveEvent) -> Void
    ) throws(PlacementError) -> StopReason {
        var tree = try CutTree(
            rows: rows, rules: rules, tree: self.tree,
            root: BranchAndBound.Node(live: live, multipliers: multipliers, bound: bound), best: best,
            gap: max(0, limits.gap), memory: settings.memory - heldBytes, threads: limits.threads)
        // The tree may read rows at greater length: they are held once, by the tree.
        let held = heldBytes
        rows = ContributionRows(empty: rows.source)
        let stop: StopReason
        do { stop = try grow(&tree, beside: held, cancel, onEvent) } catch {
            rows = tree.rows
            throw error
        }
        rows = tree.rows
        branching = tree.finish()
        return stop
    }

    /// Looks at one node after the other.
    /// - Parameter held: bytes of the rows that the tree was given.
    private mutating func grow<Tree: SearchTree & ~Copyable>(
        _ tree: inout Tree, beside held: Int, _ cancel: CancelFlag, _ onEvent: (SolveEvent) -> Void
    ) throws(Tree.Fault) -> StopReason {
        let workBefore = work
        treeBytes = held + tree.bytes
        var stop: StopReason?
        while !tree.isDone {
            stop = reasonToStop(cancel) ?? reasonToLeave(tree, workBefore)
            guard stop == nil else { break }
            try tree.step()
            best = tree.best
            bound = max(bound, min(tree.bound, best.objective))
            work = workBefore + tree.work
            treeBytes = held + tree.bytes
            if tree.nodes % 16 == 0 { report("branching", nodes: tree.nodes, open: tree.openCount, onEvent) }
        }
        report("branching", nodes: tree.nodes, open: tree.openCount, onEvent)
        return stop ?? reasonToStop(cancel) ?? .exhausted
    }

    /// Why a tree has grown enough; nil when it has not.
    private func reasonToLeave(_ tree: borrowing some SearchTree & ~Copyable, _ workBefore: Int64) -> StopReason? {
        if let most = limits.nodes, tree.nodes >= most { return .nodeLimit }
        // Short of a proof, branching is worth about as much work as all before it.
        let isSpent = limits.gap > 0 && tree.work > max(settings.branchWork, workBefore)
        if isSpent || tree.nodes >= settings.mostNodes { return .exhausted }
        return tree.isOutOfMemory ? .memoryLimit : nil
    }
}
