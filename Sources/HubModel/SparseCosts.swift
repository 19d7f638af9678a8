/// Minutes of the pairs that can be travelled, area by area; every other pair costs `longest`.
package struct SparseCosts: Hashable, Sendable {
    /// Tenths of a minute that a pair which is not listed costs either kind of household; none listed costs more.
    package var longest: TenthMinutes
    /// Pairs listed for each area.
    package var counts: [UInt32]
    /// Site numbers, area by area, ascending within one.
    package var sites: [UInt32]
    /// Tenths of a minute, one for each of `sites`.
    package var withoutCar: [UInt16]
    /// The same for households with a car; nil when they need the same.
    package var withCar: [UInt16]?

    package init(
        longest: TenthMinutes, counts: [UInt32], sites: [UInt32], withoutCar: [UInt16], withCar: [UInt16]?
    ) {
        self.longest = longest
        self.counts = counts
        self.sites = sites
        self.withoutCar = withoutCar
        self.withCar = withCar
    }

    /// Where each area's pairs start; one more entry than areas.
    package var starts: [Int] { counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int($1)) } }
}
