package import HubModel

/// What the rules of a study share and where they differ, counted. Reports render it and count nothing.
package struct RuleComparison: Sendable {
    /// Which places a row counts.
    package enum Sort: String, Sendable {
        /// Those of one rule.
        case one
        /// Those that two rules share.
        case both
        /// Those of the first of two rules that the second leaves out.
        case firstOnly
        case secondOnly
        /// Those of every rule, of at least one, of none.
        case all, any, none
    }

    package struct Row: Sendable {
        package var sort: Sort
        /// Indices into `Region.rules`: one, two, or all of them.
        package var rules: [Int]
        /// Areas whose people count as living there.
        package var areas: Int
        /// One a service of the region.
        package var children: [Int64]
        /// One a service: sites that suit it and stand there.
        package var candidates: [Int]
        /// One a service: of all that suit it, those that could stand on either side. nil where that is not to be told.
        package var borderline: [Int]?

        package init(
            sort: Sort, rules: [Int], areas: Int, children: [Int64], candidates: [Int], borderline: [Int]?
        ) {
            self.sort = sort
            self.rules = rules
            self.areas = areas
            self.children = children
            self.candidates = candidates
            self.borderline = borderline
        }
    }

    package var study: StudyIdentity
    package var version: String
    package var region: Region
    /// Each rule, every two in the order of the rules (both, first alone, second alone), then all, any and none.
    package var rows: [Row]

    package init(study: StudyIdentity, version: String, region: Region, rows: [Row]) {
        self.study = study
        self.version = version
        self.region = region
        self.rows = rows
    }

    package static let schema = "hubplan-rule-comparison/1"

    /// The counts as `rules.json` holds them.
    package var json: String {
        JSON.object([
            ("schema", .text(Self.schema)), ("hubplan", .text(version)),
            (
                "study",
                .object([("name", .text(study.name)), ("path", .text(study.path)), ("sha256", .text(study.sha256))])
            ),
            (
                "rules",
                .array(
                    region.rules.map { rule in
                        .object([
                            ("id", .text(rule.id)), ("title", .text(rule.title)), ("date", .text(rule.date)),
                            ("source", .text(rule.source)), ("explanation", .text(rule.explanation)),
                            ("places", .whole(rule.placeCount)), ("placeKind", .text(rule.placeKind)),
                            ("accuracyMetres", .number(rule.accuracy)),
                        ])
                    })
            ),
            ("rows", .array(rows.map(json))),
            (
                "inputs",
                .array(
                    region.inputs.map {
                        .object([("path", .text($0.path)), ("role", .text($0.role)), ("sha256", .text($0.sha256))])
                    })
            ),
        ]).pretty
    }

    private func json(_ row: Row) -> JSON {
        func byService(_ values: [Int64]) -> JSON {
            .object(zip(region.services, values).map { ($0.id, .whole($1)) })
        }
        return .object([
            ("count", .text(row.sort.rawValue)), ("rules", .array(row.rules.map { .text(region.rules[$0].id) })),
            ("areas", .whole(row.areas)), ("children", byService(row.children)),
            ("candidates", byService(row.candidates.map(Int64.init))),
            ("borderline", .optional(row.borderline) { byService($0.map(Int64.init)) }),
        ])
    }

    /// "wards225 and worstTenth", for a reader.
    func title(_ row: Row) -> String {
        let names = row.rules.map { region.rules[$0].id }
        return switch row.sort {
        case .one: "\(names[0]): \(region.rules[row.rules[0]].title)"
        case .both: "\(names[0]) and \(names[1])"
        case .firstOnly: "\(names[0]), not \(names[1])"
        case .secondOnly: "\(names[1]), not \(names[0])"
        case .all: "every rule"
        case .any: "at least one rule"
        case .none: "no rule"
        }
    }
}
