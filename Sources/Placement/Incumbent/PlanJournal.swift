/// What a plan's rows were before they were first changed, so that a few swaps can be undone without a copy of the plan.
struct PlanJournal: Sendable {
    struct Entry: Sendable {
        var row: UInt32
        var nearest: Double
        var second: Double
        var nearestSite: UInt32
        var secondSite: UInt32
    }

    private(set) var entries: [Entry] = []
    private(set) var open: [UInt32] = []
    private(set) var limitCounts: [Int] = []
    private(set) var objective: Int64 = 0
    private(set) var losses: [Double] = []
    private var isOn = false
    /// The mark at which each row was last saved.
    private var savedAt: [UInt32] = []
    private var mark: UInt32 = 0

    mutating func begin(rows: Int, open: [UInt32], limitCounts: [Int], objective: Int64, losses: [Double]) {
        if savedAt.count != rows || mark == .max {
            savedAt = [UInt32](repeating: 0, count: rows)
            mark = 0
        }
        mark += 1
        isOn = true
        entries.removeAll(keepingCapacity: true)
        (self.open, self.limitCounts, self.objective, self.losses) = (open, limitCounts, objective, losses)
    }

    mutating func end() {
        isOn = false
        entries.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    mutating func save(_ row: Int, nearest: Double, second: Double, nearestSite: UInt32, secondSite: UInt32) {
        guard isOn, savedAt[row] != mark else { return }
        savedAt[row] = mark
        entries.append(
            Entry(
                row: UInt32(row), nearest: nearest, second: second, nearestSite: nearestSite, secondSite: secondSite))
    }
}
