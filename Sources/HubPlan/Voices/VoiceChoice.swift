internal import HubModel
internal import Placement

/// Lets residents settle ties: after the solve a hub moves to an interchangeable site nearby that more of them prefer.
///
/// A move keeps every rule and costs no more than the error of the data at that hub. Each hub moves at most once, the
/// widest preference first, then the cheapest move, then the first site; figures are the evaluator's, and what was proved
/// of the best plan stays as it was.
struct VoiceChoice {
    let run: StudyRun
    let finder: TieFinder

    struct Chosen {
        var plan: Plan
        var moves: [VoiceMove]
    }

    func settle(_ plan: Plan) -> Chosen {
        var chosen = Chosen(plan: plan, moves: [])
        let preferences = Preferences(run.request)
        for position in plan.open.indices where preferences.has(position) {
            while let move = best(position, of: chosen, preferences) {
                chosen.plan.open[position] =
                    (chosen.plan.open[position].filter { $0 != move.from } + [move.to]).sorted()
                chosen.moves.append(move)
            }
        }
        return chosen
    }

    private func best(_ position: Int, of chosen: Chosen, _ preferences: Preferences) -> VoiceMove? {
        let moves = finder.moves(position, of: chosen.plan)
        let sites = moves.service.siteIndices
        let moved = Set(chosen.moves.filter { $0.service == position }.flatMap { [$0.from, $0.to] })
        var best: (rise: Int, move: VoiceMove)?
        for (hub, local) in moves.swaps.open.enumerated() {
            let from = sites[Int(local)]
            guard !moved.contains(from) else { continue }
            let (own, error) = (preferences.of(from, position), moves.error(of: hub).objective)
            let better = moves.moves(of: hub) { site, cost in
                cost <= error && preferences.of(sites[Int(site)], position) > own
                    && finder.isNear(site, hub: local, position)
            }
            for (site, cost) in better where !moved.contains(sites[Int(site)]) {
                let move = VoiceMove(service: position, from: from, to: sites[Int(site)], cost: cost)
                let rise = preferences.of(move.to, position) - own
                let isBetter =
                    best.map { (-rise, cost.objective, move.to) < (-$0.rise, $0.move.cost.objective, $0.move.to) }
                    ?? true
                if isBetter { best = (rise, move) }
            }
        }
        return best?.move
    }
}

/// Voices for a site less voices against it, by service. Vetoes are not among them: they rule sites out beforehand.
struct Preferences {
    private var byService: [[UInt32: Int]]

    init(_ request: PlacementRequest) {
        byService = request.services.map { _ in [:] }
        for voice in request.voices where voice.stance != .veto {
            for position in voice.services {
                for site in voice.sites { byService[position][site, default: 0] += voice.stance == .support ? 1 : -1 }
            }
        }
    }

    func has(_ position: Int) -> Bool { !byService[position].isEmpty }

    func of(_ site: UInt32, _ position: Int) -> Int { byService[position][site] ?? 0 }
}
