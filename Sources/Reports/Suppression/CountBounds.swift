/// The least and most people that each group can have in each atom, given published counts and that none is negative.
///
/// Bounds are drawn in equation by equation until nothing moves. That finds less than a linear programme would, but all
/// that a reader finds with pencil and paper.
struct CountBounds: Sendable {
    private var least: [[Int64]]
    private var most: [[Int64]]
    private let position: [Int: Int]

    /// Rounds after which what is found is left as it is.
    private static let mostRounds = 100

    init(on cells: GroupCells, groups: [Int], families: [[Int]], published: [GroupCells.Cell]) {
        position = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
        least = groups.map { _ in [Int64](repeating: 0, count: cells.atomCount) }
        most = groups.map { group in
            let wholes = cells.children.indices.filter { cells.parts.contains(.init(part: group, whole: $0)) }
            return (0..<cells.atomCount).map { atom in
                wholes.map { cells.children[$0][atom] }.min() ?? Int64.max / 4
            }
        }
        var equations: [(variables: [(group: Int, atom: Int)], sum: Int64)] = []
        for family in families {
            for atom in 0..<cells.atomCount {
                let members = family.compactMap { member in position[member].map { ($0, atom) } }
                equations.append((members, family.reduce(0) { $0 + cells.counts[$1][atom] }))
            }
        }
        for cell in published {
            guard let group = position[cell.group] else { continue }
            let atoms = cells.atoms(of: cell.kind)
            let members = atoms.indices.filter { atoms[$0] }.map { (group, $0) }
            equations.append((members, cells.count(cells.counts[cell.group], in: atoms)))
        }
        for _ in 0..<Self.mostRounds {
            var hasMoved = false
            for equation in equations where draw(equation.variables, sum: equation.sum) { hasMoved = true }
            if !hasMoved { break }
        }
    }

    /// Whether a count has one value only.
    func areTight(_ target: Attack.Target) -> Bool {
        target.terms.allSatisfy { term in
            guard let group = position[term.group] else { return false }
            return target.atoms.indices.allSatisfy { !target.atoms[$0] || least[group][$0] == most[group][$0] }
        }
    }

    private mutating func draw(_ variables: [(group: Int, atom: Int)], sum: Int64) -> Bool {
        var lows: Int64 = 0
        var highs: Int64 = 0
        for (group, atom) in variables {
            lows += least[group][atom]
            // Kept below a quarter of what 64 bits hold, where nothing is known yet.
            highs = min(highs + most[group][atom], Int64.max / 4)
        }
        var hasMoved = false
        for (group, atom) in variables {
            let high = min(most[group][atom], sum - (lows - least[group][atom]))
            let isOpen = highs >= Int64.max / 4
            let low = isOpen ? least[group][atom] : max(least[group][atom], sum - (highs - most[group][atom]))
            if high < most[group][atom] || low > least[group][atom] {
                lows += low - least[group][atom]
                if !isOpen { highs -= most[group][atom] - high }
                most[group][atom] = high
                least[group][atom] = low
                hasMoved = true
            }
        }
        return hasMoved
    }
}
