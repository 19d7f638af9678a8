package import HubModel

/// One way in which a household could make a journey there and back: what it costs, or why it cannot be made.
package struct JourneyOption: Hashable, Sendable {
    package var mode: JourneyMode
    /// nil when it cannot be made.
    package var parts: JourneyParts?
    /// Completes "on foot: "; nil when it can be made.
    package var refusal: String?

    /// - Parameter parts: of a journey that can be made.
    package init(_ parts: JourneyParts) {
        mode = parts.mode
        self.parts = parts
    }

    /// - Parameters:
    ///   - mode: that cannot be used.
    ///   - refusal: why, such as "it is farther than the longest walk".
    package init(refused mode: JourneyMode, because refusal: String) {
        self.mode = mode
        self.refusal = refusal
    }
}

/// A travel table that can say how each of its journeys is made, and how far its minutes can be trusted.
package protocol JourneyTable: TravelTable {
    /// Of the traveller.
    var settings: TravelSettings { get }
    var quality: TravelQuality { get }
    /// Pairs of an area and a site that such a household can travel.
    func pairCount(_ household: Household) -> Int
    /// Whether a household can get there and home again at all.
    func canTravel(area: Int, household: Household, site: Int) -> Bool
    /// Every way of travelling, those that can be used first and cheapest first: the first is the one that counts.
    func options(area: Int, household: Household, site: Int) -> [JourneyOption]
    /// The journeys that count from many areas to one site; nil where there is none.
    /// - Parameters:
    ///   - site: where to.
    ///   - areas: area numbers, ascending.
    ///   - household: whose journeys.
    /// - Returns: one entry an area asked for.
    func journeys(to site: Int, from areas: [Int], household: Household) -> [JourneyParts?]
    /// The legs of a journey in words, out and home; empty where nothing more is known than its parts.
    func legs(area: Int, household: Household, site: Int) -> [JourneyLeg]
    /// Whether buses run to a timetable, so that closing times make a difference.
    var hasTimetable: Bool { get }
    /// How late sessions at a site can close so that a share of some children still get home by bus or on foot.
    /// - Parameters:
    ///   - site: whose sessions.
    ///   - children: of each area, 0 or more.
    ///   - share: from 0 to 1; counted in millionths.
    /// - Returns: nil where there are no buses to a timetable, or there are no children.
    func latestClosing(site: Int, children: [Int64], share: Double) -> LatestClosing.Answer?
    /// The same table with everything that it takes to tell legs, refusals and closing times. One that was kept from an
    /// earlier run has to read streets and timetables for that.
    /// - Throws: what reading them throws.
    func whole() throws -> any JourneyTable
}

extension JourneyTable {
    package var hasTimetable: Bool { false }

    package func latestClosing(site: Int, children: [Int64], share: Double) -> LatestClosing.Answer? { nil }

    package func whole() throws -> any JourneyTable { self }
}
