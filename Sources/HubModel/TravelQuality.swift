/// Where the minutes come from, said wherever they are shown.
package struct TravelQuality: Hashable, Sendable {
    /// "estimated from the straight line"
    package var title: String
    /// Half-width of the error band as a fraction of the minutes: 0.25 is ±25 per cent.
    package var errorBand: Double
    /// Where the band comes from.
    package var source: String

    package init(title: String, errorBand: Double, source: String) {
        self.title = title
        self.errorBand = errorBand
        self.source = source
    }
}
