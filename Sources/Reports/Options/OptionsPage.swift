internal import HubModel

/// An option set as one page that works from the disk.
enum OptionsPage {
    static func html(_ record: OptionsRecord) -> String {
        let words = OptionsWords(record)
        let service = record.region.services[record.service]
        let frame = PageFrame(
            title: "Options: \(record.study.name)", version: record.version, skip: "Skip to the page",
            palette: Page.palette)
        return frame.html(
            main: """
                <h1>Options that differ on the ground</h1>
                <p class="lead">\(record.study.name): \(Words.count(record.options.count, "list")) of \
                \(Words.plural(service.title)).</p>
                <p>\(words.asked)</p>
                <p>\(words.proof) \(words.ending)</p>
                <p>\(QualityWords.sentence(record.quality))</p>
                \(record.remarks.map { remark -> HTML in "<p>\(remark)</p>\n" })\
                <section aria-labelledby="options">
                <h2 id="options">The options</h2>
                \(OptionsTables.options(record).html)</section>
                <section aria-labelledby="places">
                <h2 id="places">Places</h2>
                <p>\(OptionsWords.warning)</p>
                \(OptionsTables.places(record).html)</section>
                <section aria-labelledby="hubs">
                <h2 id="hubs">The hubs</h2>
                \(OptionsTables.hubs(record).html)</section>
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
}
