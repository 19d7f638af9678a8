internal import HubModel

/// The tables of a comparison of rules, for the page and for spreadsheets alike.
enum RuleTables {
    /// One row a count.
    static func counts(_ comparison: RuleComparison) -> Table {
        let services = comparison.region.services
        return Table(
            caption: "Areas, children and candidate sites by rule",
            columns: [
                .text("count", "Counted"), .text("rule_a", "Rule"), .text("rule_b", "Other rule"),
                .number("areas", "Areas"),
            ]
                + services.map { .number("children_\($0.id)", Words.sentence($0.people)) }
                + services.map { .number("candidates_\($0.id)", "Sites for \(Words.plural($0.title))") }
                + services.map { .number("borderline_\($0.id)", "Borderline sites for \(Words.plural($0.title))") },
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
            columns: [.text("count", "Places of"), .number("areas", "Areas")]
                + services.map { .number("children_\($0.id)", Words.sentence($0.people)) }
                + services.map { .number("candidates_\($0.id)", "Sites for \(Words.plural($0.title))") }
                + services.map { .number("borderline_\($0.id)", "Borderline sites for \(Words.plural($0.title))") },
            rows: comparison.rows.filter { sorts.contains($0.sort) }.map { row in
                let borderline: [Table.Cell] =
                    row.borderline.map { $0.map { .whole($0) } } ?? services.map { _ in .none }
                return [.text(comparison.title(row)), .whole(row.areas)] + row.children.map { .whole($0) }
                    + row.candidates.map { .whole($0) } + borderline
            })
    }

    /// One row an area: under which rules its people count.
    static func areas(_ region: Region) -> Table {
        Table(
            caption: "Areas and the rules under which their people count",
            columns: [.text("area_code", "Area"), .text("area_name", "Name")]
                + region.services.map { .number("children_\($0.id)", $0.people) }
                + region.rules.map { .number("counts_\($0.id)", $0.title) } + [.number("rules", "Rules")],
            rows: region.areas.indices.map { area in
                let counts = region.rules.map { $0.areas[area] }
                return [.text(region.areas[area].code), .text(region.areas[area].name)]
                    + region.demand.map { .whole($0[2 * area].children + $0[2 * area + 1].children) }
                    + counts.map { .whole($0 ? 1 : 0) } + [.whole(counts.count { $0 })]
            })
    }

    /// One row a site: where it stands under each rule.
    static func sites(_ region: Region) -> Table {
        Table(
            caption: "Sites and where they stand under each rule",
            columns: [.text("id", "Site"), .text("name", "Name"), .text("place", "Place"), .text("area_code", "Area")]
                + region.services.map { .number("suits_\($0.id)", $0.title) }
                + region.rules.flatMap { rule -> [Table.Column] in
                    [
                        .number("inside_\(rule.id)", rule.title), .number("borderline_\(rule.id)", "Borderline"),
                        .number("metres_to_boundary_\(rule.id)", "Metres to the boundary, where it is near"),
                    ]
                },
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
