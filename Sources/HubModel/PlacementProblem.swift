/// What the solver is given: whole numbers and rules, no geography.
package struct PlacementProblem: Sendable {
    package var services: [ServiceProblem]
    /// A share over all services together; nil when none is asked.
    package var totalShare: TotalShare?

    package struct TotalShare: Sendable {
        package var title: String
        /// Hubs required among the qualifying sites of all services; nil asks for as many as the other rules allow.
        package var least: Int?
        /// For each service, its qualifying sites by local number, ascending.
        package var sites: [[UInt32]]

        package init(title: String, least: Int?, sites: [[UInt32]]) {
            self.title = title
            self.least = least
            self.sites = sites
        }
    }

    package init(services: [ServiceProblem], totalShare: TotalShare? = nil) {
        self.services = services
        self.totalShare = totalShare
    }
}

/// One service: demand, travel, and the rules on its sites. Sites are numbered locally, in the order of their ids.
package struct ServiceProblem: Sendable {
    package var id: String
    /// Region site of each local site, ascending.
    package var siteIndices: [UInt32]
    /// Names for messages, one a local site.
    package var siteNames: [String]
    package var travel: any TravelTable
    /// Whole weights, index 2a for households without a car of area a and 2a + 1 with one; none negative.
    package var weights: [Int64]
    package var burden: BurdenFunction
    /// Exactly this many sites open, existing and locked-in ones among them.
    package var count: Int
    /// Open whatever happens, ascending local numbers (existing hubs that are kept, and locked-in sites).
    package var lockedIn: [UInt32]
    package var lockedOut: [UInt32]
    /// The one of `lockedIn` or `lockedOut` that the study does not lock and the question only supposes: sentences say so.
    package var supposed: UInt32?
    /// The share rule first when there is one, then floors and caps.
    package var limits: [SiteLimit]
    /// Ask for as many as possible in this set of sites before anything else; nil when not asked.
    package var maximise: SiteLimit?

    package init(
        id: String, siteIndices: [UInt32], siteNames: [String], travel: any TravelTable, weights: [Int64],
        burden: BurdenFunction, count: Int, lockedIn: [UInt32] = [], lockedOut: [UInt32] = [],
        limits: [SiteLimit] = [], maximise: SiteLimit? = nil
    ) {
        self.id = id
        self.siteIndices = siteIndices
        self.siteNames = siteNames
        self.travel = travel
        self.weights = weights
        self.burden = burden
        self.count = count
        self.lockedIn = lockedIn
        self.lockedOut = lockedOut
        self.limits = limits
        self.maximise = maximise
    }

    package var siteCount: Int { siteIndices.count }
    package var areaCount: Int { weights.count / 2 }
}

/// least ≤ Σ open among `sites` ≤ most.
package struct SiteLimit: Hashable, Sendable {
    /// For people: "hubs in the 225 wards", "hubs in Leeds".
    package var title: String
    /// Local numbers, ascending, without repeats.
    package var sites: [UInt32]
    package var least: Int
    package var most: Int

    package init(title: String, sites: [UInt32], least: Int = 0, most: Int = .max) {
        self.title = title
        self.sites = sites
        self.least = least
        self.most = most
    }
}
