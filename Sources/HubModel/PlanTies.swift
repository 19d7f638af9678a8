/// What a move of one hub does to its service, the rest of the plan kept: after less before.
package struct MoveCost: Hashable, Sendable {
    /// In units of the objective.
    package var objective: Int64
    /// Σ children × tenths of minutes.
    package var tenthMinutes: Int64
    /// Children within the reach limit.
    package var reached: Int64

    package init(objective: Int64, tenthMinutes: Int64, reached: Int64) {
        self.objective = objective
        self.tenthMinutes = tenthMinutes
        self.reached = reached
    }
}

/// A site that could take a hub's place within the error of the data. Its cost is exact.
package struct TiedSite: Hashable, Sendable {
    /// Index into `Region.sites`.
    package var site: UInt32
    package var cost: MoveCost
    /// Whether it stands in the same place as the hub.
    package var isSamePlace: Bool
    /// Whether it stands nearby: where households without a car reach the hub within the service's limit. A site farther
    /// away would serve other people, so residents have nothing to settle between the two.
    package var isNearby: Bool

    package init(site: UInt32, cost: MoveCost, isSamePlace: Bool, isNearby: Bool = true) {
        self.site = site
        self.cost = cost
        self.isSamePlace = isSamePlace
        self.isNearby = isNearby
    }
}

/// How settled the place of one hub is.
package struct HubTies: Hashable, Sendable {
    package enum Verdict: String, Codable, Sendable, CaseIterable {
        /// Stands today, or the study requires it: not chosen here.
        case given
        /// The rules leave no plan without a hub in this place, however much it costs: proved.
        case only
        /// Plans without a hub in this place keep the rules, and each costs more than the error of the data: proved.
        case firm
        /// No site elsewhere is interchangeable with this one, the rest of the plan kept; other plans were not ruled out.
        case firmBySwaps
        /// A site in another place nearby is interchangeable with this one, or a plan with one there does without it.
        case nearTie
        /// Nothing nearby is, but a hub farther away, for other people, would do as well for the service as a whole.
        case farTie
    }

    /// Index into `Region.sites`.
    package var site: UInt32
    package var verdict: Verdict
    /// What the error of the data comes to at this hub.
    package var error: MoveCost
    /// Cheapest first, then by site.
    package var ties: [TiedSite]
    /// Hubs of the best plan that does without this place, where it is within the error and no single move is: region
    /// sites that it opens instead, ascending. Empty otherwise.
    package var otherPlan: [UInt32]

    package init(
        site: UInt32, verdict: Verdict, error: MoveCost, ties: [TiedSite] = [], otherPlan: [UInt32] = []
    ) {
        self.site = site
        self.verdict = verdict
        self.error = error
        self.ties = ties
        self.otherPlan = otherPlan
    }
}

/// Ties of one service of a plan.
package struct ServiceTies: Hashable, Sendable {
    /// In the order of `ServiceFigures.hubs`.
    package var hubs: [HubTies]
    /// Sites that could hold a hub and do not.
    package var others: Int
    /// Of those, the ones that the rules leave no plan with: exact.
    package var notAllowed: Int
    /// Of the rest, those that no plan within the error of this one uses, by the bound: exact.
    package var ruledOut: Int

    package init(hubs: [HubTies], others: Int, notAllowed: Int = 0, ruledOut: Int) {
        self.hubs = hubs
        self.others = others
        self.notAllowed = notAllowed
        self.ruledOut = ruledOut
    }

    /// Hubs that the plan chose.
    package var chosen: Int { hubs.count { $0.verdict != .given } }
    package var firm: Int { hubs.count { $0.verdict == .firm || $0.verdict == .firmBySwaps } }
    /// Hubs whose places the rules leave no choice about.
    package var only: Int { hubs.count { $0.verdict == .only } }
    package var proved: Int { hubs.count { $0.verdict == .firm } }
    package var nearTies: Int { hubs.count { $0.verdict == .nearTie } }
    package var farTies: Int { hubs.count { $0.verdict == .farTie } }
}
