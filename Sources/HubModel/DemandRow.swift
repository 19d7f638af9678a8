/// A demand row: an area and the weights of those of its households that one nearest site serves best.
package struct DemandRow: Hashable, Sendable {
    /// Index of the area.
    package var area: UInt32
    /// Weight of the households without a car in this row, and of those with one.
    package var withoutCar: Int64
    package var withCar: Int64

    package init(area: UInt32, withoutCar: Int64, withCar: Int64) {
        self.area = area
        self.withoutCar = withoutCar
        self.withCar = withCar
    }

    package var weight: Int64 { withoutCar + withCar }
}

/// What the numbers of a ``MultiplierStep`` stand for.
package struct MultiplierLayout: Hashable, Sendable {
    /// In the order of the multipliers.
    package var rows: [DemandRow]
    /// Titles of the limits with a multiplier, in the order of the multipliers.
    package var limits: [String]
    /// The f that the multipliers are in units of, which for a reach objective may be the weight beyond the limit alone.
    package var burden: BurdenFunction

    package init(rows: [DemandRow], limits: [String], burden: BurdenFunction) {
        self.rows = rows
        self.limits = limits
        self.burden = burden
    }
}
