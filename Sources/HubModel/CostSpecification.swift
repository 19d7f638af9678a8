/// A travel table told in full, so that anybody can work out every whole-number cost without the code that made it.
package enum CostSpecification: Hashable, Sendable {
    /// Tenths of a minute, areas × sites, row by row; nil for households with a car when they need the same.
    case matrix(withoutCar: [TenthMinutes], withCar: [TenthMinutes]?)
    case distances(DistanceCosts)
    case metric(MetricCosts)
    case sparse(SparseCosts)
}

/// Minutes that are a function of the squared straight line alone, one function for each class of area and household.
package struct DistanceCosts: Hashable, Sendable {
    package var areas: [Point]
    package var sites: [Point]
    /// Class of each area, an index into `classes`.
    package var classOf: [UInt8]
    package var classes: [Thresholds]

    /// Entry m is the largest squared distance, in square metres, that costs at most m tenths; below 0 where none does.
    ///
    /// The minutes of a pair are the first m whose entry is at least dx·dx + dy·dy, and the number of entries where none
    /// is. Differences, products and their sum are rounded to double precision one by one (no fused multiply-add).
    package struct Thresholds: Hashable, Sendable {
        package var withoutCar: [Double]
        package var withCar: [Double]

        package init(withoutCar: [Double], withCar: [Double]) {
            self.withoutCar = withoutCar
            self.withCar = withCar
        }
    }

    package init(areas: [Point], sites: [Point], classOf: [UInt8], classes: [Thresholds]) {
        self.areas = areas
        self.sites = sites
        self.classOf = classOf
        self.classes = classes
    }
}

/// Straight lines in whole units, for benchmark instances; both kinds of household need the same.
package struct MetricCosts: Hashable, Sendable {
    package enum Rounding: String, Codable, Hashable, Sendable {
        /// ⌊√(dx² + dy²)⌋
        case down
        /// ⌊√(dx² + dy²) + ½⌋
        case nearest
    }

    package var areas: [Point]
    package var sites: [Point]
    package var rounding: Rounding

    package init(areas: [Point], sites: [Point], rounding: Rounding) {
        self.areas = areas
        self.sites = sites
        self.rounding = rounding
    }
}
