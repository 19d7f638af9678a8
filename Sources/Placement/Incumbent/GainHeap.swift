/// Places by gain, the largest first and of equal ones the lower place: a binary heap.
struct GainHeap {
    private var entries: [(gain: Double, place: Int)]

    /// - Parameter gain: of each place below `count`; nil leaves it out.
    init(count: Int, gain: (Int) -> Double?) {
        entries = (0..<count).compactMap { place in gain(place).map { ($0, place) } }
        for at in stride(from: entries.count / 2 - 1, through: 0, by: -1) { sink(at) }
    }

    var first: Int? { entries.first?.place }

    mutating func removeFirst() {
        entries.swapAt(0, entries.count - 1)
        entries.removeLast()
        if !entries.isEmpty { sink(0) }
    }

    /// - Precondition: there is a first place, and its gain is no less.
    mutating func lowerFirst(to gain: Double) {
        entries[0].gain = gain
        sink(0)
    }

    private func comesBefore(_ a: Int, _ b: Int) -> Bool {
        entries[a].gain != entries[b].gain
            ? entries[a].gain > entries[b].gain : entries[a].place < entries[b].place
    }

    private mutating func sink(_ start: Int) {
        var at = start
        while true {
            var next = at
            for child in [2 * at + 1, 2 * at + 2] where child < entries.count && comesBefore(child, next) {
                next = child
            }
            if next == at { return }
            entries.swapAt(at, next)
            at = next
        }
    }
}
