/// What a blank, or an area without a row, means in a table of counts.
enum MissingValues: String, CaseIterable, Sendable {
    case fail, zero
}

/// A table joined to the areas by a key.
struct StudyTable: Sendable {
    var id: String
    var source: StudySource
    var key: String
    var vintage: String
    /// The lookup that carries it to the areas' vintage.
    var through: String?
    /// The area attribute whose values are its keys; nil when it is keyed by the areas' own codes.
    var join: String?
    var missing: MissingValues

    init(id: String, _ node: StudyNode) throws {
        let fields = try node.fields(.table)
        self.id = id
        source = try StudySource(fields)
        key = try fields.text("key")
        vintage = try fields.text("vintage")
        through = try fields.optionalText("through")
        join = try fields.optionalText("join")
        missing = try fields["missing"]?.choice(MissingValues.self) ?? .fail
        if through != nil, join != nil {
            throw fields.place.failure("'through' and 'join' exclude each other. Keep one.")
        }
    }
}

/// Carries counts from one vintage of areas to another.
struct StudyLookup: Sendable {
    var id: String
    var source: StudySource
    var from: StudyCodeColumn
    var to: StudyCodeColumn
    /// A column of the lookup that says how large a part of an old area goes to each new one.
    var weight: String?
    /// Or a column of a table of the new areas.
    var weightBy: StudyColumn?

    init(id: String, _ node: StudyNode) throws {
        let fields = try node.fields(.lookup)
        self.id = id
        source = try StudySource(fields)
        from = try StudyCodeColumn(fields.required("from"))
        to = try StudyCodeColumn(fields.required("to"))
        weight = try fields.optionalText("weight")
        weightBy = try fields["weightBy"].map { try StudyColumn($0) }
        if weight != nil, weightBy != nil {
            throw fields.place.failure("'weight' and 'weightBy' exclude each other. Keep one.")
        }
    }
}

/// Households of each area, and those without a car; where the study says so, those with one and with more.
struct StudyHouseholds: Sendable {
    var total: StudyColumn
    var withoutCar: StudyColumn
    var oneCar: StudyColumn?
    /// Summed where the table counts two, three and more apart.
    var twoOrMore: StudyCounts?

    var columns: [StudyColumn] { [total, withoutCar] + [oneCar].compactMap { $0 } + (twoOrMore?.columns ?? []) }

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.households)
        total = try StudyColumn(fields.required("total"))
        withoutCar = try StudyColumn(fields.required("withoutCar"))
        oneCar = try fields["oneCar"].map { try StudyColumn($0) }
        twoOrMore = try fields["twoOrMore"].map { try StudyCounts($0) }
        guard (oneCar == nil) == (twoOrMore == nil) else {
            throw fields.place.failure(
                "'oneCar' and 'twoOrMore' belong together: give both, so that every household with a car is counted.")
        }
        guard total.text != withoutCar.text else {
            throw withoutCar.place.failure(
                "'\(total.text)' stands for all households and for those without a car. Name two columns.")
        }
    }
}

/// People counted by the sum of some columns, or as so many in each area where nobody has counted them.
struct StudyCounts: Sendable {
    var columns: [StudyColumn]
    /// People in each area, where no column says it.
    var each: Int?
    var place: StudyPlace

    /// One column, `sum` with a list of them, or `each` with a whole number.
    init(_ node: StudyNode) throws {
        place = node.place
        if node.isMapping {
            let fields = try node.fields(.counts)
            if try fields.exactlyOne(of: ["sum", "each"]).name == "each" {
                each = try fields.required("each").integer(in: 1...1_000_000)
                columns = []
                return
            }
        }
        let columns = node.isMapping ? try node.fields(.counts).required("sum") : node
        self.columns = try columns.list().map { try StudyColumn($0) }
        var seen = Set<String>()
        for column in self.columns where !seen.insert(column.text).inserted {
            throw column.place.failure("the column '\(column.text)' is counted twice. Keep one.")
        }
    }
}

/// A group of people that the tables tell apart.
struct StudyGroup: Sendable {
    var id: String
    var title: String
    /// Groups of one family share nobody and together are everybody that it counts.
    var family: String?
    var counts: StudyCounts
    /// Services under which the group is told; empty for all.
    var services: [StudyName]

    init(id: String, _ node: StudyNode) throws {
        let fields = try node.fields(.group)
        self.id = id
        title = try fields.optionalText("title") ?? id
        family = try fields.optionalText("family")
        counts = try StudyCounts(fields.exactlyOne(of: ["count", "sum"]).node)
        services = try fields["for"]?.list().map { try StudyName($0) } ?? []
    }
}
