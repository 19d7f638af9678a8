/// Whom the hubs of a plan serve, under one disadvantage rule: the children within the reach limit of their hub, and
/// those of them who live in places that qualify.
///
/// Where a hub stands and whom it serves are two things: a hub just inside a boundary counts as located in a qualifying
/// place, and may serve hardly anybody who lives in one.
package struct ServingFigures: Hashable, Sendable {
    /// One hub and those for whom it is the nearest and within the limit.
    package struct Hub: Hashable, Sendable {
        /// Index into `Region.sites`.
        package var site: UInt32
        package var reached: Int64
        /// Those of them who live in places that qualify.
        package var reachedInside: Int64

        package init(site: UInt32, reached: Int64, reachedInside: Int64) {
            self.site = site
            self.reached = reached
            self.reachedInside = reachedInside
        }

        /// Whether at least half of them do; false where it reaches nobody.
        package var servesMostlyInside: Bool { reached > 0 && 2 * reachedInside >= reached }
        /// Whether more than half of them live elsewhere; false where it reaches nobody.
        package var servesMostlyOutsiders: Bool { reached > 0 && 2 * reachedInside < reached }
    }

    /// Every hub of the plan, by site.
    package var hubs: [Hub]
    /// Hubs that stand just inside a qualifying place, as near to its boundary as `DisadvantageRule.edge`, and serve mostly
    /// children who live outside; where nothing tells the distance, every hub inside that does. Indices into `Region.sites`.
    package var flagged: [UInt32]

    package init(hubs: [Hub], flagged: [UInt32]) {
        self.hubs = hubs
        self.flagged = flagged
    }

    package var reached: Int64 { hubs.reduce(0) { $0 + $1.reached } }
    package var reachedInside: Int64 { hubs.reduce(0) { $0 + $1.reachedInside } }
    /// Of the children served the fraction who live in places that qualify; nil where nobody is served.
    package var share: Double? { reached > 0 ? Double(reachedInside) / Double(reached) : nil }
    /// Hubs of whose children at least half do.
    package var mostlyInside: Int { hubs.count { $0.servesMostlyInside } }
}
