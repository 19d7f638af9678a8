/// Demand points that are sites too, at random in a square of 100 km, with a share rule that binds: the share of sites
/// that are disadvantaged is far below the half that a plan must hold.
enum ScatteredInstance {
    enum Kind: String, CaseIterable {
        case uniform
        /// In towns of 25 on average, bell-shaped and about 3 km wide.
        case clustered
    }

    /// Side of the square, in tenths of a metre.
    private static let side = 1_000_000
    /// Points for each town.
    private static let townSize = 25
    /// Half the width of each of the four even draws whose sum is a place in a town, in tenths of a metre: the sum's
    /// standard deviation is 2/√3 of it, 3 km.
    private static let spread = 25_981

    /// - Parameters:
    ///   - points: demand points, each a site; at least 1.
    ///   - count: sites to open; 5 % of the points when nil.
    ///   - percentDisadvantaged: of the sites, rounded down, and never fewer than the rule asks for.
    static func make(
        points: Int, kind: Kind, seed: UInt64, count: Int? = nil, percentDisadvantaged: Int = 6
    ) -> MadeInstance {
        var numbers = SeededNumbers(seed: seed)
        let places: [MadeInstance.TenthMetres]
        switch kind {
        case .uniform: places = (0..<points).map { _ in anywhere(&numbers) }
        case .clustered:
            let towns = (0..<max(1, points / townSize)).map { _ in anywhere(&numbers) }
            places = (0..<points).map { _ in
                let town = towns[numbers.below(towns.count)]
                return MadeInstance.TenthMetres(x: near(town.x, &numbers), y: near(town.y, &numbers))
            }
        }
        let weights = (0..<points).map { _ in 100 + numbers.below(401) }
        let count = count ?? max(1, points / 20)
        let flagged = max(points * percentDisadvantaged / 100, (count + 1) / 2)
        var isDisadvantaged = [Bool](repeating: false, count: points)
        for site in numbers.shuffled(points).prefix(flagged) { isDisadvantaged[site] = true }
        return MadeInstance(
            name: "\(kind.rawValue)_\(points)_\(seed)",
            source: """
                made by hubplan-bench: \(points) \(kind.rawValue) points in a square of 100 km, weights 100 to 500, \
                \(flagged) disadvantaged, seed \(seed)
                """,
            count: count, weights: weights, travel: .points(areas: places, sites: places),
            isDisadvantaged: isDisadvantaged)
    }

    private static func anywhere(_ numbers: inout SeededNumbers) -> MadeInstance.TenthMetres {
        MadeInstance.TenthMetres(x: numbers.below(side + 1), y: numbers.below(side + 1))
    }

    /// Four even draws make a bell in whole numbers, the same on every machine.
    private static func near(_ centre: Int, _ numbers: inout SeededNumbers) -> Int {
        let offset = (0..<4).reduce(0) { sum, _ in sum + numbers.below(2 * spread + 1) - spread }
        return min(max(centre + offset, 0), side)
    }
}
