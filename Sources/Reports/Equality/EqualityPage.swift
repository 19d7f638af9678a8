internal import HubModel

/// `equality.html`: what the figures say about the groups that the study names, for whoever has to show due regard.
/// It is evidence for an assessment and says that it is no more.
enum EqualityPage {
    static func html(_ view: RunView) -> String {
        let title = "Equality annex: \(view.record.study.name)"
        let frame = PageFrame(title: title, version: view.record.version, skip: "Skip to the annex")
        return frame.html(
            main: """
                <header>
                <h1>\(title)</h1>
                <p class="lead">Who would travel longer to the hubs of this list than children do on the whole.</p>
                </header>
                \(duty)\(view.services.map { service($0, in: view) })\(limits(view))
                """)
    }

    private static let duty: HTML = """
        <section aria-labelledby="duty">
        <h2 id="duty">What this is for</h2>
        <p>Section 149 of the Equality Act 2010, the Public Sector Equality Duty, asks public authorities to have due \
        regard to three needs: to end discrimination, harassment and victimisation; to advance equality of opportunity \
        between people who share a protected characteristic and people who do not; and to foster good relations between \
        them. The protected characteristics are age, disability, gender reassignment, pregnancy and maternity, race, \
        religion or belief, sex and sexual orientation; to marriage and civil partnership only the first need applies.</p>
        <p>The figures below are evidence that those who decide can weigh. They are not an assessment of the decision, do \
        not show that the duty has been met, and are not legal advice.</p>
        </section>

        """

    private static func service(_ service: ServiceView, in view: RunView) -> HTML {
        let rows = service.equalityRows(in: view)
        let id = "service-\(service.position)"
        let all = service.figures.asWithoutCar
        let share = all.shareReached.map(Words.percent) ?? "none"
        return """
            <section aria-labelledby="\(id)">
            <h2 id="\(id)">\(service.plural)</h2>
            <p>All \(Words.count(all.children)) \(service.service.people), were they to travel as households without a car \
            do, would need \(all.meanMinutes.map { Words.decimal($0, digits: 0) } ?? "no") minutes there and back on \
            average\(NoWayWords.note(service.allWithoutWayByFoot(service.figures), of: service)), and \(share) of them would be within \(Words.limit(service.service.reachLimit)).</p>
            \(findings(rows))\(EqualityTable.page(service, in: view).html)</section>

            """
    }

    private static func findings(_ rows: [EqualityRow]) -> HTML {
        let worse = rows.filter { $0.verdict == .worse }
        let better = rows.filter { $0.verdict == .better }
        let untold = rows.filter { $0.verdict == .withheld || $0.verdict == .empty }
        let alike = rows.filter { $0.verdict == .alike }
        var text: HTML =
            worse.isEmpty
            ? "<p><strong>No group whose figures are told does worse than all children by the margin below.</strong></p>\n"
            : "<h3>Who does worse</h3>\n<ul>\n\(worse.map(item))</ul>\n"
        if !better.isEmpty { text += "<h3>Who does better</h3>\n<ul>\n\(better.map(item))</ul>\n" }
        if !alike.isEmpty { text += "<p>About the same as all children: \(names(alike)).</p>\n" }
        if !untold.isEmpty { text += "<p>Not told, being too few or none: \(names(untold)).</p>\n" }
        return text
    }

    private static func names(_ rows: [EqualityRow]) -> String {
        Words.list(rows.map(\.group.title), atMost: rows.count)
    }

    private static func item(_ row: EqualityRow) -> HTML {
        "<li>\(Words.sentence(row.group.title)): \(Words.list(facts(row), atMost: 4)).</li>\n"
    }

    /// "84 minutes on average, 6 more than all children", "41% within reach, 7 points fewer".
    private static func facts(_ row: EqualityRow) -> [String] {
        var facts: [String] = []
        if let mean = row.group.plan.meanMinutes.number, let more = row.moreMinutes {
            facts.append(
                "\(Words.plain(mean)) minutes on average, "
                    + (more == 0 ? "as all children" : "\(Words.plain(more.magnitude)) \(more > 0 ? "more" : "fewer")"))
        }
        if let share = row.group.plan.shareReached.number, let more = row.moreReached {
            let points = Words.decimal((more * 100).magnitude, digits: 0)
            facts.append(
                "\(Words.percent(share)) within reach, "
                    + (points == "0" ? "as all children" : "\(points) points \(more > 0 ? "more" : "fewer")"))
        }
        if let far = row.group.plan.outOfReach.number, far > 0 { facts.append("\(Words.count(far)) out of reach") }
        return facts
    }

    private static func limits(_ view: RunView) -> HTML {
        let titles = view.region.groups.map(\.title)
        return """
            <section aria-labelledby="limits">
            <h2 id="limits">What these figures cannot say</h2>
            <ul>
            <li>Only these groups were looked at: \(Words.list(titles, atMost: titles.count)). Whoever is not among them \
            has not been looked at, whether or not they share a protected characteristic.</li>
            <li>They are counts of small areas, not persons. A group does worse here when more of its members live where \
            hubs are far; nothing is known about any one child, and differences within an area are not seen.</li>
            <li>Everybody is taken to travel as households without a car do, at the speed and with the fares of the study's \
            traveller. A wheelchair, a step-free route, a carer, a language, or fear of a place do not come into it, so a \
            group that does as well as others here may still do worse.</li>
            <li>Each group is counted as its source counts it, which may be other ages than the service is for.</li>
            <li>“Worse” and “better” mean a mean that is \(Words.percent(EqualityRow.margin)) longer or shorter, or a share \
            within reach \(Words.decimal(EqualityRow.shareMargin * 100, digits: 0)) points lower or higher, than of all \
            children. That margin is an assumption; what matters is for those who decide to say.</li>
            <li>\(view.minutesSentence) The error is much the same for all groups, so differences are told better than \
            lengths.</li>
            <li>Nothing is said about the hubs themselves: who feels welcome, whether rooms and times suit, who is asked.</li>
            \(EqualityWords.withheld(view).map { "<li>\($0)</li>\n" } ?? .empty)</ul>
            <p>The same figures are in equality.csv; how they were made is in report.html.</p>
            </section>

            """
    }
}
