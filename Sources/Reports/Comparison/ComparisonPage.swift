internal import HubModel

/// A comparison of plans as one page that works from the disk.
enum ComparisonPage {
    static func html(_ comparison: PlanComparison) -> String {
        let frame = PageFrame(
            title: "Plans compared: \(comparison.runs.map(\.name).joined(separator: ", "))",
            version: comparison.version,
            skip: "Skip to the page", palette: Page.palette)
        return frame.html(
            main: """
                <h1>\(Words.sentence(Words.count(comparison.runs.count, "plan"))) beside each other</h1>
                <ul>
                \(comparison.runs.map { run -> HTML in "<li>\(run.name): \(run.study), \(run.standing)</li>\n" })</ul>
                <section aria-labelledby="figures">
                <h2 id="figures">Figures on one yardstick</h2>
                <p>Every plan is measured afresh by the costs of every run, so that like is held against like.</p>
                \(comparison.minutesSentences.map { sentence -> HTML in "<p>\(sentence)</p>\n" })\
                \(figures(comparison))<ul>
                \(comparison.dominanceSentences.map { sentence -> HTML in "<li>\(sentence)</li>\n" })</ul>
                \(remarks(comparison))</section>
                <section aria-labelledby="sites">
                <h2 id="sites">Which hubs they share</h2>
                \(comparison.coreSentences.map { sentence -> HTML in "<p>\(sentence)</p>\n" })\
                \(comparison.services.map { ComparisonTables.sites(comparison, service: $0).html })</section>
                \(comparison.differences.map { difference($0, comparison) })\
                <section aria-labelledby="data">
                <h2 id="data">Studies</h2>
                <ul>
                \(comparison.runs.map { run -> HTML in "<li>\(run.name): \(run.studyPath), SHA-256 \(run.sha256)</li>\n" })</ul>
                </section>

                """,
            after: """
                <footer><p>Made by hubplan \(comparison.version). Everything on this page is also in the files beside it.</p>
                </footer>

                """)
    }

    private static func figures(_ comparison: PlanComparison) -> HTML {
        let tables = comparison.runs.indices.flatMap { yardstick in
            comparison.services.compactMap {
                ComparisonTables.page(comparison, yardstick: yardstick, service: $0)?.html
            }
        }
        return "\(tables)"
    }

    private static func remarks(_ comparison: PlanComparison) -> HTML {
        guard !comparison.findings.isEmpty else { return .empty }
        return "<ul>\n\(comparison.findings.map { finding -> HTML in "<li>\(finding.sentence)</li>\n" })</ul>\n"
    }

    private static func difference(_ difference: PlanComparison.Difference, _ comparison: PlanComparison) -> HTML {
        let view = RunView(difference.record)
        let name = comparison.runs[difference.plan].name
        return """
            <section aria-labelledby="plan-\(difference.plan + 1)" class="wide">
            <h2 id="plan-\(difference.plan + 1)">\(name) beside \(comparison.runs[0].name): who gains, who loses</h2>
            <p>Both by the costs of \(comparison.runs[0].name).</p>
            <ul>
            \(comparison.sentences(difference).map { sentence -> HTML in "<li>\(sentence)</li>\n" })</ul>
            \(view.services.map { part($0, difference, in: view) })</section>

            """
    }

    private static func part(
        _ service: ServiceView, _ difference: PlanComparison.Difference, in view: RunView
    ) -> HTML {
        let id = service.service.id
        let own = difference.rows.filter { $0.service == id }.map(\.kind)
        let fixed = ["household", "disadvantage", "decile", "group", "place"]
        let attributes = own.reduce(into: [String]()) { kinds, kind in
            if !fixed.contains(kind), !kinds.contains(kind) { kinds.append(kind) }
        }
        let kinds: [(kinds: [String], words: String)] =
            [
                (["household", "disadvantage"], "by household and disadvantage"),
                (["decile"], "by tenth of deprivation"),
                (["group"], "by group, travelling without a car"),
            ] + attributes.map { ([$0], "by \($0)") } + [(["place"], "by place")]
        let tables = kinds.compactMap { kinds, words in
            ComparisonTables.changes(
                difference, service: id, kinds: kinds, caption: "\(service.plural): \(words)", atMost: 40)?.html
        }
        let note: HTML =
            difference.rows.contains { $0.service == id && $0.roundedTo > 1 }
            ? "<p class=\"note\">Counts of groups are rounded, so that no small count can be told.</p>\n" : .empty
        return """
            <h3>\(service.plural)</h3>
            <figure class="drawing">
            <figcaption>\(service.plural): change in the journeys of households without a car</figcaption>
            \(StaticMap.svg(service, in: view, colouring: .change))\(BaselineSection.legend(service))</figure>
            \(tables)\(note)\(service.change.map { BaselineSection.hubs($0, in: view) } ?? .empty)
            """
    }
}
