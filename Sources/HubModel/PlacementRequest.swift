/// How large a share of a service's hubs must stand in places that a disadvantage rule names.
package enum ShareRequirement: Hashable, Sendable {
    /// At least this fraction of the hubs, rounded up: numerator / denominator, both whole so that nothing is lost.
    case atLeastFraction(numerator: Int, denominator: Int)
    /// At least this many hubs.
    case atLeastNumber(Int)
    /// As many as the other rules allow.
    case asHighAsPossible
    /// Told, not required.
    case reportOnly

    /// Hubs required of `count`: ⌈ρ · count⌉ in whole numbers; nil when the number is not fixed by the rule itself.
    package func required(of count: Int) -> Int? {
        switch self {
        case .atLeastFraction(let numerator, let denominator):
            (numerator * count + denominator - 1) / denominator
        case .atLeastNumber(let number): number
        case .asHighAsPossible: nil
        case .reportOnly: 0
        }
    }
}

/// A floor or cap on how many hubs stand among some sites.
package struct GroupLimit: Hashable, Sendable {
    /// For people: "hubs in Leeds", "hubs in the North East".
    package var title: String
    /// Indices into `Region.sites`, ascending.
    package var sites: [UInt32]
    package var least: Int
    /// nil means no cap.
    package var most: Int?

    package init(title: String, sites: [UInt32], least: Int, most: Int?) {
        self.title = title
        self.sites = sites
        self.least = least
        self.most = most
    }
}

/// Which burden the study asks to make least.
package enum ObjectiveRequest: String, Codable, Sendable, CaseIterable {
    /// Least mean minutes.
    case mean
    /// Fewest children beyond the limit, then least mean minutes among equals.
    case reach
}

/// What the study asks of one service, in terms of the region.
package struct ServiceRequest: Sendable {
    /// Index into `Region.services`.
    package var service: Int
    /// Hubs to open; counts the existing ones when `countsExisting`.
    package var count: Int
    /// Whether hubs that exist today count in `count` and in the share.
    package var countsExisting: Bool
    package var objective: ObjectiveRequest
    package var share: ShareRequirement
    /// Index into `Region.rules`; nil when the study has no rule.
    package var shareRule: Int?
    /// Indices into `Region.sites`, ascending. Existing hubs that are kept are not in here.
    package var lockedIn: [UInt32]
    package var lockedOut: [UInt32]
    /// Sites that voices rule out beyond those, ascending.
    package var vetoed: [UInt32] = []
    /// Existing hubs (open or planned) that give this service and stay, ascending.
    package var existing: [UInt32]
    package var limits: [GroupLimit]

    package init(
        service: Int, count: Int, countsExisting: Bool = true, objective: ObjectiveRequest,
        share: ShareRequirement, shareRule: Int?, lockedIn: [UInt32] = [], lockedOut: [UInt32] = [],
        existing: [UInt32] = [], limits: [GroupLimit] = []
    ) {
        self.service = service
        self.count = count
        self.countsExisting = countsExisting
        self.objective = objective
        self.share = share
        self.shareRule = shareRule
        self.lockedIn = lockedIn
        self.lockedOut = lockedOut
        self.existing = existing
        self.limits = limits
    }
}

/// What the study asks for, all services together.
package struct PlacementRequest: Sendable {
    package var services: [ServiceRequest]
    /// A share over all services together, with its rule (index into `Region.rules`); nil when none is asked.
    package var totalShare: ShareRequirement?
    package var totalShareRule: Int?
    /// In the order of their rows.
    package var voices: [Voice] = []
    package var ties = TieSettings()

    package init(services: [ServiceRequest], totalShare: ShareRequirement? = nil, totalShareRule: Int? = nil) {
        self.services = services
        self.totalShare = totalShare
        self.totalShareRule = totalShareRule
    }
}
