internal import Foundation
internal import HubModel

/// Mean against reach as a folder of files, there whole or not at all, and in words.
package enum TradeFolder {
    /// A folder that holds an earlier frontier is replaced, and what people put into it stays; any
    /// other folder in the way is left alone and named.
    package static func write(_ record: TradeRecord, to path: String) throws {
        try WholeFolder.write(FrontierFolder.kind, to: path) { folder in
            try folder.put(table(record).csv, as: "frontier.csv")
            try folder.put(hubs(record).csv, as: "hubs.csv")
            try folder.put(record.json, as: "frontier.json")
            try folder.put(TradeChart(record).svg.text + "\n", as: "frontier.svg")
            try folder.put(page(record), as: "frontier.html")
        }
    }

    /// For a terminal.
    package static func lines(_ record: TradeRecord) -> [String] {
        let service = record.region.services[record.service]
        if let clash = record.clash { return [clash] }
        let limit = Words.limit(service.reachLimit)
        return ["\(Words.plural(service.title)): mean minutes against \(service.people) within \(limit) there and back"]
            + record.points.map { point in
                let mean = point.everyone.meanMinutes.map { Words.decimal($0, digits: 2) } ?? "–"
                return "  \(Words.count(point.everyone.reached)) within, mean \(mean) minutes"
            } + [sentence(record), QualityWords.sentence(record.quality)] + record.remarks
    }

    private static func sentence(_ record: TradeRecord) -> String {
        guard let first = record.points.first, let last = record.points.last, record.points.count > 1 else {
            return "One list is the best found for both."
        }
        let service = record.region.services[record.service]
        let more = last.everyone.reached - first.everyone.reached
        let minutes = last.everyone.meanMinutes.flatMap { end in first.everyone.meanMinutes.map { end - $0 } } ?? 0
        return "From the shortest mean to the widest reach: \(Words.count(abs(more))) \(more < 0 ? "fewer" : "more") "
            + "\(service.people) within the limit, for \(Words.signed(minutes, digits: 2)) minutes on average."
    }

    private static func table(_ record: TradeRecord) -> Table {
        Table(
            name: "frontier", caption: "Lists of which none does better in both than another",
            columns: [
                .whole("list", "List", "From the shortest mean to the widest reach."),
                .whole("children_within_limit", "Within the limit", unit: "children", "There and back."),
                .number("mean_minutes_there_and_back", "Mean minutes", unit: "minutes", "Everyone."),
            ],
            rows: record.points.enumerated().map { number, point in
                [.whole(number + 1), .whole(point.everyone.reached), .minutes(point.everyone.meanMinutes)]
            })
    }

    private static func hubs(_ record: TradeRecord) -> Table {
        Table(
            name: "hubs", caption: "The hubs of every list",
            columns: [
                .whole("list", "List", "As in frontier.csv."), .text("hub_id", "Hub id", "The site."),
                .text("hub_name", "Hub", "Its name."), .text("place", "Place", "The place it stands in."),
            ],
            rows: record.points.enumerated().flatMap { number, point in
                point.hubs.map { hub -> [Table.Cell] in
                    let site = record.region.sites[Int(hub)]
                    return [
                        .whole(number + 1), .text(site.id), .text(site.name), .text(record.region.place(of: site)),
                    ]
                }
            })
    }

    private static func page(_ record: TradeRecord) -> String {
        let service = record.region.services[record.service]
        let frame = PageFrame(
            title: "Mean against reach: \(record.study.name)", version: record.version, skip: "Skip to the page",
            palette: Page.palette)
        return frame.html(
            main: """
                <h1>A shorter mean, or more within reach?</h1>
                <p class="lead">\(record.study.name): \(Words.plural(service.title)).</p>
                <p>\(sentence(record))</p>
                <p>\(QualityWords.sentence(record.quality))</p>
                \(record.remarks.map { remark -> HTML in "<p>\(remark)</p>\n" })\
                <section aria-labelledby="curve">
                <h2 id="curve">The choice</h2>
                <figure>
                \(TradeChart(record).svg)
                <figcaption>Each dot is a list that was found. Upwards: mean minutes. Below the band no list can lie: proved. In the
                band there may be others, which no weighing of the two against each other would choose, or which were not looked
                for.</figcaption>
                </figure>
                \(table(record).html)</section>
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
