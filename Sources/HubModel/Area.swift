/// Rural or urban, as far as waiting for a bus and walking to its stop are concerned.
package enum Settlement: String, Sendable, CaseIterable {
    case urban, rural
}

/// A small census area with its population-weighted point.
package struct Area: Sendable {
    /// Text whatever it looks like: `E01000001`.
    package var code: String
    package var name: String
    /// Population-weighted centroid in the study's coordinate system.
    package var point: Point
    package var settlement: Settlement

    package init(code: String, name: String, point: Point, settlement: Settlement) {
        self.code = code
        self.name = name
        self.point = point
        self.settlement = settlement
    }
}

/// What kind of household a child lives in, for the way it can travel.
package enum Household: Int, Sendable, CaseIterable {
    case withoutCar = 0
    case withCar = 1

    /// For people: "households without a car".
    package var title: String {
        switch self {
        case .withoutCar: "households without a car"
        case .withCar: "households with a car"
        }
    }
}

/// The children of one area in one kind of household. An area has one demand point for each kind,
/// so that no cost is ever applied to a mixture of the two.
package struct DemandPoint: Hashable, Sendable {
    /// Index into `Region.areas`.
    package var area: UInt32
    package var household: Household
    /// Whole children. Rounded by carrying the remainder along, so that totals are kept.
    package var children: Int64
    /// The objective's weight, a whole number; equal to `children` unless the study weights by need.
    package var weight: Int64

    package init(area: UInt32, household: Household, children: Int64, weight: Int64) {
        self.area = area
        self.household = household
        self.children = children
        self.weight = weight
    }
}
