/// The small areas of the study: where their codes, points, names and attributes come from.
struct StudyAreas: Sendable {
    var source: StudySource
    var key: String
    var vintage: String
    var name: StudyColumn?
    var point: StudyPoint?
    var outlines: StudyOutlines?
    var filters: [StudyFilter]
    var within: StudyWithin?
    var buffer: StudyBuffer?
    var settlement: StudySettlement?
    /// In the file's order.
    var attributes: [StudyAttribute]

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.areas)
        source = try StudySource(fields)
        key = try fields.text("key")
        vintage = try fields.text("vintage")
        name = try fields["name"].map { try StudyColumn($0) }
        point = try fields["point"].map { try StudyPoint($0) }
        outlines = try fields["outlines"].map { try StudyOutlines($0) }
        filters = try StudyFilter.all(fields["where"])
        within = try fields["within"].map { try StudyWithin($0) }
        buffer = try fields["buffer"].map { try StudyBuffer($0) }
        settlement = try fields["settlement"].map { try StudySettlement($0) }
        attributes = try fields["attributes"]?.entries().map { try StudyAttribute(id: $0.name, $0.value) } ?? []
        if let outlines, outlines.vintage != vintage {
            throw outlines.source.place.failure(
                "the outlines are of '\(outlines.vintage ?? "no stated vintage")' but the areas of '\(vintage)'. "
                    + "Give outlines of the areas' own vintage.")
        }
    }

    /// Whether the study leaves rows of the areas' layer out.
    var isPart: Bool { !filters.isEmpty || within != nil }
}

/// A name of the study's own for a column of the areas.
struct StudyAttribute: Sendable {
    var id: String
    var column: StudyColumn
    /// Characters taken off the end of each value: 1 makes "Hastings 001" of "Hastings 001A".
    var withoutLast: Int

    init(id: String, _ node: StudyNode) throws {
        self.id = id
        guard node.isMapping else {
            column = try StudyColumn(node)
            withoutLast = 0
            return
        }
        let fields = try node.fields(.attribute)
        column = try StudyColumn(fields.required("column"))
        withoutLast = try fields["withoutLast"]?.integer(in: 0...100) ?? 0
    }
}

/// Which values of a column mean urban and which rural.
struct StudySettlement: Sendable {
    var column: StudyColumn
    var urban: [String]
    var rural: [String]

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.settlement)
        column = try StudyColumn(fields.required("column"))
        urban = try fields.required("urban").texts()
        rural = try fields.required("rural").texts()
    }
}
