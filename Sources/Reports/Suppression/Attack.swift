/// What somebody can work out from the counts that are published, knowing which areas each of them sums over.
struct Attack: Sendable {
    /// A count that must not be worked out: some groups with their signs, over one set of atoms.
    struct Target: Sendable {
        var terms: [(group: Int, sign: Int)]
        var atoms: [Bool]
    }

    private let cells: GroupCells
    private let groups: [Int]
    /// Families of which the groups are all members; the total of each is taken to be known, atom by atom.
    private let families: [[Int]]
    private let frame: SetFrame
    private let span: LinearSpan
    private let bounds: CountBounds

    /// - Parameters:
    ///   - groups: that hang together by families or as parts of each other.
    ///   - published: the cells that tables show.
    init(on cells: GroupCells, groups: [Int], families: [[Int]], frame: SetFrame, published: [GroupCells.Cell]) {
        self.cells = cells
        self.groups = groups
        self.families = families
        self.frame = frame
        var span = LinearSpan()
        for family in families {
            for base in 0..<frame.dimension {
                span.insert(
                    Self.vector(family.map { ($0, 1) }, frame.unit(base), groups: groups, dimension: frame.dimension))
            }
        }
        for cell in published {
            guard let coordinates = frame.coordinates(of: cells.atoms(of: cell.kind)) else { continue }
            span.insert(Self.vector([(cell.group, 1)], coordinates, groups: groups, dimension: frame.dimension))
        }
        self.span = span
        bounds = CountBounds(on: cells, groups: groups, families: families, published: published)
    }

    /// Whether the published counts leave one value only, by adding and subtracting or since no count is negative.
    func tells(_ target: Target) -> Bool {
        if let coordinates = frame.coordinates(of: target.atoms),
            span.contains(Self.vector(target.terms, coordinates, groups: groups, dimension: frame.dimension))
        {
            return true
        }
        return bounds.areTight(target)
    }

    private static func vector(
        _ terms: [(group: Int, sign: Int)], _ coordinates: [UInt64], groups: [Int], dimension: Int
    ) -> [UInt64] {
        var vector = [UInt64](repeating: 0, count: groups.count * dimension)
        for (group, sign) in terms {
            guard let position = groups.firstIndex(of: group) else { continue }
            for (base, value) in coordinates.enumerated() {
                let signed = sign > 0 || value == 0 ? value : LinearSpan.prime - value
                vector[position * dimension + base] = signed
            }
        }
        return vector
    }
}

/// The sets of atoms that tables sum over, and which other sets are sums and differences of them.
struct SetFrame: Sendable {
    /// Rows over atoms followed by the coordinates that they stand for.
    private var rows: [(pivot: Int, values: [UInt64])] = []
    private let atomCount: Int
    private(set) var dimension = 0
    private let most: Int

    init(_ cells: GroupCells) {
        atomCount = cells.atomCount
        let kinds = [GroupCells.Kind.all] + cells.looks.indices.flatMap { [.reached(look: $0), .outOfReach(look: $0)] }
        most = kinds.count
        for kind in kinds { insert(cells.atoms(of: kind)) }
    }

    /// The coordinates of one of the sets that the frame is made of.
    func unit(_ base: Int) -> [UInt64] {
        (0..<dimension).map { $0 == base ? 1 : 0 }
    }

    /// How a set is put together from those of the frame; nil when it cannot be, so that no sum of cells gives it.
    func coordinates(of set: [Bool]) -> [UInt64]? {
        let rest = reduced(set.map { $0 ? 1 : 0 } + [UInt64](repeating: 0, count: most))
        guard rest[..<atomCount].allSatisfy({ $0 == 0 }) else { return nil }
        // The row says 0 = set + Σ coordinates of what was taken away, so its other half has the opposite sign.
        return rest[atomCount...].prefix(dimension).map { $0 == 0 ? 0 : LinearSpan.prime - $0 }
    }

    private mutating func insert(_ set: [Bool]) {
        var row = set.map { $0 ? 1 : 0 as UInt64 } + [UInt64](repeating: 0, count: most)
        row[atomCount + dimension] = 1
        row = reduced(row)
        guard let pivot = row[..<atomCount].firstIndex(where: { $0 != 0 }) else { return }
        let inverse = LinearSpan.inverse(of: row[pivot])
        rows.append((pivot, row.map { $0 * inverse % LinearSpan.prime }))
        dimension += 1
    }

    private func reduced(_ vector: [UInt64]) -> [UInt64] {
        var rest = vector
        for row in rows where rest[row.pivot] != 0 {
            let factor = LinearSpan.prime - rest[row.pivot]
            for column in rest.indices where row.values[column] != 0 {
                rest[column] = (rest[column] + factor * row.values[column]) % LinearSpan.prime
            }
        }
        return rest
    }
}
