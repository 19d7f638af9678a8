/// Which sites better plans may still use, as bounds settle it.
///
/// Everything here holds for plans that cost less than the incumbent; the incumbent itself is kept apart and may use
/// sites that are closed here.
struct LiveSites: Sendable {
    /// Sites still undecided, ascending.
    private(set) var free: [UInt32]
    /// Sites open in every better plan, ascending.
    private(set) var fixedOpen: [UInt32]
    /// Whether a site may be open in a better plan, by site.
    private(set) var isLive: [Bool]

    init(_ rules: SiteRules) {
        isLive = rules.standing.map { $0 != .lockedOut }
        fixedOpen = rules.lockedIn
        free = rules.standing.indices.filter { rules.standing[$0] == .free }.map { UInt32($0) }
    }

    mutating func fix(closed: Set<UInt32>, open: Set<UInt32>) {
        for site in closed { isLive[Int(site)] = false }
        free.removeAll { closed.contains($0) || open.contains($0) }
        fixedOpen = (fixedOpen + open).sorted()
    }
}
