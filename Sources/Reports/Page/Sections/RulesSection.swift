internal import HubModel

/// What the study demands, what the plan has, and the share under every definition of doubly disadvantaged.
enum RulesSection {
    static func html(_ view: RunView) -> HTML {
        """
        <section aria-labelledby="rules">
        <h2 id="rules">Rules, kept or broken</h2>
        \(kept(view).html)\(view.region.rules.isEmpty ? .empty : shares(view).html)\
        \(ServingTable.html(view))\
        \(view.region.rules.map(definition))</section>

        """
    }

    private static func kept(_ view: RunView) -> Table {
        var rows: [[Table.Cell]] = view.services.flatMap { service in
            service.figures.rules.map {
                row($0, of: service.plural, isUnlisted: view.record.isUnlisted(service.position))
            }
        }
        if let total = view.record.figures.totalShare { rows.append(row(total, of: "All services together")) }
        return Table(
            caption: "Rules of the study",
            columns: [
                .text("service", "For"), .text("rule", "Rule"), .text("asked", "Asked"), .number("found", "Found"),
                .text("kept", "Kept?"),
            ],
            rows: rows, heading: 1
        )
    }

    /// - Parameters:
    ///   - check: the rule.
    ///   - service: whose, for people.
    ///   - isUnlisted: whether the list that was measured names no hub of the service.
    private static func row(_ check: RuleCheck, of service: String, isUnlisted: Bool = false) -> [Table.Cell] {
        [
            .text(service), .text(check.title), .text(asked(check)), .whole(check.found),
            .text(check.isKept ? "kept" : isUnlisted ? "not in the list" : "broken"),
        ]
    }

    private static func asked(_ check: RuleCheck) -> String {
        let least = Words.count(check.least)
        return switch check.most {
        case check.least: "exactly \(least)"
        case .some(let most) where check.least > 0: "\(least) to \(Words.count(most))"
        case .some(let most): "at most \(Words.count(most))"
        case nil: check.least > 0 ? "at least \(least)" : "no limit"
        }
    }

    private static func shares(_ view: RunView) -> Table {
        Table(
            caption: "Hubs in \(ShareWords.places(view)), by each definition",
            columns: [
                .text("service", "Hubs"), .text("rule", "Definition"), .text("date", "Date"),
                .number("inside", "Inside"), .number("hubs", "Of"),
                .text("range", "If borderline hubs fall the other way"),
                .text("asked", "Asked"),
            ],
            rows: view.services.flatMap { service in
                service.figures.shares.map { share in
                    let rule = view.region.rules[share.rule]
                    let least = share.inside - share.borderlineInside
                    let most = share.inside + share.borderlineOutside
                    return [
                        .text(service.plural), .text(rule.title), .text(rule.date), .whole(share.inside),
                        .whole(share.hubs),
                        .text(least == most ? "no borderline hub" : "\(Words.count(least)) to \(Words.count(most))"),
                        .text(
                            share.rule == service.request.shareRule ? ShareWords.asked(service) : "told, not required"),
                    ]
                }
            },
            heading: 1
        )
    }

    private static func definition(_ rule: DisadvantageRule) -> HTML {
        """
        <p class="note"><strong>\(Words.sentence(ShareWords.name(rule)))</strong>: \(Words.ended(rule.explanation)) \
        \(Words.count(rule.placeCount)) \(rule.placeKind). Source: \(Words.ended(rule.source))</p>

        """
    }
}
