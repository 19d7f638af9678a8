internal import HubModel
internal import Placement

/// A plan with one of its sites out, or another one in: between what bounds its cost lies beside the plan.
struct ChangedSite: Sendable {
    /// Local number.
    let site: UInt32
    /// Whether the plan has it, so that the change is to do without.
    let isChosen: Bool
    /// Objective of the best plan with the change less that of the plan: no less than this. `.max` where the rules leave no
    /// such plan.
    var least: Int64
    /// At most this much; nil where no plan with the change is known.
    var most: Int64?
    /// The plan that `most` is of, local sites, ascending; empty where none is known.
    var plan: [UInt32] = []
    /// Whether it was solved, not only bounded.
    var isSolved = false
    /// Why no plan has the change, where none does.
    var clash: String?

    /// Known to the last unit.
    var isExact: Bool { clash != nil || most.map { $0 == least } ?? false }

    /// Within how much the cost is known; nil where it may be anything.
    var slack: Int64? { clash != nil ? 0 : most.map { $0 - least } }

    init(site: UInt32, isChosen: Bool, least: Int64) {
        self.site = site
        self.isChosen = isChosen
        self.least = least
    }

    /// Takes a plan with the change where it is better than what was known.
    mutating func take(_ open: [UInt32], cost: Int64) {
        guard clash == nil, most.map({ cost < $0 }) ?? true else { return }
        most = cost
        plan = open
    }
}
