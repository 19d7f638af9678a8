internal import HubModel

/// The comparison of rules as one page that works from the disk.
enum RulePage {
    static func html(_ comparison: RuleComparison) -> String {
        let region = comparison.region
        let maps = RuleMaps(region)
        let pairs = RuleTables.page(
            comparison, caption: "Every two rules: what both count, and what one counts alone",
            [.both, .firstOnly, .secondOnly])
        let frame = PageFrame(
            title: "Rules of \(comparison.study.name)", version: comparison.version, skip: "Skip to the page",
            palette: Page.palette)
        return frame.html(
            main: """
                <h1>Who counts as doubly disadvantaged?</h1>
                <p class="lead">\(comparison.study.name): \(Words.count(region.rules.count, "rule")) side by side.</p>
                <p>\(lead(comparison))</p>
                <section aria-labelledby="counts">
                <h2 id="counts">What each rule counts</h2>
                \(RuleTables.page(comparison, caption: "Each rule by itself", [.one]).html)\
                \(RuleTables.page(comparison, caption: "All rules together", [.all, .any, .none]).html)\
                \(pairs.rows.isEmpty ? .empty : pairs.html)\
                <p class="note">Areas and people count by where people live, sites by where they stand. A borderline site is
                nearer to a boundary than boundary and coordinates are accurate, so it could stand on either side.</p>
                </section>
                <section aria-labelledby="where" class="wide">
                <h2 id="where">Where they agree and differ</h2>
                \(maps.together)<div id="drawings">
                \(region.rules.indices.map(maps.alone))</div>
                </section>
                <section aria-labelledby="rules">
                <h2 id="rules">The rules</h2>
                \(RuleTables.definitions(region).html)</section>
                <section aria-labelledby="data">
                <h2 id="data">Data</h2>
                <ul>
                \(region.inputs.map { input -> HTML in "<li>\(input.role): \(input.path)</li>\n" })</ul>
                </section>

                """,
            after: """
                <footer><p>Made by hubplan \(comparison.version) from \(comparison.study.path). Everything on this page is also \
                in the files beside it.</p></footer>

                """)
    }

    /// The two numbers that most readers come for.
    private static func lead(_ comparison: RuleComparison) -> String {
        guard let all = comparison.rows.first(where: { $0.sort == .all }),
            let any = comparison.rows.first(where: { $0.sort == .any })
        else { return "" }
        return "\(Words.sentence(Words.count(any.areas, "area"))) count under at least one rule and "
            + "\(Words.count(all.areas)) under every one. Which rule a study names therefore decides much: name it with its "
            + "date."
    }
}
