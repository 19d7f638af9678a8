internal import HubModel

/// Mean minutes over people within the limit, as inline SVG that also stands alone: a dot a list, and a band between the lists
/// found and what no list can have.
struct TradeChart {
    private static let (width, height) = (720.0, 360.0)
    private static let (left, right, top, bottom) = (72.0, 20.0, 16.0, 44.0)
    /// Places along the axis at which the band is drawn.
    private static let samples = 240

    private let record: TradeRecord
    private let service: Service
    private let span: ClosedRange<Double>
    private let values: ClosedRange<Double>

    init(_ record: TradeRecord) {
        self.record = record
        service = record.region.services[record.service]
        let within = record.points.map(\.within)
        let minutes = record.points.map(\.minutes)
        span = Self.wide(within.min() ?? 0, max(within.max() ?? 1, min(record.mostWithin, 2 * (within.max() ?? 1))), 1)
        values = Self.wide(minutes.min() ?? 0, minutes.max() ?? 1, 0.01)
    }

    private static func wide(_ low: Double, _ high: Double, _ least: Double) -> ClosedRange<Double> {
        let margin = max(0.08 * (high - low), least)
        return (low - margin)...(high + margin)
    }

    var svg: HTML {
        let floor = Self.height - Self.bottom
        let rows = ChartTicks.along(values, most: 6, least: 0.01)
        let grid = rows.values.map { value -> HTML in
            """
            <line stroke="#c9ced6" x1="\(px(Self.left))" x2="\(px(Self.width - Self.right))" y1="\(px(y(value)))" \
            y2="\(px(y(value)))"/>
            <text text-anchor="end" x="\(px(Self.left - 6))" y="\(px(y(value) + 4))">\
            \(Words.decimal(value, digits: rows.digits))</text>

            """
        }
        let labels = ChartTicks.along(span, most: 6, least: 1).values.map { value -> HTML in
            """
            <text text-anchor="middle" x="\(px(x(value)))" y="\(px(floor + 15))">\(Words.decimal(value, digits: 0))</text>

            """
        }
        let dots = record.points.map { point -> HTML in
            """
            <circle fill="\(Palette.hub(0))" r="4" cx="\(px(x(point.within)))" cy="\(px(y(point.minutes)))"/>

            """
        }
        let along =
            "\(service.isNeedWeighted ? service.weightTitle : service.people) within "
            + "\(Words.limit(service.reachLimit)) there and back"
        return """
            <svg class="chart" xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="11" \
            viewBox="0 0 \(px(Self.width)) \(px(Self.height))" role="img" \
            aria-label="mean minutes over \(along); the numbers are in the table below">
            <rect width="100%" height="100%" fill="#fff"/>
            \(grid)<path fill="\(Palette.hub(0))" fill-opacity=".25" d="\(band)"/>
            \(dots)<line stroke="#1b1f24" x1="\(px(Self.left))" x2="\(px(Self.width - Self.right))" y1="\(px(floor))" \
            y2="\(px(floor))"/>
            \(labels)<text text-anchor="middle" x="\(px((Self.left + Self.width - Self.right) / 2))" \
            y="\(px(Self.height - 8))">\(along)</text>
            </svg>
            """
    }

    /// Between the least minutes found for so many within the limit, and those that no list goes below.
    private var band: String {
        guard let first = record.points.first, let last = record.points.last, last.within > first.within else {
            return ""
        }
        let places = (0...Self.samples).map {
            first.within + (last.within - first.within) * Double($0) / Double(Self.samples)
        }
        let above = places.map { place in record.points.first { $0.within >= place - 1e-9 }?.minutes ?? last.minutes }
        let below = zip(places, above).map { place, most in
            min(most, record.lines.map { $0.intercept + $0.slope * place }.max() ?? 0)
        }
        let upper = zip(places, above).map { "\(px(x($0))) \(px(y($1)))" }
        let lower = zip(places, below).reversed().map { "\(px(x($0))) \(px(y($1)))" }
        return "M" + (upper + lower).joined(separator: "L") + "Z"
    }

    private func x(_ within: Double) -> Double {
        Self.left + (within - span.lowerBound) / (span.upperBound - span.lowerBound)
            * (Self.width - Self.left - Self.right)
    }

    /// Values off the chart stay at its edge.
    private func y(_ minutes: Double) -> Double {
        let inside = min(max(minutes, values.lowerBound), values.upperBound)
        let share = (inside - values.lowerBound) / (values.upperBound - values.lowerBound)
        return Self.height - Self.bottom - share * (Self.height - Self.bottom - Self.top)
    }

    /// A length in the drawing, to a tenth.
    private func px(_ value: Double) -> String { Table.Cell.fixed(value, digits: 1) }
}
