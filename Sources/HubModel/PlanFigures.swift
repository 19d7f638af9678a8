/// Sums over some children of where they go and how long it takes. Whole numbers, so figures repeat to the last digit.
package struct TravelFigures: Hashable, Sendable {
    package var children: Int64 = 0
    /// Σ children × tenths of minutes.
    package var tenthMinutes: Int64 = 0
    /// Children within the service's reach limit, the limit included.
    package var reached: Int64 = 0
    /// Children beyond the out-of-reach limit.
    package var outOfReach: Int64 = 0
    /// Half of the children travel at most this long; 0 when there are none.
    package var median: TenthMinutes = 0
    /// Nine in ten travel at most this long.
    package var ninetieth: TenthMinutes = 0

    package init() {}

    /// Mean minutes there and back; nil when there are no children.
    package var meanMinutes: Double? {
        children > 0 ? Double(tenthMinutes) / Double(children) / 10 : nil
    }

    /// Fraction within the reach limit; nil when there are no children.
    package var shareReached: Double? {
        children > 0 ? Double(reached) / Double(children) : nil
    }
}

/// A row of a table of figures.
package struct GroupFigures: Hashable, Sendable {
    package var id: String
    package var title: String
    package var figures: TravelFigures

    package init(id: String, title: String, figures: TravelFigures) {
        self.id = id
        self.title = title
        self.figures = figures
    }
}

/// Whether one rule of the study is kept by a plan.
package struct RuleCheck: Hashable, Sendable {
    /// For people: "hubs in the 225 wards".
    package var title: String
    package var found: Int
    package var least: Int
    /// nil means no cap.
    package var most: Int?
    package var isKept: Bool { found >= least && found <= (most ?? .max) }

    package init(title: String, found: Int, least: Int, most: Int?) {
        self.title = title
        self.found = found
        self.least = least
        self.most = most
    }
}

/// Hubs in places that a disadvantage rule names, told every way.
package struct ShareFigures: Hashable, Sendable {
    /// Index into `Region.rules`.
    package var rule: Int
    package var hubs: Int
    package var inside: Int
    /// Hubs counted inside that stand nearer to the boundary than the data is accurate.
    package var borderlineInside: Int
    /// Hubs counted outside that do.
    package var borderlineOutside: Int
    /// Hubs required inside; nil when the share is only reported.
    package var required: Int?
    /// Whom the hubs serve; nil where it was not worked out.
    package var serving: ServingFigures?

    package init(
        rule: Int, hubs: Int, inside: Int, borderlineInside: Int, borderlineOutside: Int, required: Int?
    ) {
        self.rule = rule
        self.hubs = hubs
        self.inside = inside
        self.borderlineInside = borderlineInside
        self.borderlineOutside = borderlineOutside
        self.required = required
    }
}

/// A hub of a plan and whom it serves.
package struct HubFigures: Hashable, Sendable {
    /// Index into `Region.sites`.
    package var site: UInt32
    package var figures: TravelFigures

    package init(site: UInt32, figures: TravelFigures) {
        self.site = site
        self.figures = figures
    }
}

/// Every figure of a plan for one service.
package struct ServiceFigures: Sendable {
    /// Index into `Region.services`.
    package var service: Int
    /// Σ weight × f(minutes): what the solver made least.
    package var objective: Int64
    package var hubs: [HubFigures]
    /// Children of households without a car: the headline.
    package var withoutCar: TravelFigures
    package var withCar: TravelFigures
    /// Both kinds of household together.
    package var everyone: TravelFigures
    /// Both kinds together, all of them travelling as households without a car do: what groups are held against.
    package var asWithoutCar: TravelFigures
    /// Everyone, by "doubly disadvantaged", "deprived only", "the rest".
    package var byDisadvantage: [GroupFigures]
    /// For each group of `Region.groups`, in its order, travelling as households without a car do.
    package var groups: [GroupFigures]
    /// Minutes of everyone in bins of ten minutes from 0, and how many children fall in each: (without a car, with one).
    package var distribution: [(withoutCar: Int64, withCar: Int64)]
    /// The plan's share under every rule of the region, in its order; the required one carries `required`.
    package var shares: [ShareFigures]
    package var rules: [RuleCheck]
    /// Hub (index into `Region.sites`) each demand point goes to, by demand point index.
    package var assignedSite: [UInt32]
    /// Minutes of each demand point.
    package var minutes: [TenthMinutes]

    package init(
        service: Int, objective: Int64, hubs: [HubFigures], withoutCar: TravelFigures, withCar: TravelFigures,
        everyone: TravelFigures, asWithoutCar: TravelFigures, byDisadvantage: [GroupFigures], groups: [GroupFigures],
        distribution: [(withoutCar: Int64, withCar: Int64)], shares: [ShareFigures], rules: [RuleCheck],
        assignedSite: [UInt32], minutes: [TenthMinutes]
    ) {
        self.service = service
        self.objective = objective
        self.hubs = hubs
        self.withoutCar = withoutCar
        self.withCar = withCar
        self.everyone = everyone
        self.asWithoutCar = asWithoutCar
        self.byDisadvantage = byDisadvantage
        self.groups = groups
        self.distribution = distribution
        self.shares = shares
        self.rules = rules
        self.assignedSite = assignedSite
        self.minutes = minutes
    }
}

/// Every figure of a plan.
package struct PlanFigures: Sendable {
    /// In the order of the request's services.
    package var services: [ServiceFigures]
    /// The share over all services, where asked.
    package var totalShare: RuleCheck?

    package init(services: [ServiceFigures], totalShare: RuleCheck? = nil) {
        self.services = services
        self.totalShare = totalShare
    }

    package var keepsEveryRule: Bool {
        services.allSatisfy { $0.rules.allSatisfy(\.isKept) } && (totalShare?.isKept ?? true)
    }
}
