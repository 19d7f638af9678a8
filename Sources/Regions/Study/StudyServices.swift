internal import HubModel

/// One kind of hub: whom it serves, how many, and the rules on its sites.
struct StudyService: Sendable {
    var id: String
    var title: String
    var people: String
    var children: StudyCounts
    var need: StudyNeed?
    var opens: String?
    var closes: String?
    var count: Int
    var countPlace: StudyPlace
    var objective: ObjectiveRequest
    var reachWithin: TenthMinutes
    var outOfReachBeyond: TenthMinutes
    /// The two limits with where they come from.
    var parameters: [Parameter]
    var share: StudyShare?
    var limits: [StudyLimit]
    var lockedIn: [StudyName]
    var lockedOut: [StudyName]
    var travel: StudyTravel
    /// People beyond those counted, one factor after another.
    var scale: [StudyScale]
    var place: StudyPlace

    init(id: String, _ node: StudyNode) throws {
        let fields = try node.fields(.service)
        self.id = id
        place = fields.place
        title = try fields.optionalText("title") ?? id
        people = try fields.optionalText("people") ?? "children"
        children = try StudyCounts(fields.required("children"))
        need = try fields["need"].map { try StudyNeed($0) }
        opens = try fields["opens"].map { try Self.clock($0) }
        closes = try fields["closes"].map { try Self.clock($0) }
        count = try fields.required("count").integer(in: 1...1_000_000)
        countPlace = try fields.required("count").place
        objective = try fields["objective"]?.choice(ObjectiveRequest.self) ?? .mean
        reachWithin = try Self.minutes(fields["reachWithin"], default: Self.standardReach)
        outOfReachBeyond = try Self.minutes(fields["outOfReachBeyond"], default: Self.standardFar)
        parameters = [
            Self.parameter(
                "services.\(id).reachWithin", "Minutes there and back within which a child counts as reached",
                reachWithin,
                standard: Self.standardReach, stated: fields["reachWithin"] != nil),
            Self.parameter(
                "services.\(id).outOfReachBeyond", "Minutes there and back beyond which a child counts as out of reach",
                outOfReachBeyond, standard: Self.standardFar, stated: fields["outOfReachBeyond"] != nil),
        ]
        share = try fields["share"].map { try StudyShare($0) }
        limits = try fields["limits"]?.list().map { try StudyLimit($0) } ?? []
        lockedIn = try fields["lockedIn"]?.list().map { try StudyName($0) } ?? []
        lockedOut = try fields["lockedOut"]?.list().map { try StudyName($0) } ?? []
        travel = try StudyTravel(fields.required("travel"))
        scale = try fields["scale"]?.list().map { try StudyScale($0) } ?? []
        if let opens, let closes, opens >= closes {
            throw place.failure("it opens at \(opens) but closes at \(closes). Hours run within one day.")
        }
        if outOfReachBeyond < reachWithin {
            throw place.failure("outOfReachBeyond must not be less than reachWithin.")
        }
    }

    /// Defaults of the limits, in generalised minutes.
    private static let standardReach = 60.0
    private static let standardFar = 150.0

    private static func parameter(
        _ key: String, _ title: String, _ value: TenthMinutes, standard: Double, stated: Bool
    ) -> Parameter {
        Parameter(
            key: key, title: title, value: Double(value) / 10, unit: "minutes",
            source: stated ? "the study, which gives no source here" : "no source: a number to begin from",
            mark: .assumed, stated: stated, standard: stated ? standard : nil)
    }

    /// "15:00", with two digits for the hour so that hours sort as text.
    private static func clock(_ node: StudyNode) throws -> String {
        let text = try node.text()
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2, (0...23).contains(parts[0]), (0...59).contains(parts[1]) else {
            throw node.failure("'\(text)' is not a time of day. Write it in quotes as \"15:00\".")
        }
        return (parts[0] < 10 ? "0" : "") + "\(parts[0]):" + (parts[1] < 10 ? "0" : "") + "\(parts[1])"
    }

    private static func minutes(_ node: StudyNode?, default minutes: Double) throws -> TenthMinutes {
        let minutes = try node?.number(atLeast: 0) ?? minutes
        guard minutes <= 10_000, let tenths = TenthMinutes(exactly: (minutes * 10).rounded()) else {
            throw node?.failure("\(minutes) is more than 10,000 minutes.") ?? RegionError("minutes out of range")
        }
        return tenths
    }
}

