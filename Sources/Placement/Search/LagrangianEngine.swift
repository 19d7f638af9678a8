internal import Dispatch
package import HubModel

/// Solves one service of any size: plans by greedy, interchange and iterated local search, bounds by Lagrangian
/// relaxation of the assignment, and sites fixed by what the two leave no room for.
package enum LagrangianEngine {
    /// What a solve hands back: the best plan, its bound, why it stopped, the work done and the method in plain words.
    package typealias Answer = (outcome: ServiceOutcome, stop: StopReason, work: Int64, method: String)

    /// - Parameters:
    ///   - warm: a plan to start from, as local sites; ignored when it breaks a rule.
    ///   - cancel: asks to stop at the next checkpoint with the best plan so far.
    ///   - onEvent: told of every checkpoint.
    /// - Throws: ``PlacementError`` when no plan that keeps the rules was found, or numbers are too large.
    package static func solve(
        _ service: ServiceProblem, _ limits: SolveLimits, warm: [UInt32]? = nil, cancel: CancelFlag? = nil,
        onEvent: (SolveEvent) -> Void = { _ in }
    ) throws(PlacementError) -> Answer {
        if case .reach(let limit, let step) = service.burden, LexicographicReach.applies(to: service, step: step) {
            return try LexicographicReach(service: service, limit: limit, step: step, limits: limits)
                .solve(warm: warm, cancel: cancel, onEvent: onEvent)
        }
        if CoverSearch.applies(to: service) {
            var search = try CoverSearch(service, limits, warm: warm, settings: EngineSettings())
            return try search.run(cancel: cancel, onEvent: onEvent)
        }
        var search = try LagrangianSearch(service, limits, warm: warm, settings: EngineSettings())
        return search.run(cancel: cancel, onEvent: onEvent)
    }
}

/// Sizes and rhythms of the engine; the defaults are what measured best.
struct EngineSettings: Sendable {
    /// Bytes that rows and columns may take together.
    var memory = 900 << 20
    /// Least sites in a row.
    var shortestRow = 40
    /// Sites in a row for every site that a hub would have to itself.
    var rowFactor = 3.5
    /// Subgradient steps in a round.
    var iterations = 120
    /// Sites for every open one that a coarse sample holds at least.
    var coarseFactor = 5
    /// Sites that plans are searched among, for every open one.
    var coreFactor = 10
    /// Pairs looked at in search around the incumbent, a round, at least.
    var leastSearch: Int64 = 2_000_000
    /// Active sites for every open one, at least.
    var leastActive = 10
    /// Rounds without progress after which bounds alone have little more to give and branching begins.
    var patience = 3
    /// Undecided sites at which branching begins at once.
    var branchBelow = 60
    /// Longer searches before branching, and the pairs looked at in each.
    var hardSearches = 3
    var hardSearch: Int64 = 50_000_000
    /// Searches in vain, after which a burden of few steps is left to its integer program.
    var coverPatience = 24
    /// Members of all cover sets up to which that is solved; and where a proof is asked for.
    var mostClosingTerms = 150_000
    var mostProofTerms = 500_000
    /// Searches for a lower mean among plans of equal reach, at most.
    var polishes = 8
    /// Step below which climbs begin afresh, and with what.
    var leastStep = 0.001
    var freshStep = 0.05
    /// Pairs that branching may look at, at least, where no proof is asked for.
    var branchWork: Int64 = 2_000_000_000
    /// Nodes after which branching has nothing more to give.
    var mostNodes = 50_000

    /// Sites in a row for a problem of this size.
    func rowLength(areas: Int, sites: Int, count: Int) -> Int {
        let wanted = max(shortestRow, Int(rowFactor * Double(sites) / Double(max(1, count))))
        // A pair takes 12 bytes in a row and 12 in a column.
        let affordable = memory / 24 / max(1, areas)
        return max(1, min(wanted, sites, max(shortestRow, affordable)))
    }
}
