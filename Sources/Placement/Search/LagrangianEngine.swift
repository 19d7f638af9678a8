internal import Dispatch
package import HubModel

/// Solves one service of any size: plans by greedy, interchange and iterated local search, bounds by Lagrangian
/// relaxation of the assignment, and sites fixed by what the two leave no room for.
package enum LagrangianEngine {
    /// What a solve hands back: the best plan, its bound, why it stopped, the work done and the method in plain words.
    package typealias Answer = (outcome: ServiceOutcome, stop: StopReason, work: Int64, method: String)

    /// - Parameters:
    ///   - warm: a plan to start from, as local sites; mended where it breaks a rule.
    ///   - former: what an earlier bound was made from, with local sites.
    ///   - cancel: asks to stop at the next checkpoint with the best plan so far.
    ///   - onEvent: told of every checkpoint.
    /// - Throws: ``PlacementError`` when no plan that keeps the rules was found, or numbers are too large.
    package static func solve(
        _ service: ServiceProblem, _ limits: SolveLimits, warm: [UInt32]? = nil, former: FormerBound? = nil,
        cancel: CancelFlag = CancelFlag(), onEvent: (SolveEvent) -> Void = { _ in }
    ) throws(PlacementError) -> Answer {
        if case .reach(let limit, let step) = service.burden, LexicographicReach.applies(to: service, step: step) {
            return try LexicographicReach(service: service, limit: limit, step: step, limits: limits)
                .solve(warm: warm, former: former, cancel: cancel, onEvent: onEvent)
        }
        if CoverSearch.applies(to: service) {
            var search = try CoverSearch(service, limits, warm: warm, former: former, settings: EngineSettings())
            return try search.run(cancel: cancel, onEvent: onEvent)
        }
        var search = try LagrangianSearch(service, limits, warm: warm, former: former, settings: EngineSettings())
        return search.run(cancel: cancel, onEvent: onEvent)
    }
}

/// Sizes and rhythms of the engine; the defaults are what measured best.
struct EngineSettings: Sendable {
    /// Bytes that rows, columns, cover sets, trees and linear programs may take together, and those of a pair in rows or
    /// columns.
    var memory = 360 << 20
    var bytesPerPair = 8
    /// Least sites in a row.
    var shortestRow = 40
    /// Sites in a row for every site that a hub would have to itself.
    var rowFactor = 3.5
    /// Pairs up to which rows of all sites are held from the start; beyond, sites are taken in as they matter.
    var mostHeldPairs = 20_000_000
    /// Active sites for every open one, and steps in a round, where rows are not held: pricing all sites then costs
    /// as much as many steps.
    var streamedActive = 60
    var streamedIterations = 240
    /// The part of active sites that are the best of every so many neighbouring ones, as long as the gap is wide and
    /// afterwards; the others are the cheapest of all.
    var blockShare = 0.5
    var lateBlockShare = 0.1
    var wideGap = 0.003
    /// Open sites from which on good plans are relinked and a climb's choices on the way are searched from: with fewer, the
    /// walks find the best plan anyway.
    var relinkFrom = 100
    /// Open sites in all the choices of a climb, beside its best and last, that are searched from: a descent from one takes
    /// time by the square of their number.
    var passingSites = 600
    /// How far beyond the second nearest hub a search looks.
    var searchReach = 1.25
    /// How far its rows hold the sites that it searches among, as a multiple of the same.
    var coreReach = 1.7
    /// Subgradient steps in a round: at least, at most, and pairs looked at between the two.
    var iterations = 120
    var mostIterations = 480
    var climbWork: Int64 = 200_000_000
    /// How far a multiplier may rise in a round.
    var rise = 1.2
    /// Sites that a large problem begins with, at least.
    var leastSample = 1000
    /// Sites for every open one that a coarse sample holds at least.
    var coarseFactor = 5
    /// Sites that plans are searched among, for every open one.
    var coreFactors = [6, 10, 4]
    /// First thresholds of the walks around the incumbent, as fractions of the objective. Rounds take turns, here as above.
    var heights = [3e-5, 1e-4, 1e-5]
    /// Pairs looked at in search around the incumbent, a round, at least.
    var leastSearch: Int64 = 2_000_000
    /// Active sites for every open one, at least.
    var leastActive = 10
    /// Rounds without progress after which bounds alone have little more to give and branching begins.
    var patience = 2
    /// Undecided sites at which branching begins at once.
    var branchBelow = 600
    /// Undecided sites and pairs up to which branching goes by linear programs with cuts.
    var mostCutSites = 40_000
    var mostCutPairs = 15_000_000
    /// Pairs that it holds with ease.
    var easyCutPairs = 10_000_000
    /// Undecided sites above which longer searches come before branching, how many, and the pairs looked at in each.
    var searchAbove = 2500
    var hardSearches = 3
    /// Times that climbs begin afresh where too many sites are left to branch on.
    var mostFreshStarts = 6
    var hardSearch: Int64 = 150_000_000
    /// Parts of a former tree that may have lapsed for it to be completed, and nodes that each of them may take.
    var mostLapsed = 64
    var lapsedNodes = 200
    /// Times that rows are read again for former multipliers that reach beyond them.
    var mostLengthenings = 6
    /// For burdens of few steps: sites to search among for every open one, pairs looked at in a search, and searches in
    /// vain after which what is left goes to the integer program.
    var coverCore = 10
    var coverSearch: Int64 = 50_000_000
    var coverPatience = 24
    /// Members of all cover sets up to which that is solved; and where a proof is asked for.
    var mostClosingTerms = 150_000
    var mostProofTerms = 500_000
    /// How much heavier one demand point may be than another for the interior point method to be trusted.
    var widestWeights: Int64 = 1_000_000
    /// Searches for a lower mean among plans of equal reach, at most.
    var polishes = 8
    /// Step below which climbs begin afresh, and with what.
    var leastStep = 0.001
    var freshStep = 0.05
    /// Pairs that branching may look at, at least, where no proof is asked for.
    var branchWork: Int64 = 2_000_000_000
    /// Nodes after which branching has nothing more to give.
    var mostNodes = 50_000

    /// The same settings for a limit of accounted bytes: less is held at a time, so that the gap stays wider.
    /// - Parameter bytesPerPair: of the problem's rows.
    func within(memory limit: Int64?, bytesPerPair: Int) -> EngineSettings {
        var settings = self
        settings.bytesPerPair = bytesPerPair
        guard let limit else { return settings }
        settings.memory = Int(clamping: max(0, limit))
        settings.mostHeldPairs = min(mostHeldPairs, settings.memory / (3 * bytesPerPair))
        return settings
    }

    /// Sites in a row for a problem of this size.
    func rowLength(areas: Int, sites: Int, count: Int) -> Int {
        let wanted = max(shortestRow, Int(rowFactor * Double(sites) / Double(max(1, count))))
        // A pair stands in a row and in a column.
        let affordable = memory / (2 * bytesPerPair) / max(1, areas)
        return max(1, min(wanted, sites, max(shortestRow, affordable)))
    }
}
