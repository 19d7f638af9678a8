internal import HubModel

/// How many children travel how long: a chart, and the same numbers as a table.
enum DistributionSection {
    static func html(_ view: RunView) -> HTML {
        """
        <section aria-labelledby="distribution">
        <h2 id="distribution">How many children travel how long</h2>
        <p>\(view.meansSentence)</p>
        <div class="charts">
        \(view.services.map { chart($0, in: view) })</div>
        </section>

        """
    }

    private static func chart(_ service: ServiceView, in view: RunView) -> HTML {
        let bins = DistributionBins(service)
        let title = "\(service.plural): children by minutes there and back"
        return """
            <figure>
            <figcaption>\(title)</figcaption>
            \(DistributionChart.svg(bins, title: title, isEstimated: !view.record.quality.errorBands.isEmpty))
            <p class="key"><span class="swatch nocar"></span> without a car \
            <span class="swatch car"></span> with a car</p>
            <details><summary>The same as a table</summary>
            \(table(bins, caption: title, in: view).html)</details>
            </figure>

            """
    }

    private static func table(_ bins: DistributionBins, caption: String, in view: RunView) -> Table {
        Table(
            caption: caption,
            columns: [
                .text("minutes", "Minutes there and back (\(view.minutesLabel))"),
                .number("without_car", "Children without a car"), .number("with_car", "Children with a car"),
            ],
            rows: bins.bins.map { [.text($0.title), .whole($0.withoutCar), .whole($0.withCar)] }
        )
    }
}

/// The bins of ten minutes that are shown: the long tail beyond the limit is one bin.
struct DistributionBins: Sendable {
    struct Bin: Sendable {
        var title: String
        var withoutCar: Int64
        var withCar: Int64
    }

    let bins: [Bin]
    /// Where the reach limit lies, in bins from the left; nil when it is off the chart.
    let reachLimit: Double?

    init(_ service: ServiceView) {
        let all = service.figures.distribution
        let shown = min(all.count, min(24, Int(service.service.outOfReachLimit) / 100 + 1))
        var bins = (0..<shown).map { index in
            Bin(
                title: "\(index * 10) to under \(index * 10 + 10)", withoutCar: all[index].withoutCar,
                withCar: all[index].withCar
            )
        }
        if shown < all.count {
            bins.append(
                Bin(
                    title: "\(shown * 10) or more", withoutCar: all[shown...].reduce(0) { $0 + $1.withoutCar },
                    withCar: all[shown...].reduce(0) { $0 + $1.withCar }
                )
            )
        }
        let limit = Double(service.service.reachLimit) / 100
        self.bins = bins
        reachLimit = limit <= Double(shown) ? limit : nil
    }
}
