/// Two step lines over the work done, drawn as inline SVG: the best list found, and what no list can beat.
struct ConvergenceChart {
    private static let width = 360.0
    private static let height = 220.0
    private static let left = 70.0
    private static let right = 12.0
    private static let top = 12.0
    private static let bottom = 36.0

    private let track: SearchTrack
    private let words: ConvergenceWords
    /// Work at the left and right edge, values at the lower and upper one.
    private let span: ClosedRange<Double>
    private let values: ClosedRange<Double>

    init(_ track: SearchTrack, words: ConvergenceWords) {
        self.track = track
        self.words = words
        let works = track.steps.map { Double($0.work) }
        let first = works.first ?? 0
        span = first...max(first + 1, works.last ?? 0)
        values = Self.shown(track)
    }

    /// Everything found, and of the limit as much as is about as wide, or a fiftieth of the value: early limits say little
    /// and would flatten the rest.
    private static func shown(_ track: SearchTrack) -> ClosedRange<Double> {
        let found = track.steps.compactMap(\.found)
        let limits = track.steps.compactMap(\.limit)
        guard let best = found.last ?? limits.last else { return 0...1 }
        let spread = (found.max() ?? best) - (found.min() ?? best)
        let open = limits.last.map { abs(best - $0) } ?? 0
        let room = max(1.5 * spread, 2 * open, abs(best) / 50)
        let middle = found + limits.map { min(max($0, best - room), best + room) }
        let low = middle.min() ?? best
        let high = middle.max() ?? best
        let margin = max(0.06 * (high - low), track.unit == .reached ? 0.6 : 0.006)
        return (low - margin)...(high + margin)
    }

    var svg: HTML {
        let floor = Self.height - Self.bottom
        let ticks = ChartTicks.along(values, most: 5, least: track.unit == .reached ? 1 : 0.01)
        let grid = ticks.values.map { value -> HTML in
            let y = self.y(value)
            return """
                <line class="grid" x1="\(px(Self.left))" x2="\(px(Self.width - Self.right))" y1="\(px(y))" y2="\(px(y))"/>
                <text class="end" x="\(px(Self.left - 5))" y="\(px(y + 4))">\(Words.decimal(value, digits: ticks.digits))</text>

                """
        }
        let scale = Self.scale(span.upperBound)
        let labels = ChartTicks.along(span, most: 6, least: 1).values.map { work -> HTML in
            "<text class=\"middle\" x=\"\(px(x(work)))\" y=\"\(px(floor + 14))\">\(Words.plain(work / scale.size))</text>\n"
        }
        return """
            <svg class="chart" viewBox="0 0 \(px(Self.width)) \(px(Self.height))" role="img" aria-label="\(words.title); \
            the numbers are in the table below">
            \(grid)<path class="course limit" d="\(path(\.limit))"/>
            <path class="course found" d="\(path(\.found))"/>
            <line class="axis" x1="\(px(Self.left))" x2="\(px(Self.width - Self.right))" y1="\(px(floor))" y2="\(px(floor))"/>
            \(labels)<text class="middle" x="\(px((Self.left + Self.width - Self.right) / 2))" \
            y="\(px(Self.height - 5))">work done\(scale.words)</text>
            </svg>
            """
    }

    /// A value holds until the next step.
    private func path(_ value: KeyPath<SearchTrack.Step, Double?>) -> String {
        var path = ""
        for step in track.steps {
            guard let value = step[keyPath: value] else { continue }
            let (x, y) = (px(x(Double(step.work))), px(y(value)))
            path += path.isEmpty ? "M\(x) \(y)" : "H\(x)V\(y)"
        }
        return path.isEmpty ? path : path + "H\(px(x(span.upperBound)))"
    }

    private func x(_ work: Double) -> Double {
        let share = (work - span.lowerBound) / (span.upperBound - span.lowerBound)
        return Self.left + share * (Self.width - Self.left - Self.right)
    }

    /// Values off the chart stay at its edge.
    private func y(_ value: Double) -> Double {
        let inside = min(max(value, values.lowerBound), values.upperBound)
        let share = (inside - values.lowerBound) / (values.upperBound - values.lowerBound)
        return Self.height - Self.bottom - share * (Self.height - Self.bottom - Self.top)
    }

    /// What the numbers under the chart count: "work done, in millions".
    private static func scale(_ most: Double) -> (size: Double, words: String) {
        let scales = [(1e12, "trillions"), (1e9, "billions"), (1e6, "millions"), (1e3, "thousands")]
        return scales.first { most >= 2 * $0.0 }.map { ($0.0, ", in \($0.1)") } ?? (1, "")
    }

    /// A length in the drawing, to a tenth.
    private func px(_ value: Double) -> String {
        Table.Cell.fixed(value, digits: 1)
    }
}
