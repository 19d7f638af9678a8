internal import HubModel

/// Steps as inline SVG that also stands alone: a line where a step is proved, a band where it is not.
struct FrontierChart {
    private static let width = 720.0
    private static let height = 360.0
    private static let left = 88.0
    private static let right = 14.0
    private static let top = 16.0
    private static let bottom = 44.0

    private let record: FrontierRecord
    private let words: FrontierWords
    private let span: ClosedRange<Double>
    private let values: ClosedRange<Double>

    init(_ record: FrontierRecord) {
        self.record = record
        words = FrontierWords(record)
        let asked = record.curves.flatMap { $0.steps.map { Double($0.asked) } }
        span = ((asked.min() ?? 0) - 0.5)...((asked.max() ?? 0) + 0.5)
        values = Self.shown(record)
    }

    static func colour(_ curve: Int) -> String { Palette.hub(curve) }

    /// Everything found, and of the limits as much as is about as wide: those of a search cut short say little and would
    /// flatten the rest.
    private static func shown(_ record: FrontierRecord) -> ClosedRange<Double> {
        let steps = record.curves.flatMap(\.steps)
        let found = steps.compactMap(\.value)
        let limits = steps.compactMap(\.limit)
        guard let low = (found.isEmpty ? limits : found).min(), let high = (found.isEmpty ? limits : found).max() else {
            return 0...1
        }
        let room = max(high - low, abs(high) / 50)
        let all = found + limits.map { min(max($0, low - room), high + room) }
        let margin = max(0.06 * ((all.max() ?? high) - (all.min() ?? low)), record.unit == .reached ? 0.6 : 0.006)
        return ((all.min() ?? low) - margin)...((all.max() ?? high) + margin)
    }

    var svg: HTML {
        let floor = Self.height - Self.bottom
        let ticks = ChartTicks.along(values, most: 6, least: record.unit == .reached ? 1 : 0.01)
        let grid = ticks.values.map { value -> HTML in
            """
            <line stroke="#c9ced6" x1="\(px(Self.left))" x2="\(px(Self.width - Self.right))" y1="\(px(y(value)))" \
            y2="\(px(y(value)))"/>
            <text text-anchor="end" x="\(px(Self.left - 6))" y="\(px(y(value) + 4))">\
            \(Words.decimal(value, digits: ticks.digits))</text>

            """
        }
        let labels = ChartTicks.along(span, most: 12, least: 1).values.map { step -> HTML in
            "<text text-anchor=\"middle\" x=\"\(px(x(step)))\" y=\"\(px(floor + 15))\">\(Words.plain(step))</text>\n"
        }
        let along = record.kind == .share ? "hubs asked for in \(words.places)" : "hubs in all"
        return """
            <svg class="chart" xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="11" \
            viewBox="0 0 \(px(Self.width)) \(px(Self.height))" role="img" \
            aria-label="\(words.title): \(words.value); the numbers are in the table below">
            <rect width="100%" height="100%" fill="#fff"/>
            \(grid)\(asked)\(record.curves.enumerated().map { curve($1, colour: Self.colour($0)) })\
            <line stroke="#1b1f24" x1="\(px(Self.left))" x2="\(px(Self.width - Self.right))" y1="\(px(floor))" \
            y2="\(px(floor))"/>
            \(labels)<text text-anchor="middle" x="\(px((Self.left + Self.width - Self.right) / 2))" \
            y="\(px(Self.height - 8))">\(along)</text>
            </svg>
            """
    }

    /// The step that the study asks for.
    private var asked: HTML {
        let steps = Set(record.curves.compactMap(\.price?.asked)).sorted()
        return HTML(
            trusted: steps.map { step in
                """
                <line stroke="#4b5563" stroke-dasharray="4 4" x1="\(px(x(Double(step))))" x2="\(px(x(Double(step))))" \
                y1="\(px(Self.top))" y2="\(px(Self.height - Self.bottom))"/>

                """
            }.joined())
    }

    private func curve(_ curve: FrontierRecord.Curve, colour: String) -> HTML {
        let bands = curve.steps.filter { !$0.isProved }.compactMap { band($0, colour: colour) }
        return """
            \(bands)<path fill="none" stroke="\(colour)" stroke-width="2.5" d="\(line(curve.steps))"/>

            """
    }

    /// From what was found to what no list can beat; to the edge of the chart where nothing was found.
    private func band(_ step: FrontierRecord.Step, colour: String) -> HTML? {
        guard step.clash == nil, let limit = step.limit else { return nil }
        let open = record.unit == .reached ? values.lowerBound : values.upperBound
        let ends = [y(limit), y(step.value ?? open)]
        let (above, below) = (ends.min() ?? 0, ends.max() ?? 0)
        let (from, to) = (x(Double(step.asked) - 0.5), x(Double(step.asked) + 0.5))
        return """
            <rect fill="\(colour)" fill-opacity=".35" x="\(px(from))" width="\(px(to - from))" y="\(px(above))" \
            height="\(px(max(1, below - above)))"/>

            """
    }

    /// Through the proved steps, joined where neighbours are both proved.
    private func line(_ steps: [FrontierRecord.Step]) -> String {
        var path = ""
        var last: Int?
        for step in steps where step.isProved {
            guard let value = step.value else { continue }
            let (from, to) = (px(x(Double(step.asked) - 0.5)), px(x(Double(step.asked) + 0.5)))
            path += last == step.asked - 1 ? "V\(px(y(value)))H\(to)" : "M\(from) \(px(y(value)))H\(to)"
            last = step.asked
        }
        return path
    }

    private func x(_ step: Double) -> Double {
        Self.left + (step - span.lowerBound) / (span.upperBound - span.lowerBound)
            * (Self.width - Self.left - Self.right)
    }

    /// Values off the chart stay at its edge.
    private func y(_ value: Double) -> Double {
        let inside = min(max(value, values.lowerBound), values.upperBound)
        let share = (inside - values.lowerBound) / (values.upperBound - values.lowerBound)
        return Self.height - Self.bottom - share * (Self.height - Self.bottom - Self.top)
    }

    /// A length in the drawing, to a tenth.
    private func px(_ value: Double) -> String { Table.Cell.fixed(value, digits: 1) }
}
