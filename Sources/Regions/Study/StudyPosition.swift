/// A place that the study itself gives by its coordinates.
struct StudyPosition: Sendable {
    /// As written; numbers.
    var x: String
    var y: String
    var crs: String
    var place: StudyPlace

    static let fields = ["x", "y", "crs"]

    init(_ fields: StudyFields) throws {
        x = try Self.number(fields, "x")
        y = try Self.number(fields, "y")
        crs = try fields.text("crs")
        place = fields.place
    }

    private static func number(_ fields: StudyFields, _ name: String) throws -> String {
        let node = try fields.required(name)
        _ = try node.number()
        return try node.text()
    }
}

/// A site that stands in the study rather than in a file.
struct StudySitePoint: Sendable {
    var id: String
    var name: String
    var position: StudyPosition

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.sitePoint)
        id = try fields.text("id")
        name = try fields.optionalText("name") ?? ""
        position = try StudyPosition(fields)
    }
}

/// A crossing that stands in the study rather than in a file.
struct StudyAddedCrossing: Sendable {
    var name: String
    var position: StudyPosition
    /// Minutes that crossing there takes.
    var minutes: Double
    var walkersOnly: Bool

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.addedCrossing)
        name = try fields.text("name")
        position = try StudyPosition(fields)
        minutes = try fields["minutes"]?.number(atLeast: 0) ?? 0
        walkersOnly = try fields["walkersOnly"]?.flag() ?? false
    }
}
