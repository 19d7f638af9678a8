/// What stands at a site today.
package enum SiteStatus: String, Codable, Sendable, CaseIterable {
    /// A building that could become a hub.
    case candidate
    /// A hub that is open today.
    case open
    /// A hub that has closed; a candidate like any other.
    case closed
    /// A hub that is decided but not yet open; treated as open.
    case planned
}

/// A place where a hub could stand, or stands.
package struct CandidateSite: Sendable {
    /// Unique in the study, text whatever it looks like. Ties are broken by its order.
    package var id: String
    package var name: String
    package var point: Point
    package var status: SiteStatus
    /// The layer of the study that it came from.
    package var layer: String
    /// Services it could give, as a set of bits: bit s is `Region.services[s]`.
    package var suits: UInt32
    /// Services a hub here gives today (open or planned), as the same set of bits.
    package var gives: UInt32
    /// Index into `Region.neighbourhoods`; nil when it stands in none.
    package var neighbourhood: UInt32?
    /// Index into `Region.areas`: the area whose code the site carries, or whose polygon holds it, or the nearest.
    package var area: UInt32

    package init(
        id: String, name: String, point: Point, status: SiteStatus, layer: String, suits: UInt32, gives: UInt32 = 0,
        neighbourhood: UInt32? = nil, area: UInt32
    ) {
        self.id = id
        self.name = name
        self.point = point
        self.status = status
        self.layer = layer
        self.suits = suits
        self.gives = gives
        self.neighbourhood = neighbourhood
        self.area = area
    }
}
