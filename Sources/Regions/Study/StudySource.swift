/// A file that the study points at, and the layer in it.
struct StudySource: Hashable, Sendable {
    /// As the study writes it.
    var file: String
    var layer: String?
    /// The coordinate system the study states for it; nil when the file itself must say.
    var crs: String?
    /// The terms it is published under; nil when the study does not say.
    var licence: String?
    var place: StudyPlace
    /// Where the file itself is named.
    var filePlace: StudyPlace

    init(_ fields: StudyFields) throws {
        file = try fields.text("file")
        filePlace = try fields.required("file").place
        layer = try fields.optionalText("layer")
        crs = try fields.optionalText("crs")
        licence = try fields.optionalText("licence")
        place = fields.place
    }

    /// What stands in the study itself.
    init(standingIn place: StudyPlace) {
        file = place.file
        self.place = place
        filePlace = place
    }
}

/// Coordinates in two columns.
struct StudyPoint: Sendable {
    var x: StudyColumn
    var y: StudyColumn
    var crs: String
    var place: StudyPlace

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.point)
        x = try StudyColumn(fields.required("x"))
        y = try StudyColumn(fields.required("y"))
        crs = try fields.text("crs")
        place = fields.place
    }
}

/// A column as the study names it: a column of the layer at hand, or TABLE/COLUMN.
struct StudyColumn: Hashable, Sendable {
    var text: String
    var place: StudyPlace

    init(_ node: StudyNode) throws {
        text = try node.text()
        place = node.place
    }

    /// The table and its column when the text before the first slash names a table; nil for a column of its own layer.
    func inTable(among tables: [String: StudyTable]) -> (table: StudyTable, column: String)? {
        guard let slash = text.firstIndex(of: "/"), let table = tables[String(text[..<slash])] else { return nil }
        return (table, String(text[text.index(after: slash)...]))
    }
}

/// The name of something the study declares elsewhere: a service, a rule, a table, a site.
struct StudyName: Hashable, Sendable {
    var text: String
    var place: StudyPlace

    init(_ node: StudyNode) throws {
        text = try node.text()
        place = node.place
    }
}

/// A column of codes with the vintage of its geography: "LSOA 2021".
struct StudyCodeColumn: Sendable {
    var column: String
    var vintage: String
    var place: StudyPlace

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.codeColumn)
        column = try fields.text("column")
        vintage = try fields.text("vintage")
        place = fields.place
    }
}

/// Polygons with a code and a name: neighbourhoods, outlines of areas, districts behind the map.
struct StudyOutlines: Sendable {
    var source: StudySource
    var key: String
    var vintage: String?
    var name: String?
    var filters: [StudyFilter]

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.outlines)
        source = try StudySource(fields)
        key = try fields.text("key")
        vintage = try fields.optionalText("vintage")
        name = try fields.optionalText("name")
        filters = try StudyFilter.all(fields["where"])
    }
}
