/// An answer: for each service its open sites, as indices into `Region.sites`, ascending.
package struct Plan: Hashable, Sendable {
    package var open: [[UInt32]]

    package init(open: [[UInt32]]) {
        self.open = open
    }
}

/// When to stop.
package struct SolveLimits: Hashable, Sendable {
    /// Stop when (objective − bound) / objective is at most this fraction. 0 asks for a proof.
    package var gap: Double
    /// Wall seconds; nil means none.
    package var seconds: Double?
    /// Units of work, the same on every machine; nil means none.
    package var work: Int64?
    /// Branching nodes of one service's solve; nil means the engine's own most.
    package var nodes: Int?
    /// Bytes that the engine may account for in rows, columns and nodes; nil means its own default.
    package var memory: Int64?
    /// Numbers of the checkpoints at which to stop, ascending, as an earlier run recorded them: the clock is then not
    /// looked at, and the run repeats the earlier one. nil looks at the clock.
    package var stopAt: [Int]?
    /// Threads to use; never changes the answer.
    package var threads: Int
    package var seed: UInt64

    package init(
        gap: Double = 0.001, seconds: Double? = nil, work: Int64? = nil, nodes: Int? = nil, memory: Int64? = nil,
        stopAt: [Int]? = nil, threads: Int = 2, seed: UInt64 = 1
    ) {
        self.gap = gap
        self.seconds = seconds
        self.work = work
        self.nodes = nodes
        self.memory = memory
        self.stopAt = stopAt
        self.threads = threads
        self.seed = seed
    }
}

/// Why a solve ended, kept apart from what it found.
package enum StopReason: String, Sendable {
    /// Bound and objective met: nobody can do better on the same data.
    case proved
    /// The gap asked for was reached.
    case gapReached
    case timeLimit
    case workLimit
    case nodeLimit
    /// With more memory the gap could have been closed further.
    case memoryLimit
    /// Asked to stop from outside (Ctrl-C).
    case interrupted
    /// Stopped at a numbered checkpoint that was asked for, to repeat a run that the clock or a person stopped.
    case checkpoint
    /// The method has no further step; the gap stays.
    case exhausted

    /// Whether the clock or a person decided, so that only its checkpoints can repeat the run.
    package var isFromOutside: Bool {
        switch self {
        case .timeLimit, .interrupted, .checkpoint: true
        case .proved, .gapReached, .workLimit, .nodeLimit, .memoryLimit, .exhausted: false
        }
    }
}

/// What a solver found for one service. Objectives are sums of weight × f(minutes) made by the evaluator.
package struct ServiceOutcome: Sendable {
    package var service: String
    /// Local site numbers, ascending.
    package var open: [UInt32]
    package var objective: Int64
    /// No plan that keeps the rules costs less; nil when there is no bound, so no proof.
    package var bound: Int64?
    /// For a reach objective in plain children: no plan that keeps the rules brings more children within the limit.
    package var mostReached: Int64?
    /// Multipliers at which the method fixed sites or raised its bound, in their order; empty when it has none.
    package var trail: [MultiplierStep]
    /// The branch and bound that finished the proof, below what the trail fixes; empty when there was none.
    package var branching: [BranchStep] = []
    /// What the numbers of the trail stand for; nil when there is none.
    package var layout: MultiplierLayout?

    package init(service: String, open: [UInt32], objective: Int64, bound: Int64?, trail: [MultiplierStep] = []) {
        self.service = service
        self.open = open
        self.objective = objective
        self.bound = bound
        self.trail = trail
    }

    package var isOptimal: Bool { bound.map { $0 >= objective } ?? false }

    /// (objective − bound) / objective, from 0 to 1; nil without a bound.
    package var gap: Double? {
        bound.map { Gap.fraction(objective, above: $0) }
    }
}

/// Rules that cannot all be kept, and what would help.
package struct Infeasibility: Hashable, Sendable {
    /// One sentence naming the rules that clash.
    package var sentence: String
    /// Titles of the rules in a smallest clashing set.
    package var rules: [String]
    /// Each a sentence: the smallest change of one rule that would let a plan exist.
    package var relaxations: [String]

    package init(sentence: String, rules: [String], relaxations: [String]) {
        self.sentence = sentence
        self.rules = rules
        self.relaxations = relaxations
    }
}

/// A plan with its proof as far as it goes, or the reason why there is none.
package enum SolveResult: Sendable {
    case solved(Solution)
    case infeasible(Infeasibility)
}

