/// Totals that the publishers state, for comparison with what was read.
enum PublishedTotals {
    /// LSOAs of 2021 in England (Office for National Statistics, Census 2021 geographies).
    static let areas = 33_755
    /// LSOAs of 2011 in England.
    static let areas2011 = 32_844
    /// Local authority districts of England in 2024: unitary authorities, boroughs and districts.
    static let districts = 296
    static let regions = 9
    /// The left-behind wards of 2020 (Local Trust and OCSI).
    static let leftBehindWards = 225
    /// Usual residents of England on 21 March 2021 (unrounded estimates of 2 November 2022). Tables of small areas
    /// have their cells changed a little against disclosure, so their sums differ by some ten in a million.
    static let residents = 56_490_048
    /// Households of England on the same day: 24,783,199 in England and Wales less 1,347,114 in Wales.
    static let households = 23_436_085
    /// Residents of England in the middle of 2020.
    static let residents2020 = 56_550_138
}
