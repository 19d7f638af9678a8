internal import HubModel
internal import Placement

/// What honouring each voice costs: the best plan that does as it asks beside the best that need not.
///
/// Small services are solved again, which is exact as a rule. Others are told from both sides: by a plan with one hub
/// moved, and by the bound on all plans.
struct VoiceCosts {
    let run: StudyRun
    let finder: TieFinder
    /// As the search left it, before ties were settled.
    let best: Plan
    /// Bound of each service; nil without one.
    let bounds: [Int64?]
    /// As it is told.
    let plan: Plan
    let moves: [VoiceMove]
    let threads: Int

    /// The best plan of some service that is known, and what no plan costs less than.
    private struct Answer {
        /// Local sites; nil where none is known.
        var open: [UInt32]?
        var objective: Int64?
        var bound: Int64
        var isImpossible = false
    }

    func outcomes() throws -> [VoiceOutcome] {
        try run.request.voices.enumerated().flatMap { index, voice in
            try voice.services.filter { _ in !voice.sites.isEmpty }.map { try outcome(index, voice, $0) }
        }
    }

    private func outcome(_ index: Int, _ voice: Voice, _ position: Int) throws -> VoiceOutcome {
        let isHonoured = Self.honours(plan.open[position], voice)
        let isMoved = moves.contains {
            $0.service == position && (voice.sites.contains($0.to) || voice.sites.contains($0.from))
        }
        var outcome = VoiceOutcome(
            voice: index, service: position, state: isHonoured ? .honoured : .notHonoured,
            isByMove: isHonoured && isMoved && !Self.honours(best.open[position], voice), cost: nil)
        if voice.stance == .veto {
            outcome.cost = try vetoCost(voice, position)
        } else if Self.honours(best.open[position], voice) {
            outcome.cost = .nothing
        } else {
            let answer = try honouring(voice, position)
            if answer.isImpossible {
                outcome.state = .impossible
            } else {
                outcome.cost = try cost(of: answer, beside: own(position), position)
            }
        }
        return outcome
    }

    /// Whether a plan does as a voice asks.
    private static func honours(_ open: [UInt32], _ voice: Voice) -> Bool {
        open.contains(where: voice.sites.contains) == (voice.stance == .support)
    }

    private func own(_ position: Int) throws -> Answer {
        let service = finder.service(position)
        let open = LocalNumbers(service.siteIndices).numbers(of: best.open[position])
        return Answer(
            open: open, objective: try Evaluator.objective(of: open, in: service), bound: bounds[position] ?? 0)
    }

    /// With the veto less without it; the plan keeps it.
    private func vetoCost(_ voice: Voice, _ position: Int) throws -> VoiceOutcome.Cost {
        var service = finder.service(position)
        let others = run.request.voices.filter { $0.stance == .veto && $0 != voice && $0.services.contains(position) }
        let request = run.request.services[position]
        let freed = Set(voice.sites).subtracting(others.flatMap(\.sites)).subtracting(request.lockedOut)
        let local = Set(LocalNumbers(service.siteIndices).numbers(of: freed))
        guard !local.isEmpty else { return .nothing }
        service.lockedOut.removeAll { local.contains($0) }
        let own = try own(position)
        var without = own
        if let found = try solved(service, position, warm: own.open) {
            without = found
        } else {
            let moves = PlanMoves(
                finder.settled(with: service, at: position), position: position, open: best.open, run: run)
            if let move = cheapest(moves, where: { local.contains($0) }), move.cost.objective < 0 {
                without.open = move.open
                without.objective = own.objective.map { $0 + move.cost.objective }
            }
            let least = finder.bounds(position, of: service).map { bounds in
                local.map { bounds.least(with: $0) }.min() ?? 0
            }
            without.bound = min(own.bound, least ?? 0)
        }
        return try cost(of: own, beside: without, position)
    }

