/// Two bars a bin, households without a car and with one, drawn as inline SVG.
enum DistributionChart {
    private static let width = 360.0
    private static let height = 220.0
    private static let left = 46.0
    private static let bottom = 34.0
    private static let top = 18.0

    static func svg(_ bins: DistributionBins, title: String, isEstimated: Bool) -> HTML {
        let tallest = bins.bins.reduce(Int64(1)) { max($0, $1.withoutCar, $1.withCar) }
        let ceiling = roundedUp(tallest)
        let step = (width - left - 8) / Double(max(bins.bins.count, 1))
        let floor = height - bottom
        let rise = floor - top
        let bars = bins.bins.enumerated().map { index, bin -> HTML in
            let x = left + Double(index) * step
            return bar(x: x + step * 0.08, width: step * 0.42, value: bin.withoutCar, of: ceiling, rise: rise, "nocar")
                + bar(x: x + step * 0.5, width: step * 0.42, value: bin.withCar, of: ceiling, rise: rise, "car")
        }
        let every = max(1, (bins.bins.count + 5) / 6)
        let labels = bins.bins.indices.filter { $0 % every == 0 }.map { index -> HTML in
            "<text class=\"middle\" x=\"\(px(left + Double(index) * step))\" y=\"\(px(floor + 14))\">\(index * 10)</text>\n"
        }
        let grid = [ceiling / 2, ceiling].map { value -> HTML in
            let y = floor - rise * Double(value) / Double(ceiling)
            return """
                <line class="grid" x1="\(px(left))" x2="\(px(width - 8))" y1="\(px(y))" y2="\(px(y))"/>
                <text class="end" x="\(px(left - 4))" y="\(px(y + 4))">\(Words.count(value))</text>

                """
        }
        return """
            <svg class="chart" viewBox="0 0 \(px(width)) \(px(height))" role="img" aria-label="\(title); the numbers are \
            in the table below">
            \(grid)\(bars)\(reach(bins, step: step, floor: floor))\
            <line class="axis" x1="\(px(left))" x2="\(px(width - 8))" y1="\(px(floor))" y2="\(px(floor))"/>
            \(labels)<text class="middle" x="\(px((left + width) / 2))" y="\(px(height - 4))">minutes there and \
            back\(isEstimated ? ", estimated" : "")</text>
            </svg>
            """
    }

    private static func bar(
        x: Double, width: Double, value: Int64, of ceiling: Int64, rise: Double, _ kind: String
    ) -> HTML {
        guard value > 0 else { return .empty }
        let tall = max(0.6, rise * Double(value) / Double(ceiling))
        return """
            <rect class="\(kind)" x="\(px(x))" y="\(px(height - bottom - tall))" width="\(px(width))" \
            height="\(px(tall))"/>

            """
    }

    private static func reach(_ bins: DistributionBins, step: Double, floor: Double) -> HTML {
        guard let limit = bins.reachLimit else { return .empty }
        let x = left + limit * step
        return """
            <line class="limit" x1="\(px(x))" x2="\(px(x))" y1="\(px(top - 6))" y2="\(px(floor))"/>
            <text x="\(px(x + 3))" y="\(px(top - 6))">reached up to here</text>

            """
    }

    /// The next of 2, 4, 10, 20, 40, 100, ... so that half of it is whole too.
    private static func roundedUp(_ value: Int64) -> Int64 {
        var unit: Int64 = 1
        while true {
            for factor in [2, 4, 6, 8] as [Int64] where factor * unit >= value { return factor * unit }
            unit *= 10
        }
    }

    /// A length in the drawing, to a tenth.
    private static func px(_ value: Double) -> String {
        Table.Cell.fixed(value, digits: 1)
    }
}