/// A column by which children are weighted.
struct StudyNeed: Sendable {
    var column: StudyColumn
    var title: String

    init(_ node: StudyNode) throws {
        if node.isMapping {
            let fields = try node.fields(.need)
            column = try StudyColumn(fields.required("column"))
            title = try fields.optionalText("title") ?? column.text
        } else {
            column = try StudyColumn(node)
            title = column.text
        }
    }
}

/// How large a share of hubs must stand in the places a rule names.
struct StudyShare: Sendable {
    enum Aim: String, CaseIterable { case asHighAsPossible, reportOnly }

    var rule: String
    var requirement: ShareRequirement
    var place: StudyPlace

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.share)
        place = fields.place
        rule = try fields.text("rule")
        let (name, value) = try fields.exactlyOne(of: ["atLeast", "aim"])
        if name == "aim" {
            switch try value.choice(Aim.self) {
            case .asHighAsPossible: requirement = .asHighAsPossible
            case .reportOnly: requirement = .reportOnly
            }
        } else if value.isMapping {
            let number = try value.fields(.shareNumber).required("number").integer(in: 0...1_000_000)
            requirement = .atLeastNumber(number)
        } else {
            requirement = try Self.parse(value)
        }
    }

    /// "50%", "0.5", "1/2", or "25 hubs".
    private static func parse(_ node: StudyNode) throws -> ShareRequirement {
        let text = try node.text()
        if text.hasSuffix("hubs") || text.hasSuffix("hub") {
            guard let word = text.split(separator: " ").first, let number = Int(word), (0...1_000_000).contains(number)
            else {
                throw node.failure("'\(text)' is not a number of hubs up to a million. Write it as \"25 hubs\".")
            }
            return .atLeastNumber(number)
        }
        guard let share = ExactFraction(text) else {
            throw node.failure("'\(text)' is not a share. Write it as 50%, 0.5, 1/2 or 25 hubs.")
        }
        let isPlain = !text.contains("%") && !text.contains("/")
        let number = isPlain && share.denominator == 1 ? ", or a number of hubs as \"\(share.numerator) hubs\"" : ""
        guard share.numerator <= share.denominator else {
            throw node.failure(
                "a share of '\(text)' is above 1, that is more than all hubs. Write a share up to 100%\(number).")
        }
        guard !isPlain || share.numerator < share.denominator else {
            throw node.failure(
                "'\(text)' could mean all hubs or one. Write 100% for all of them, or {number: 1} for one.")
        }
        return .atLeastFraction(numerator: share.numerator, denominator: share.denominator)
    }
}

/// A floor or cap on the hubs among some sites, or one for each value of an attribute.
struct StudyLimit: Sendable {
    enum Scope: Sendable {
        case matching([StudyFilter])
        case sites([StudyName])
        case eachValue(of: StudyName)
    }

    var title: String?
    var scope: Scope
    var least: Int
    var most: Int?
    var place: StudyPlace

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.limit)
        place = fields.place
        title = try fields.optionalText("title")
        let (name, value) = try fields.exactlyOne(of: ["where", "each", "sites"])
        scope =
            switch name {
            case "where": .matching(try StudyFilter.all(value))
            case "each": .eachValue(of: try StudyName(value))
            default: .sites(try value.list().map { try StudyName($0) })
            }
        least = try fields["atLeast"]?.integer(in: 0...1_000_000) ?? 0
        most = try fields["atMost"]?.integer(in: 0...1_000_000)
        if fields["atLeast"] == nil, most == nil {
            throw place.failure("a limit needs 'atLeast', 'atMost' or both.")
        }
        if let most, most < least {
            throw place.failure("it asks for at least \(least) but at most \(most) hubs.")
        }
    }
}

/// Who travels, and what the study changes of the traveller's settings.
struct StudyTravel: Sendable {
    struct Change: Sendable {
        var key: String
        var value: Double
        var source: String?
        var mark: Mark?
        var place: StudyPlace
    }

    var traveller: String
    var changes: [Change]
    var place: StudyPlace

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.travel)
        place = fields.place
        traveller = try fields.text("traveller")
        changes =
            try fields["set"]?.entries().map { key, value in
                guard value.isMapping else {
                    return Change(key: key, value: try value.number(), place: value.place)
                }
                let fields = try value.fields(.travelValue)
                return Change(
                    key: key, value: try fields.required("value").number(),
                    source: try fields.optionalText("source"), mark: try fields["mark"]?.choice(Mark.self),
                    place: value.place)
            } ?? []
    }
}