package struct Solution: Sendable {
    /// One entry a service of the problem, in its order.
    package var services: [ServiceOutcome]
    package var stop: StopReason
    /// Units of work done, the same for the same input on every machine.
    package var work: Int64
    /// How the bound was made, in plain words.
    package var method: String
    /// Under a share over all services, where hubs of one are given up for another: no plan that keeps the rules has a
    /// lower `total`. nil where no rule ties the services together, and without a bound.
    package var totalBound: Int64?
    /// What each service's objective is multiplied by in the total, whole numbers from 1; empty for the plain sum.
    package var totalWeights: [Int64]
    /// Numbers of the checkpoints at which the clock or a person stopped a part of the run, ascending: what
    /// `SolveLimits.stopAt` takes to repeat it. Empty for a run that ended by itself.
    package var stoppedAt: [Int]

    package init(
        services: [ServiceOutcome], stop: StopReason, work: Int64, method: String, totalBound: Int64? = nil,
        totalWeights: [Int64] = [], stoppedAt: [Int] = []
    ) {
        self.services = services
        self.stop = stop
        self.work = work
        self.method = method
        self.totalBound = totalBound
        self.totalWeights = totalWeights
        self.stoppedAt = stoppedAt
    }

    /// The plain sum, whatever the services count in the total.
    package var objective: Int64 { services.reduce(0) { $0 + $1.objective } }

    /// A bound on the plain sum: `totalBound` where that is one, otherwise the sum of the services' own;
    /// nil as soon as one service has no bound.
    package var bound: Int64? {
        if let totalBound, totalWeights.isEmpty { return totalBound }
        return services.reduce(Optional(Int64(0))) { sum, outcome in
            sum.flatMap { sum in outcome.bound.map { sum + $0 } }
        }
    }

    /// Σ weight × objective, what a share over all services makes least.
    package var total: Int128 { total(of: services.map(\.objective)) }

    /// Nobody can do better: in total under a share over all services, otherwise in any of them.
    package var isOptimal: Bool {
        if let totalBound { return Int128(totalBound) >= total }
        return bound.map { $0 >= objective } ?? false
    }

    /// The gap of this plan; see `gap(of:)`.
    package var gap: Double? { gap(of: services.map(\.objective)) }

    /// How far some plan that keeps the rules can be from the best: a fraction from 0 to 1; nil without a bound.
    ///
    /// Under a share over all services (total − bound) / total. Otherwise the widest gap among the services, since
    /// their objectives have units of their own and one may hide another.
    /// - Parameter objectives: of the plan, one a service.
    package func gap(of objectives: [Int64]) -> Double? {
        if let totalBound {
            return Gap.fraction(total(of: objectives), above: Int128(totalBound))
        }
        return zip(services, objectives).reduce(Optional(0.0)) { widest, pair in
            guard let widest, let bound = pair.0.bound else { return nil }
            return max(widest, Gap.fraction(pair.1, above: bound))
        }
    }

    private func total(of objectives: [Int64]) -> Int128 {
        objectives.enumerated().reduce(Int128(0)) { sum, entry in
            let weight = totalWeights.isEmpty ? 1 : totalWeights[entry.offset]
            return sum + Int128(weight) * Int128(entry.element)
        }
    }
}

/// A step of a long solve: behind progress on standard error, the log and the convergence chart.
package struct SolveEvent: Sendable {
    /// Its id; empty for all services together.
    package var service: String
    /// "first plan", "bound", "branching", "exact".
    package var stage: String
    package var incumbent: Int64?
    package var bound: Int64?
    package var work: Int64
    /// Branching nodes done, and those still open.
    package var nodes: Int
    package var open: Int
    /// Checkpoints passed by then in the whole run.
    package var checkpoint: Int
    /// Wall seconds since the solve began; differs from run to run.
    package var seconds: Double
    /// Bytes accounted for in rows, columns and nodes; 0 where the method does not count them.
    package var memory: Int64

    package init(
        service: String, stage: String, incumbent: Int64?, bound: Int64?, work: Int64, nodes: Int = 0, open: Int = 0,
        checkpoint: Int = 0, seconds: Double, memory: Int64 = 0
    ) {
        self.service = service
        self.stage = stage
        self.incumbent = incumbent
        self.bound = bound
        self.work = work
        self.nodes = nodes
        self.open = open
        self.checkpoint = checkpoint
        self.seconds = seconds
        self.memory = memory
    }

    /// (incumbent − bound) / incumbent, from 0 to 1; nil where one of them is not known.
    package var gap: Double? {
        guard let incumbent, let bound else { return nil }
        return Gap.fraction(incumbent, above: bound)
    }
}
