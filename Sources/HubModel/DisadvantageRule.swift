/// A named, dated rule that says which places are doubly disadvantaged.
package struct DisadvantageRule: Sendable {
    /// The name in the study file.
    package var id: String
    /// For people: "the 225 'left-behind' wards of 2020".
    package var title: String
    /// Whether its places are called by its title in what people read, and not "doubly disadvantaged places".
    package var isCalledByTitle = false
    /// The date of the list or of the indices, as the study states it.
    package var date: String
    package var source: String
    /// How it decides, in a sentence.
    package var explanation: String
    /// Places that qualify: wards, neighbourhoods or areas.
    package var placeCount: Int
    /// What those places are called, plural: "wards", "areas".
    package var placeKind: String
    /// One entry a site of `Region.sites`.
    package var sites: [SiteStanding]
    /// One entry an area of `Region.areas`: whether its people live in a qualifying place.
    package var areas: [Bool]
    /// Outlines of the qualifying places for the map; empty when the rule has no polygons.
    package var outlines: [Neighbourhood]
    /// Accuracy of boundary and coordinates together, in metres; nearer than this is borderline. 0 without polygons.
    package var accuracy: Double
    /// Where that comes from, in words; empty when the study does not say.
    package var accuracySource = ""
    package var accuracyMark = Mark.assumed
    /// A site inside and as near to the boundary as this many metres stands just inside.
    package var edge: Double = Self.standardEdge

    /// Metres. No source: five minutes on foot along streets, a number to begin from.
    package static let standardEdge = 300.0

    /// What its places are called in what people read, plural: "doubly disadvantaged places", or its title.
    package var called: String { isCalledByTitle ? title : Self.usuallyCalled }

    /// What places are called where no rule says otherwise, or several rules do not agree.
    package static let usuallyCalled = "doubly disadvantaged places"

    /// What the places of several rules are called: their own name where they agree.
    package static func called(_ rules: some Sequence<DisadvantageRule>) -> String {
        let names = Set(rules.map(\.called))
        return names.count == 1 ? names.first ?? "" : usuallyCalled
    }

    package init(
        id: String, title: String, date: String, source: String, explanation: String, placeCount: Int,
        placeKind: String, sites: [SiteStanding], areas: [Bool], outlines: [Neighbourhood], accuracy: Double
    ) {
        self.id = id
        self.title = title
        self.date = date
        self.source = source
        self.explanation = explanation
        self.placeCount = placeCount
        self.placeKind = placeKind
        self.sites = sites
        self.areas = areas
        self.outlines = outlines
        self.accuracy = accuracy
    }
}

/// Where a site stands under one rule.
package struct SiteStanding: Hashable, Sendable {
    /// Inside, boundary included.
    package var inside: Bool
    /// Nearer to the boundary than the accuracy of the data: could be on either side.
    package var borderline: Bool
    /// Metres to the nearest boundary of a qualifying place; nil when the rule has no polygons or none is near.
    package var metresToBoundary: Double?
    /// The qualifying place it stands in, by name; nil when outside.
    package var place: String?
    /// Whether it stands inside and as near to the boundary as `DisadvantageRule.edge`; nil when nothing tells.
    package var isJustInside: Bool?

    package init(inside: Bool, borderline: Bool = false, metresToBoundary: Double? = nil, place: String? = nil) {
        self.inside = inside
        self.borderline = borderline
        self.metresToBoundary = metresToBoundary
        self.place = place
    }
}
