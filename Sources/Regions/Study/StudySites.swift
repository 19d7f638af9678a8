internal import HubModel

/// One layer of sites: candidates of one kind, or hubs that exist.
struct StudySiteLayer: Sendable {
    enum Status: Sendable {
        case fixed(SiteStatus)
        case column(String)
    }

    enum Given: Sendable {
        case services([StudyName])
        case column(String)
    }

    var id: String
    var source: StudySource
    var key: String
    /// Put before each id, so that ids of several layers differ.
    var prefix: String
    var name: String?
    var point: StudyPoint?
    var areaCode: StudyCodeColumn?
    var filters: [StudyFilter]
    /// Ids of services it could give.
    var suits: [StudyName]
    var status: Status
    var gives: Given
    var attributes: [(id: String, column: String)]
    /// Sites that stand in the study itself; nil where a file holds them.
    var points: [StudySitePoint]?
    var place: StudyPlace

    init(id: String, _ node: StudyNode) throws {
        let fields = try node.fields(.siteLayer)
        self.id = id
        place = fields.place
        if try fields.exactlyOne(of: ["file", "points"]).name == "points" {
            if let field = ["layer", "crs", "key", "name", "point", "areaCode", "where", "attributes"]
                .compactMap({ fields[$0] }).first
            {
                throw field.failure("sites that stand in the study have no columns. Take the field out.")
            }
            points = try fields["points"]?.list().map { try StudySitePoint($0) } ?? []
            source = StudySource(standingIn: fields.place)
            key = "id"
        } else {
            source = try StudySource(fields)
            key = try fields.text("key")
        }
        prefix = try fields.optionalText("prefix") ?? ""
        name = try fields.optionalText("name")
        point = try fields["point"].map { try StudyPoint($0) }
        areaCode = try fields["areaCode"].map { try StudyCodeColumn($0) }
        filters = try StudyFilter.all(fields["where"])
        suits = try fields["suits"]?.list().map { try StudyName($0) } ?? []
        status = .fixed(.candidate)
        if let node = fields["status"] {
            status =
                node.isMapping
                ? .column(try node.fields(.column).text("column")) : .fixed(try node.choice(SiteStatus.self))
        }
        gives = .services([])
        if let node = fields["gives"] {
            gives =
                node.isMapping
                ? .column(try node.fields(.column).text("column"))
                : .services(try node.list().map { try StudyName($0) })
        }
        attributes = try fields["attributes"]?.entries().map { ($0.name, try $0.value.text()) } ?? []
        if suits.isEmpty, fields["gives"] == nil {
            throw place.failure("say which services these sites suit (suits), or which they give (gives).")
        }
    }
}

/// What happens to hubs that exist.
struct StudyExisting: Sendable {
    enum Standing: String, CaseIterable { case open, planned }
    enum Reopenable: String, CaseIterable { case closed }

    /// Statuses whose hubs stay whatever the solver would like; the others become candidates.
    var keep: Set<SiteStatus> = [.open, .planned]
    /// Whether they count in the number of hubs and in the share.
    var countTowards = true
    /// Whether closed hubs may open again.
    var reopensClosed = true

    init() {}

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.existing)
        if let node = fields["keep"] {
            keep = Set(try node.list().map { try $0.choice(Standing.self) == .open ? .open : .planned })
        }
        countTowards = try fields["countTowards"]?.flag() ?? true
        if let node = fields["reopen"] {
            reopensClosed = try node.list().map { try $0.choice(Reopenable.self) }.contains(.closed)
        }
    }
}

/// How strictly coordinates are looked at.
struct StudyChecks: Sendable {
    enum BadCoordinates: String, CaseIterable { case drop, fail }

    var onBadCoordinates = BadCoordinates.drop
    /// Metres; a site without an area code and farther than this from every area's point lies outside the study
    /// when the study has no outlines.
    var far = 10_000.0
    /// Metres; a site this near to an area's outline still belongs to it: piers, quays, generalised coasts.
    var edge = 500.0
    /// Metres; a site farther than this from the area its own code names has a wrong code or wrong coordinates,
    /// and so has an area whose point is farther than this outside its own outline.
    var ownAreaWithin = 2_000.0
    /// Metres; areas farther than this from every site and from all other areas were misplaced.
    var apart = 100_000.0

    init() {}

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.checks)
        onBadCoordinates = try fields["onBadCoordinates"]?.choice(BadCoordinates.self) ?? .drop
        far = try fields["far"]?.number(atLeast: 0) ?? far
        edge = try fields["edge"]?.number(atLeast: 0) ?? edge
        ownAreaWithin = try fields["ownAreaWithin"]?.number(atLeast: 0) ?? ownAreaWithin
        apart = try fields["apart"]?.number(atLeast: 1_000) ?? apart
    }
}
