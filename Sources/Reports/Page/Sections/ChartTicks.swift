/// Round numbers along an axis.
enum ChartTicks {
    /// Multiples of 1, 2 or 5 times a power of ten, and the decimals that tell them apart.
    /// - Parameters:
    ///   - range: what the axis shows.
    ///   - most: of them.
    ///   - least: no two ticks are nearer than this power of ten.
    static func along(
        _ range: ClosedRange<Double>, most: Int, least: Double
    ) -> (values: [Double], digits: Int) {
        let width = range.upperBound - range.lowerBound
        var unit = least
        while unit * 10 < width / Double(most) { unit *= 10 }
        let step = [1, 2, 5, 10].map { $0 * unit }.first { width / $0 <= Double(most) } ?? 10 * unit
        let digits = step >= 1 ? 0 : step >= 0.1 ? 1 : 2
        let first = (range.lowerBound / step).rounded(.up)
        let count = Int(((range.upperBound / step).rounded(.down) - first).rounded()) + 1
        return ((0..<max(0, count)).map { (first + Double($0)) * step }, digits)
    }
}
