internal import HubModel

/// The tables of a comparison of rules, for the page and for spreadsheets alike.
enum RuleTables {
    /// Those that are files of the folder, in their order.
    static func files(_ comparison: RuleComparison) -> [Table] {
        [counts(comparison), areas(comparison.region), sites(comparison.region)]
    }

    /// One row a count.
    static func counts(_ comparison: RuleComparison) -> Table {
        let services = comparison.region.services
        return Table(
            name: "rules", caption: "Areas, children and candidate sites by rule",
            columns: [
                .text(
                    "count", "Counted",
                    "one: places of rule_a. both, firstOnly, secondOnly: those that rule_a and rule_b share, and those of "
                        + "one alone. all, any, none: those of every rule, of at least one, of none."),
                .text("rule_a", "Rule", "The rule, by its id in the study; blank for all together."),
                .text("rule_b", "Other rule", "The second of two rules; blank otherwise."),
                .whole("areas", "Areas", unit: "areas", "Areas whose people count as living in such a place."),
            ] + servicesColumns(services),
            rows: comparison.rows.map { row in
                let isOfAll = [.all, .any, .none].contains(row.sort)
                let ids: [Table.Cell] =
                    isOfAll
                    ? [.none, .none]
                    : [0, 1].map { place in
                        row.rules.indices.contains(place) ? .text(comparison.region.rules[row.rules[place]].id) : .none
                    }
                let borderline: [Table.Cell] =
                    row.borderline.map { $0.map { .whole($0) } } ?? services.map { _ in .none }
                return [.text(row.sort.rawValue)] + ids + [.whole(row.areas)] + row.children.map { .whole($0) }
                    + row.candidates.map { .whole($0) } + borderline
            })
    }

    /// The same for the page, without the codes.
    static func page(_ comparison: RuleComparison, caption: String, _ sorts: [RuleComparison.Sort]) -> Table {
        let services = comparison.region.services
        return Table(
            caption: caption,
            columns: [.text("count", "Places of"), .number("areas", "Areas")] + servicesColumns(services),
            rows: comparison.rows.filter { sorts.contains($0.sort) }.map { row in
                let borderline: [Table.Cell] =
                    row.borderline.map { $0.map { .whole($0) } } ?? services.map { _ in .none }
                return [.text(comparison.title(row)), .whole(row.areas)] + row.children.map { .whole($0) }
                    + row.candidates.map { .whole($0) } + borderline
            })
    }

    /// Three columns a service, of one kind after the other.
    private static func servicesColumns(_ services: [Service]) -> [Table.Column] {
        let children: [Table.Column] = services.map {
            .whole(
                "children_\($0.id)", Words.sentence($0.people), unit: "children",
                "Those of them who live in these areas.")
        }
        let candidates: [Table.Column] = services.map {
            .whole(
                "candidates_\($0.id)", "Sites for \(Words.plural($0.title))", unit: "sites",
                "Candidate sites that suit it and stand in such a place.")
        }
        let borderline: [Table.Column] = services.map {
            .whole(
                "borderline_\($0.id)", "Borderline sites for \(Words.plural($0.title))", unit: "sites",
                "Of all sites that suit it, those that could stand on either side; blank where that is not counted.")
        }
        return children + candidates + borderline
    }

    /// One row an area: under which rules its people count.
    static func areas(_ region: Region) -> Table {
        let named: [Table.Column] = [
            .text("area_code", "Area", "The area, by its code in the study's data."),
            .text("area_name", "Name", "The area's name."),
        ]
        let children: [Table.Column] = region.services.map {
            .whole("children_\($0.id)", $0.people, unit: "children", "Those of them who live in the area.")
        }
        let counts: [Table.Column] = region.rules.map {
            .whole("counts_\($0.id)", $0.title, "1 where the people of the area count under this rule, else 0.")
        }
        let sum = Table.Column.whole("rules", "Rules", unit: "rules", "Under how many rules they count.")
        return Table(
            name: "areas", caption: "Areas and the rules under which their people count",
            columns: named + children + counts + [sum],
            rows: region.areas.indices.map { area in
                let counts = region.rules.map { $0.areas[area] }
                return [.text(region.areas[area].code), .text(region.areas[area].name)]
                    + region.demand.map { .whole($0[2 * area].children + $0[2 * area + 1].children) }
                    + counts.map { .whole($0 ? 1 : 0) } + [.whole(counts.count { $0 })]
            })
    }

    /// One row a site: where it stands under each rule.
    static func sites(_ region: Region) -> Table {
        let named: [Table.Column] = [
            .text("id", "Site", "The site, by its id in the study."), .text("name", "Name", "Its name."),
            .text("place", "Place", "The neighbourhood, or the area where the study has none."),
            .text("area_code", "Area", "The area that it stands in, by its code."),
        ]
        let suits: [Table.Column] = region.services.map {
            .whole("suits_\($0.id)", $0.title, "1 where the site suits this service, else 0.")
        }
        return Table(
            name: "sites", caption: "Sites and where they stand under each rule",
            columns: named + suits + region.rules.flatMap(standingColumns),
            rows: region.sites.enumerated().map { index, site in
                let suits = region.services.indices.map { Table.Cell.whole(Int64(site.suits >> UInt32($0) & 1)) }
                let standings = region.rules.flatMap { rule -> [Table.Cell] in
                    let standing = rule.sites[index]
                    return [
                        .whole(standing.inside ? 1 : 0), .whole(standing.borderline ? 1 : 0),
                        standing.metresToBoundary.map { .metres($0) } ?? .none,
                    ]
                }
                return [
                    .text(site.id), .text(site.name), .text(region.place(of: site)),
                    .text(region.areas[Int(site.area)].code),
                ] + suits + standings
            })
    }

    private static func standingColumns(_ rule: DisadvantageRule) -> [Table.Column] {
        [
            .whole("inside_\(rule.id)", rule.title, "1 where it stands in a place of this rule, else 0."),
            .whole(
                "borderline_\(rule.id)", "Borderline",
                "1 where it is nearer to a boundary than boundary and coordinates are accurate, else 0."),
            .number(
                "metres_to_boundary_\(rule.id)", "Metres to the boundary", unit: "metres",
                "To the nearest boundary of a place of this rule; blank where none is near, or the rule has no outlines."
            ),
        ]
    }

    /// One row a rule: what it is and how it decides.
    static func definitions(_ region: Region) -> Table {
        Table(
            caption: "The rules",
            columns: [
                .text("rule", "Rule"), .text("title", "What it names"), .text("date", "Date"),
                .text("decides", "How it decides"), .text("source", "Source"),
            ],
            rows: region.rules.map { rule in
                [.text(rule.id), .text(rule.title), .text(rule.date), .text(rule.explanation), .text(rule.source)]
            })
    }
}
