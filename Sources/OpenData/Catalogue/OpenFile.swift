/// A file of open data that England's package is made from, as its publisher describes it.
struct OpenFile: Sendable {
    enum ID: String, Sendable, CaseIterable {
        case areaCentres, areaPlaces, districtRegions, ageBands, agesByYear, areaChanges
        case cars, deprivation, settlement, wardsOfAreas, leftBehindList, leftBehindOutlines
        case areaOutlines, wardOutlines, districtOutlines, schools, libraries, communityNeeds
    }

    enum Content: Sendable { case table, polygons }

    enum Need: String, Sendable {
        /// Nothing is written without it.
        case needed
        /// The package is made without it, and says what cannot then be done.
        case optional
        /// Never copied into the package.
        case userOwn
    }

    let id: ID
    let need: Need
    let publisher: String
    /// Title of the official page.
    let title: String
    let vintage: String
    let licence: Licence
    let content: Content
    /// For people: "33,755 in England, 35,672 with Wales".
    let rows: String
    let use: String
    let without: String
    /// What the codes of its first column begin with, where the same table is published for other places as well.
    var codes: (role: ColumnRole, prefix: String)?
    /// Whether the file may come in parts, which then hold different rows.
    var mayComeInParts = false
    let forms: [HeadingForm]

    /// The headings that are used of each form: "lsoa21cd, x, y; or ...".
    var columnWords: String {
        forms.map { $0.rules.map(\.likeliest).joined(separator: ", ") }.joined(separator: "; or ")
    }
}

/// Terms on which a file may be used, as its publisher states them.
struct Licence: Sendable, Hashable {
    /// Identifier of the Open Definition; nil where the terms are not open.
    let name: String?
    let title: String
    let path: String?

    static let openGovernment = Licence(
        name: "OGL-UK-3.0", title: "Open Government Licence v3.0",
        path: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")
    static let unstated = Licence(name: nil, title: "not stated", path: nil)
}
