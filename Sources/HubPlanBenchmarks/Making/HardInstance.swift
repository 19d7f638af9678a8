/// Instances whose linear relaxation is far from any plan, so that solvers which lean on it search long.
///
/// Kochetov and Ivanenko, "Computationally difficult instances for the uncapacitated facility location problem",
/// MIC 2003, and their benchmark library at the Sobolev Institute. There every site costs 3,000 to open, so the best
/// plans open as few as can serve everybody; here their number is given instead. A site serves few areas, at a cost
/// of 0 to 4; any other pair costs ``unreachable``.
enum HardInstance: String, CaseIterable {
    /// Every area has exactly so many sites that serve it.
    case gapA = "gap-a"
    /// Every site serves exactly so many areas.
    case gapB = "gap-b"
    /// Both.
    case gapC = "gap-c"
    /// Fields of a chessboard on a torus; a king serves its own field and the eight around it.
    case chessboard

    /// More than any plan whose pairs all serve can differ by.
    static let unreachable: UInt32 = 3_001
    /// Costs of a pair that serves are 0 to 4.
    private static let costs = 5

    /// About as few sites as can serve everybody, in tenths of what a perfect cover would take: found by search on 100
    /// areas with 10 pairs each, where one site fewer leaves somebody unserved or was not found.
    var tenthsOfPerfect: Int {
        switch self {
        case .gapA: 12
        case .gapB: 15
        case .gapC: 14
        case .chessboard: 10
        }
    }

    /// - Parameters:
    ///   - size: areas, and as many sites; for a chessboard its side, a multiple of 3.
    ///   - pairs: that serve, in a row or column; not used for a chessboard, which has 9.
    func make(size: Int, pairs: Int, count: Int, seed: UInt64) -> MadeInstance {
        var numbers = SeededNumbers(seed: seed)
        let areas = self == .chessboard ? size * size : size
        var cost = [UInt32](repeating: Self.unreachable, count: areas * areas)
        for (area, site) in serving(size: size, pairs: pairs, &numbers) {
            cost[area * areas + site] = UInt32(numbers.below(Self.costs))
        }
        return MadeInstance(
            name: "\(rawValue.replacing("-", with: "_"))_\(areas)_\(seed)",
            source: "made by hubplan-bench after Kochetov and Ivanenko (2003): \(rawValue), seed \(seed)",
            count: count, weights: [Int](repeating: 1, count: areas), travel: .matrix(cost, siteCount: areas))
    }

    private func serving(size: Int, pairs: Int, _ numbers: inout SeededNumbers) -> [(area: Int, site: Int)] {
        switch self {
        case .gapA:
            return (0..<size).flatMap { area in numbers.shuffled(size).prefix(pairs).map { (area, $0) } }
        case .gapB:
            return (0..<size).flatMap { site in numbers.shuffled(size).prefix(pairs).map { ($0, site) } }
        case .gapC: return Self.regular(size, pairs, &numbers)
        case .chessboard:
            return (0..<size * size).flatMap { area in
                (0..<9).map { step in
                    let row = (area / size + step / 3 + size - 1) % size
                    let column = (area % size + step % 3 + size - 1) % size
                    return (area, row * size + column)
                }
            }
        }
    }

    /// A random matrix with the same number of pairs in every row and column: a band round the torus, in which two
    /// pairs (a, s), (b, t) change partners to (a, t), (b, s) many times over, wherever that makes no pair twice.
    private static func regular(
        _ size: Int, _ pairs: Int, _ numbers: inout SeededNumbers
    ) -> [(area: Int, site: Int)] {
        var serves = [Bool](repeating: false, count: size * size)
        var edges: [(area: Int, site: Int)] = []
        for area in 0..<size {
            for step in 0..<pairs {
                edges.append((area, (area + step) % size))
                serves[area * size + (area + step) % size] = true
            }
        }
        for _ in 0..<20 * edges.count {
            let (first, second) = (numbers.below(edges.count), numbers.below(edges.count))
            let (a, s) = edges[first]
            let (b, t) = edges[second]
            guard !serves[a * size + t], !serves[b * size + s] else { continue }
            (serves[a * size + s], serves[b * size + t]) = (false, false)
            (serves[a * size + t], serves[b * size + s]) = (true, true)
            (edges[first].site, edges[second].site) = (t, s)
        }
        return edges.sorted { ($0.area, $0.site) < ($1.area, $1.site) }
    }
}
