/// Where the minutes come from, said wherever they are shown.
package struct TravelQuality: Hashable, Sendable {
    /// How far minutes of one way of travelling can be out.
    package struct Band: Hashable, Sendable {
        /// "on foot", "by bus"; nil when there is one band for all.
        package var mode: String?
        /// Half-width as a fraction of the minutes: 0.25 is ±25 per cent.
        package var fraction: Double

        package init(mode: String? = nil, fraction: Double) {
            self.mode = mode
            self.fraction = fraction
        }
    }

    /// "estimated from the straight line"
    package var title: String
    /// Empty when the minutes are not estimates.
    package var errorBands: [Band]
    /// Where the bands come from.
    package var source: String

    package init(title: String, errorBands: [Band], source: String) {
        self.title = title
        self.errorBands = errorBands
        self.source = source
    }
}
