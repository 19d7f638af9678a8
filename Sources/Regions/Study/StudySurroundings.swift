/// Polygons that say which areas belong to the study: those whose point stands in one of them.
struct StudyWithin: Sendable {
    var source: StudySource
    var filters: [StudyFilter]

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.within)
        source = try StudySource(fields)
        filters = try StudyFilter.all(fields["where"])
    }
}

/// Areas across the border of those that the study names.
struct StudyBuffer: Sendable {
    /// How far across, in metres.
    var metres: Double
    /// Whether the people there count; hubs may stand there either way.
    var countsPeople: Bool
    var place: StudyPlace

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.buffer)
        metres = try fields.required("metres").number(atLeast: 0)
        countsPeople = try fields["countPeople"]?.flag() ?? true
        place = fields.place
    }
}
