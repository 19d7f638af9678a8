package import HubModel

/// Instances that defeat solvers which lean on a tight linear relaxation, by their published construction, with the number
/// of open sites fixed (Kochetov and Ivanenko, "Computationally difficult instances for the uncapacitated facility
/// location problem", in Metaheuristics: Progress as Real Problem Solvers, 2005; the Sobolev Institute's library of
/// discrete location problems has those of class Gap and Chess Board as p-median instances too).
///
/// A pair that is in reach costs 0 to 4, drawn evenly; every other costs `far`. Each area has the weight 1.
package enum HardInstance {
    package enum Gap: CaseIterable, Sendable {
        /// Class A: each area has `reach` sites in reach.
        case a
        /// Class B: each site has `reach` areas in reach.
        case b
        /// Class C: both.
        case c
    }

    /// The cost of a pair out of reach.
    package static let far: TenthMinutes = 3000

    package static func gap(
        _ kind: Gap, size: Int, reach: Int, count: Int, seed: UInt64
    ) -> ServiceProblem {
        var numbers = SeededNumbers(seed)
        let all = Array(0..<size)
        var pairs = [Bool](repeating: false, count: size * size)
        switch kind {
        case .a:
            for area in all {
                for site in all.shuffled(using: &numbers).prefix(reach) { pairs[area * size + site] = true }
            }
        case .b:
            for site in all {
                for area in all.shuffled(using: &numbers).prefix(reach) { pairs[area * size + site] = true }
            }
        case .c:
            // Every shift of a random pairing pairs each area once and each site once.
            let (areas, sites) = (all.shuffled(using: &numbers), all.shuffled(using: &numbers))
            let shifts = all.shuffled(using: &numbers).prefix(reach)
            for shift in shifts {
                for place in all { pairs[areas[place] * size + sites[(place + shift) % size]] = true }
            }
        }
        return service("gap \(kind)", size: size, pairs: pairs, count: count, numbers: &numbers)
    }

    /// A board of 3k × 3k fields glued to a torus: a site serves its own field and the eight around it, as a chess king
    /// moves; k² kings cover the board in more ways than k has digits to write them.
    package static func chessBoard(_ k: Int, seed: UInt64) -> ServiceProblem {
        var numbers = SeededNumbers(seed)
        let side = 3 * k
        var pairs = [Bool](repeating: false, count: side * side * side * side)
        for field in 0..<side * side {
            for (down, right) in [-1, 0, 1].flatMap({ down in [-1, 0, 1].map { (down, $0) } }) {
                let row = (field / side + down + side) % side
                let column = (field % side + right + side) % side
                pairs[field * side * side + row * side + column] = true
            }
        }
        return service("chess board", size: side * side, pairs: pairs, count: k * k, numbers: &numbers)
    }

    /// The points and lines of the projective plane over the whole numbers modulo a prime: a site serves the prime + 1 points on
    /// its line. Optimal plans are the lines through one point.
    package static func projectivePlane(_ prime: Int, seed: UInt64) -> ServiceProblem {
        var numbers = SeededNumbers(seed)
        // One vector a point, its first entry that is not 0 being 1; the same vectors stand for the lines.
        let vectors =
            [(0, 0, 1)] + (0..<prime).map { (0, 1, $0) }
            + (0..<prime).flatMap { a in (0..<prime).map { (1, a, $0) } }
        let pairs = vectors.flatMap { point in
            vectors.map { (point.0 * $0.0 + point.1 * $0.1 + point.2 * $0.2) % prime == 0 }
        }
        return service("plane", size: vectors.count, pairs: pairs, count: prime + 1, numbers: &numbers)
    }

    /// Costs drawn evenly and on their own: no triangle inequality, nothing near anything (Körkel 1989; Ghosh 2003).
    package static func uniform(
        areas: Int, sites: Int, count: Int, costs: ClosedRange<TenthMinutes>, seed: UInt64
    ) -> ServiceProblem {
        var numbers = SeededNumbers(seed)
        let table = (0..<areas * sites).map { _ in TenthMinutes.random(in: costs, using: &numbers) }
        return service("uniform", areas: areas, sites: sites, costs: table, count: count)
    }

    private static func service(
        _ id: String, size: Int, pairs: [Bool], count: Int, numbers: inout SeededNumbers
    ) -> ServiceProblem {
        let costs = pairs.map { $0 ? TenthMinutes.random(in: 0...4, using: &numbers) : far }
        return service(id, areas: size, sites: size, costs: costs, count: count)
    }

    private static func service(
        _ id: String, areas: Int, sites: Int, costs: [TenthMinutes], count: Int
    ) -> ServiceProblem {
        ServiceProblem(
            id: id, siteIndices: Array(0..<UInt32(sites)), siteNames: (0..<sites).map { "site \($0)" },
            travel: TravelMatrix(areaCount: areas, siteCount: sites, withoutCar: costs),
            weights: (0..<2 * areas).map { $0 % 2 == 0 ? 1 : 0 }, burden: .mean, count: count)
    }
}
