/// What somebody says about a hub at a site or in a place.
package enum Stance: String, Codable, Sendable, CaseIterable {
    /// Preferred among interchangeable sites.
    case support
    /// Avoided among interchangeable sites.
    case object
    /// No hub there.
    case veto
}

/// A row of the study's voices: who asks for what, where and why.
package struct Voice: Hashable, Sendable {
    /// Data row of the file, counted from 1.
    package var row: Int
    package var stance: Stance
    /// Positions in `PlacementRequest.services`, ascending.
    package var services: [Int]
    /// Indices into `Region.sites`, ascending: the one site named, or all sites of the place named.
    package var sites: [UInt32]
    /// The place as named; nil where a site is named.
    package var place: String?
    package var who: String
    /// As written, such as 2026-11-24.
    package var date: String
    package var reason: String

    package init(
        row: Int, stance: Stance, services: [Int], sites: [UInt32], place: String? = nil, who: String, date: String,
        reason: String
    ) {
        self.row = row
        self.stance = stance
        self.services = services
        self.sites = sites
        self.place = place
        self.who = who
        self.date = date
        self.reason = reason
    }
}
