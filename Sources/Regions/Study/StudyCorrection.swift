internal import HubModel

/// What the study knows of some sites beyond, or other than, their layer says.
struct StudyCorrection: Sendable {
    var sites: [StudyName]
    var status: SiteStatus?
    /// Services they suit besides those of their layer.
    var alsoSuits: [StudyName]
    /// Services that a hub there gives; nil leaves it as it is.
    var gives: [StudyName]?
    /// The site that the hub moves to.
    var movedTo: StudyName?
    /// Where the building really stands.
    var point: StudyPosition?
    var place: StudyPlace

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.correction)
        place = fields.place
        sites = try fields.required("sites").list().map { try StudyName($0) }
        status = try fields["status"]?.choice(SiteStatus.self)
        alsoSuits = try fields["alsoSuits"]?.list().map { try StudyName($0) } ?? []
        gives = try fields["gives"]?.list().map { try StudyName($0) }
        movedTo = try fields["movedTo"].map { try StudyName($0) }
        point = try fields["point"].map { try StudyPosition($0.fields(.position)) }
        if status == nil, alsoSuits.isEmpty, gives == nil, movedTo == nil, point == nil {
            throw place.failure("say what is other than the layer says: status, alsoSuits, gives, movedTo or point.")
        }
        if movedTo != nil || point != nil, sites.count != 1 {
            throw place.failure("one site moves at a time: give each a correction of its own.")
        }
    }

    var services: [StudyName] { alsoSuits + (gives ?? []) }
}

/// People beyond, or short of, those counted.
struct StudyScale: Sendable {
    var times: Double
    /// A neighbourhood, a value of an attribute of the areas, or an area; nil for everywhere.
    var within: StudyName?
    var place: StudyPlace

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.scale)
        place = fields.place
        let times = try fields.required("times")
        self.times = try times.number(atLeast: 0)
        guard self.times <= 1000 else { throw times.failure("\(self.times) is too large: it must be at most 1000.") }
        within = try fields["in"].map { try StudyName($0) }
    }
}
