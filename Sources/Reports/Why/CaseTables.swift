internal import HubModel

/// Cases of many sites as files.
package enum CaseTables {
    package static let schema = "hubplan-why/2"

    /// One row a site, in the order given.
    package static func csv(_ told: [ToldCases]) -> String { table(told).csv }

    private static func table(_ told: [ToldCases]) -> Table {
        Table(
            name: "why", caption: "What every site is worth to the plan",
            columns: [
                .text("service", "Service", "The service, by its id in the study."),
                .whole(
                    "rank", "Rank",
                    "Within the service. Hubs first, the hardest to do without at the top; then the other sites, cheapest first."
                ),
                .text("site_id", "Site", "Its id in the study."), .text("site_name", "Name", "Its name."),
                .text("place", "Place", "The place it stands in."),
                .whole("is_hub", "Hub", "1 for a hub of the plan, 0 for another site."),
                .text("standing", "Standing", "free, lockedIn (stands today or is required) or lockedOut (ruled out)."),
                .number(
                    "least_cost", "Costs at least",
                    "What the plan loses at least without the hub, or with the site, in the unit of the column unit."),
                .number("most_cost", "Costs at most", "And at most; empty where no such plan is known."),
                .text("unit", "Unit", "reached: weight fewer within the limit; meanMinutes: more of them; or score."),
                .whole("is_exact", "Exact", "1 where both are the same: proved."),
                .text("other_id", "In exchange", "Sites that change with it in the plan of the most, by their ids."),
                .whole("children", "Children served", "By the hub; empty for other sites."),
                .text("clash", "Why not", "Why no plan keeps the rules with the change."),
            ],
            rows: told.flatMap { told in
                told.cases.enumerated().map { row($1, rank: $0 + 1, in: told.setting) }
            })
    }

    private static func row(_ found: SiteCase, rank: Int, in setting: CaseSetting) -> [Table.Cell] {
        let site = setting.region.sites[Int(found.site)]
        let others = found.anew.map { $0.gained + $0.lost }?.filter { $0 != found.site } ?? []
        return [
            .text(setting.region.services[setting.service].id), .whole(rank), .text(site.id), .text(site.name),
            .text(setting.region.place(of: site)), .whole(found.isChosen ? 1 : 0), .text(found.standing.rawValue),
            number(found.least, setting), number(found.most, setting), .text(setting.unit.document),
            .whole(found.isProved ? 1 : 0),
            .text(others.map { setting.region.sites[Int($0)].id }.joined(separator: " ")),
            found.everyone.map { .whole($0.children) } ?? .none, found.clash.map { .text($0) } ?? .none,
        ]
    }

    private static func number(_ value: Double?, _ setting: CaseSetting) -> Table.Cell {
        guard let value else { return .none }
        return setting.unit == .reached ? .whole(Int64(value)) : .text(Table.Cell.fixed(value, digits: 6))
    }

    /// - Parameters:
    ///   - told: cases, a service each.
    ///   - study: that the plan answers.
    ///   - version: of the program.
    package static func json(_ told: [ToldCases], study: StudyIdentity, version: String) -> String {
        JSON.object([
            ("schema", .text(schema)), ("hubplan", .text(version)),
            (
                "study",
                .object([("name", .text(study.name)), ("path", .text(study.path)), ("sha256", .text(study.sha256))])
            ),
            ("services", .array(told.map(service))),
        ]).pretty
    }

    private static func service(_ told: ToldCases) -> JSON {
        let setting = told.setting
        return .object([
            ("id", .text(setting.region.services[setting.service].id)), ("unit", .text(setting.unit.document)),
            ("hubs", .whole(setting.hubs)), ("isWhole", .bool(told.isWhole)),
            ("remarks", .array(setting.remarks.map { .text($0) })),
            ("sites", .array(told.cases.map { site($0, in: setting.region) })),
        ])
    }

    private static func site(_ found: SiteCase, in region: Region) -> JSON {
        func ids(_ sites: [UInt32]) -> JSON { .array(sites.map { .text(region.sites[Int($0)].id) }) }
        func change(_ change: SiteCase.Change) -> JSON {
            .object([
                ("gained", ids(change.gained)), ("lost", ids(change.lost)),
                ("childrenWithinLimitChange", .optional(change.reached) { .whole($0) }),
                ("meanMinutesChange", .optional(change.minutes) { .number($0) }),
            ])
        }
        return .object([
            ("id", .text(region.sites[Int(found.site)].id)), ("isHub", .bool(found.isChosen)),
            ("standing", .text(found.standing.rawValue)),
            ("leastCost", .optional(found.least) { .number($0) }),
            ("mostCost", .optional(found.most) { .number($0) }), ("isExact", .bool(found.isProved)),
            ("children", .optional(found.everyone) { .whole($0.children) }),
            ("others", .optional(found.anew, change)),
            ("othersStaying", .optional(found.single, change)),
            ("clash", .optional(found.clash) { .text($0) }),
        ])
    }
}
