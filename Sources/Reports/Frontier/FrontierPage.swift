internal import HubModel

/// A frontier as one page that works from the disk.
enum FrontierPage {
    static func html(_ record: FrontierRecord) -> String {
        let words = FrontierWords(record)
        let frame = PageFrame(
            title: "\(words.title): \(record.study.name)", version: record.version, skip: "Skip to the page",
            palette: Page.palette)
        return frame.html(
            main: """
                <h1>\(words.title)</h1>
                <p class="lead">\(record.study.name): \(words.hubs), \(words.value).</p>
                \(record.curves.map { curve -> HTML in
                    words.price(curve).map { "<p>\($0)</p>\n" } ?? .empty
                })\
                \(record.remarks.map { remark -> HTML in "<p>\(remark)</p>\n" })\
                <p>\(QualityWords.sentence(record.quality))</p>
                <section aria-labelledby="curve">
                <h2 id="curve">Step by step</h2>
                <figure>
                \(FrontierChart(record).svg)
                <figcaption>Upwards: \(words.value). A line is proved: no list that keeps the rules at that step does better.
                A band lies between the list found and what no list can beat, and the best is somewhere in it.</figcaption>
                </figure>
                \(key(record))\
                \(record.curves.map { curve -> HTML in "<p>\(name(curve, record))\(words.extent(curve))</p>\n" })</section>
                \(survivors(record))\
                <section aria-labelledby="table">
                <h2 id="table">The figures</h2>
                \(record.curves.map { FrontierTables.page($0, of: record).html })\
                <p class="note">Mean minutes are of the lists found. Of every list that does as well, another may have other
                minutes.</p>
                </section>
                <section aria-labelledby="data">
                <h2 id="data">Data</h2>
                <ul>
                \(record.region.inputs.map { input -> HTML in "<li>\(input.role): \(input.path)</li>\n" })</ul>
                </section>

                """,
            after: """
                <footer><p>Made by hubplan \(record.version) from \(record.study.path). Everything on this page is also in the \
                files beside it.</p></footer>

                """)
    }

    /// "wards225: ", where there are several.
    private static func name(_ curve: FrontierRecord.Curve, _ record: FrontierRecord) -> String {
        guard record.curves.count > 1, let rule = curve.rule else { return "" }
        return "\(record.region.rules[rule].id): "
    }

    /// Which colour is which rule, where there are several.
    private static func key(_ record: FrontierRecord) -> HTML {
        guard record.curves.count > 1 else { return .empty }
        let parts = record.curves.enumerated().map { number, curve -> HTML in
            let title = curve.rule.map { ShareWords.name(record.region.rules[$0]) } ?? ""
            return """
                <span class="stroke" style="border-color:\(FrontierChart.colour(number))"></span> \(title)

                """
        }
        return "<p class=\"key\">\(parts)</p>\n"
    }

    /// Sites that stand under every rule.
    private static func survivors(_ record: FrontierRecord) -> HTML {
        guard record.curves.count > 1 else { return .empty }
        let shown =
            record.curves.first?.price.flatMap { price in
                record.survivors.first { $0.asked == price.asked }
            } ?? record.survivors.first
        guard let shown else { return .empty }
        let names = shown.sites.map { record.region.label(of: record.region.sites[Int($0)]) }
        return """
            <section aria-labelledby="survivors">
            <h2 id="survivors">Sites that stand whichever rule is taken</h2>
            <p>With \(shown.asked) asked for, \(Words.count(shown.sites.count, "site")) of the lists found \
            \(shown.sites.count == 1 ? "is" : "are") in the list under every one of the \(record.curves.count) rules.</p>
            <ul>
            \(names.map { name -> HTML in "<li>\(name)</li>\n" })</ul>
            </section>

            """
    }
}