    /// The best plan that does as a voice asks.
    private func honouring(_ voice: Voice, _ position: Int) throws -> Answer {
        var service = finder.service(position)
        let local = LocalNumbers(service.siteIndices).numbers(of: voice.sites)
        let isSupport = voice.stance == .support
        if isSupport {
            let barred = Set(service.lockedOut)
            guard local.contains(where: { !barred.contains($0) }) else {
                return Answer(bound: .max, isImpossible: true)
            }
            service.limits.append(SiteLimit(title: "hubs that a voice asks for", sites: local, least: 1))
        } else {
            guard !local.contains(where: service.lockedIn.contains) else {
                return Answer(bound: .max, isImpossible: true)
            }
            service.lockedOut = Set(service.lockedOut).union(local).sorted()
        }
        let own = try own(position)
        if let found = try solved(service, position, warm: own.open) { return found }
        let wanted = Set(local)
        let moves = finder.moves(position, of: best)
        let bounds = finder.bounds(position, of: finder.service(position))
        if isSupport {
            let move = cheapest(moves) { wanted.contains($0) }
            return Answer(
                open: move?.open, objective: move.flatMap { move in own.objective.map { $0 + move.cost.objective } },
                bound: bounds.map { bounds in local.map { bounds.least(with: $0) }.min() ?? 0 } ?? 0)
        }
        let leaving = moves.swaps.open.indices.filter { wanted.contains(moves.swaps.open[$0]) }
        let move = leaving.count == 1 ? cheapest(moves, of: leaving, where: { !wanted.contains($0) }) : nil
        return Answer(
            open: move?.open, objective: move.flatMap { move in own.objective.map { $0 + move.cost.objective } },
            bound: bounds?.least(without: local) ?? 0)
    }

    /// nil where the service is not small, or tied to others by a share over all of them.
    private func solved(_ service: ServiceProblem, _ position: Int, warm: [UInt32]?) throws -> Answer? {
        guard run.problem.totalShare == nil else { return nil }
        switch try SmallQuestion.answer(service, warm: warm ?? [], threads: threads) {
        case nil: return nil
        case .infeasible: return Answer(bound: .max, isImpossible: true)
        case .solved(let solution):
            let found = solution.services[0]
            return Answer(open: found.open, objective: found.objective, bound: found.bound ?? 0)
        }
    }

    private func cheapest(
        _ moves: PlanMoves, of hubs: [Int]? = nil, where passes: (UInt32) -> Bool
    ) -> (open: [UInt32], cost: MoveCost)? {
        var best: (open: [UInt32], cost: MoveCost)?
        for hub in hubs ?? Array(moves.swaps.open.indices) {
            guard let move = moves.moves(of: hub, where: { site, _ in passes(site) }).first else { continue }
            if best.map({ move.cost.objective < $0.cost.objective }) ?? true {
                let rest = moves.swaps.open.filter { $0 != moves.swaps.open[hub] }
                best = ((rest + [move.site]).sorted(), move.cost)
            }
        }
        return best
    }

    /// The dearer answer less the cheaper. Either's best plan lies between its bound and its objective, and the dearer
    /// question allows fewer plans.
    private func cost(of dear: Answer, beside cheap: Answer, _ position: Int) throws -> VoiceOutcome.Cost {
        let least = max(0, dear.bound - (cheap.objective ?? dear.bound))
        let most = dear.objective.map { max(0, $0 - cheap.bound) }
        guard let high = try figures(dear.open, position), let low = try figures(cheap.open, position) else {
            return VoiceOutcome.Cost(least: least, most: most, meanMinutes: nil, reached: nil)
        }
        let mean = high.meanMinutes.flatMap { high in low.meanMinutes.map { high - $0 } }
        return VoiceOutcome.Cost(least: least, most: most, meanMinutes: mean, reached: high.reached - low.reached)
    }

    /// Of everyone, with this service's hubs at some local sites.
    private func figures(_ open: [UInt32]?, _ position: Int) throws -> TravelFigures? {
        guard let open else { return nil }
        var other = best
        other.open[position] = open.map { run.problem.services[position].siteIndices[Int($0)] }
        return try run.figures(of: other).services[position].everyone
    }
}
