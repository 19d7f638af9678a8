internal import HubModel

/// A named, dated rule that says which places are doubly disadvantaged.
struct StudyRule: Sendable {
    indirect enum Form: Sendable {
        case places(StudyPlaces)
        case codes(StudyCodeList)
        case thresholds([StudyThreshold])
        case sites([StudyFilter])
        case any([StudyName])
        case all([StudyName])
    }

    var id: String
    var title: String
    var date: String
    var source: String
    var form: Form
    /// Tests that say which areas' people live in a qualifying place; empty leaves it to the rule's own geography.
    var areas: [StudyThreshold]
    /// Metres; nearer to the boundary than this is borderline.
    var accuracy: Double { statedAccuracy?.value ?? 0 }
    /// nil when the study states none.
    var statedAccuracy: StudyAmount?
    /// Metres; a site inside and as near to the boundary as this stands just inside.
    var edge: Double
    /// Whether its places are called by its title, and not doubly disadvantaged.
    var isCalledByTitle: Bool
    var place: StudyPlace

    /// Metres; no boundary is known less well than to a thousand kilometres.
    private static let farthest = 1e6

    init(id: String, _ node: StudyNode) throws {
        let fields = try node.fields(.rule)
        isCalledByTitle = try fields["calledByTitle"]?.flag() ?? false
        self.id = id
        place = fields.place
        title = try fields.text("title")
        date = try fields.text("date")
        source = try fields.optionalText("source") ?? ""
        statedAccuracy = try fields["accuracy"].map { try StudyAmount($0, atLeast: 0, atMost: Self.farthest) }
        edge = try fields["justInside"]?.number(atLeast: 0, atMost: Self.farthest) ?? DisadvantageRule.standardEdge
        areas = try fields["areas"]?.list().map { try StudyThreshold($0) } ?? []
        let (name, value) = try fields.exactlyOne(of: ["places", "codes", "thresholds", "sites", "any", "all"])
        switch name {
        case "places": form = .places(try StudyPlaces(value))
        case "codes": form = .codes(try StudyCodeList(value))
        case "thresholds": form = .thresholds(try value.list().map { try StudyThreshold($0) })
        case "sites": form = .sites(try StudyFilter.all(value))
        case "any": form = .any(try value.list().map { try StudyName($0) })
        default: form = .all(try value.list().map { try StudyName($0) })
        }
    }
}

/// Places given by their polygons, and by a list of codes that says which of them qualify.
struct StudyPlaces: Sendable {
    var list: StudyCodeList?
    var polygons: StudyOutlines
    /// What they are called, plural: "wards".
    var kind: String

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.places)
        list = try fields["list"].map { try StudyCodeList($0) }
        polygons = try StudyOutlines(fields.required("polygons"))
        kind = try fields.optionalText("kind") ?? "places"
        if let list {
            guard list.file != nil else {
                throw list.place.failure("a list of places needs a file of its own: its codes are not the areas'.")
            }
            if let of = list.of {
                throw of.place.failure("'of' is for lists of areas (`codes`); a list of places names their polygons.")
            }
            guard let vintage = polygons.vintage, list.vintage == vintage else {
                throw fields.place.failure(
                    "the list is of '\(list.vintage ?? "no stated vintage")' but the polygons of "
                        + "'\(polygons.vintage ?? "no stated vintage")': codes of one vintage do not name places of "
                        + "another. Give both the same vintage.")
            }
        }
    }
}

/// Codes that qualify: rows of a table of the study, or of a file of their own, that pass the filters.
struct StudyCodeList: Sendable {
    var table: StudyName?
    var file: StudySource?
    var key: String?
    var vintage: String?
    /// The column of the areas whose values are listed; nil when the areas' own codes are.
    var of: StudyColumn?
    var filters: [StudyFilter]
    var place: StudyPlace

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.codeList)
        place = fields.place
        of = try fields["of"].map { try StudyColumn($0) }
        filters = try StudyFilter.all(fields["where"])
        if try fields.exactlyOne(of: ["table", "file"]).name == "table" {
            table = try fields["table"].map { try StudyName($0) }
        } else {
            file = try StudySource(fields)
            key = try fields.text("key")
            vintage = try fields.text("vintage")
        }
    }
}

/// A test on an index column. Bounds are inclusive.
struct StudyThreshold: Sendable {
    enum Test: Sendable {
        /// Ranks from 1, the worst: within this fraction of all ranked areas of the index.
        case worst(ExactFraction, of: Int?)
        case atMost(Double)
        case atLeast(Double)
        case equals(String)
    }

    var column: StudyColumn
    var test: Test

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.threshold)
        column = try StudyColumn(fields.required("column"))
        let (name, value) = try fields.exactlyOne(of: ["worst", "atMost", "atLeast", "equals"])
        switch name {
        case "worst":
            let text = try value.text()
            guard let fraction = ExactFraction(text), fraction.numerator <= fraction.denominator else {
                throw value.failure("'\(text)' is not a share up to 1. Write it as 10%, 0.1 or 1/10.")
            }
            test = .worst(fraction, of: try fields["of"]?.integer(in: 1...100_000_000))
        case "atMost": test = .atMost(try value.number())
        case "atLeast": test = .atLeast(try value.number())
        default: test = .equals(try value.text())
        }
        if fields["of"] != nil, name != "worst" {
            throw fields.place.failure("'of' belongs beside 'worst': it is the number of areas ranked.")
        }
    }
}

/// The deprivation test alone.
struct StudyDeprived: Sendable {
    var title: String
    var thresholds: [StudyThreshold]

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.deprived)
        title = try fields.text("title")
        thresholds = try fields.required("thresholds").list().map { try StudyThreshold($0) }
    }
}
