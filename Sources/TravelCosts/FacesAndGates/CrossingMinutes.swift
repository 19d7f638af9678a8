internal import HubModel

/// The fewest minutes that passing barriers of the kind that costs minutes takes between two cells of one face, one way.
///
/// Being shortest paths from cell to cell they are symmetric and keep the triangle inequality; a river that bends to and
/// fro under a straight line is passed once or not at all. They are a lower bound: the way with the fewest barriers may
/// lead farther than the straight line whose metres are counted.
struct CrossingMinutes: Sendable {
    private let cellCount: Int
    /// Row of each cell that distances are asked from, in `minutes`; -1 for others. Empty when nothing costs minutes.
    private let rowOf: [Int32]
    private let minutes: [Float]

    /// - Parameters:
    ///   - cellCount: cells are numbered from 0.
    ///   - links: neighbouring cells.
    ///   - sources: cells that one end of a question lies in, in any order.
    ///   - most: minutes that may be held, one for each source and cell.
    /// - Throws: `TravelError` when there are more.
    init(cellCount: Int, links: [FaceMap.Link], sources: Set<UInt32>, most: Int = 500_000_000) throws {
        self.cellCount = cellCount
        guard !links.isEmpty else {
            (rowOf, minutes) = ([], [])
            return
        }
        guard sources.count * cellCount <= most else {
            throw TravelError(
                "The barriers cut the ground into \(cellCount.grouped) pieces, and places lie in \(sources.count.grouped) of them: "
                    + "too many for barriers that can be crossed at the price of some minutes. Leave lesser ones out with "
                    + "`where`, or raise `faces.sliver`.")
        }
        var neighbours = [[(cell: Int, minutes: Double)]](repeating: [], count: cellCount)
        for link in links {
            neighbours[Int(link.a)].append((Int(link.b), link.minutes))
            neighbours[Int(link.b)].append((Int(link.a), link.minutes))
        }
        var rowOf = [Int32](repeating: -1, count: cellCount)
        var minutes: [Float] = []
        for (row, source) in sources.sorted().enumerated() {
            rowOf[Int(source)] = Int32(row)
            minutes += Self.row(from: Int(source), neighbours)
        }
        (self.rowOf, self.minutes) = (rowOf, minutes)
    }

    /// Minutes between a source's cell and another of the same face.
    @inline(__always)
    func callAsFunction(_ source: UInt32, _ cell: UInt32) -> Double {
        rowOf.isEmpty ? 0 : Double(minutes[Int(rowOf[Int(source)]) * cellCount + Int(cell)])
    }

    private static func row(from source: Int, _ neighbours: [[(cell: Int, minutes: Double)]]) -> [Float] {
        var best = [Double](repeating: .infinity, count: neighbours.count)
        var heap = EffortHeap()
        best[source] = 0
        heap.push(0, UInt32(source))
        while let (minutes, cell) = heap.pop() {
            guard minutes <= best[Int(cell)] else { continue }
            for next in neighbours[Int(cell)] where minutes + next.minutes < best[next.cell] {
                best[next.cell] = minutes + next.minutes
                heap.push(best[next.cell], UInt32(next.cell))
            }
        }
        return best.map { Float($0) }
    }
}

/// Numbers waiting by effort, the least first and the lowest number among equals.
struct EffortHeap {
    private var entries: [(effort: Double, number: UInt32)] = []

    mutating func push(_ effort: Double, _ number: UInt32) {
        entries.append((effort, number))
        var place = entries.count - 1
        while place > 0, entries[place] < entries[(place - 1) / 2] {
            entries.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func pop() -> (effort: Double, number: UInt32)? {
        guard let first = entries.first, let last = entries.popLast() else { return nil }
        guard !entries.isEmpty else { return first }
        entries[0] = last
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < entries.count && entries[child] < entries[least] {
                least = child
            }
            if least == place { return first }
            entries.swapAt(place, least)
            place = least
        }
    }
}
