/// A ring of buckets, each a chain of nodes: a queue for costs that never lie further apart than the ring is long.
///
/// A node may stand in it more than once; whoever takes it out says whether it still counts. Raw memory, because this is
/// the inside of the hottest loop. Belongs to one thread.
final class BucketRing {
    private struct Entry {
        var node: UInt32
        /// The next entry of the same bucket, or of the free chain.
        var next: UInt32
    }

    private static let none = UInt32.max

    /// Nodes in the ring, repeats counted.
    private(set) var pending = 0
    private var buckets: UnsafeMutablePointer<UInt32>
    private var mask: UInt32
    private var entries: UnsafeMutablePointer<Entry>
    private var capacity: UInt32 = 1024
    /// Entries that were ever in use.
    private var used: UInt32 = 0
    private var free = none

    init() {
        buckets = .allocate(capacity: 64)
        buckets.initialize(repeating: Self.none, count: 64)
        mask = 63
        entries = .allocate(capacity: Int(capacity))
    }

    deinit {
        buckets.deallocate()
        entries.deallocate()
    }

    /// Makes room for so many buckets side by side. Only while the ring is empty.
    func widen(to count: Int) {
        guard count > Int(mask) + 1 else { return }
        var size = Int(mask) + 1
        while size < count { size *= 2 }
        buckets.deallocate()
        buckets = .allocate(capacity: size)
        buckets.initialize(repeating: Self.none, count: size)
        mask = UInt32(size - 1)
    }

    @inline(__always)
    func push(_ node: UInt32, _ bucket: UInt32) {
        let slot = Int(bucket & mask)
        var entry = free
        if entry != Self.none {
            free = entries[Int(entry)].next
        } else {
            if used == capacity { grow() }
            entry = used
            used &+= 1
        }
        entries[Int(entry)] = Entry(node: node, next: buckets[slot])
        buckets[slot] = entry
        pending &+= 1
    }

    /// A node of the bucket; nil when there is none.
    @inline(__always)
    func pop(_ bucket: UInt32) -> UInt32? {
        let slot = Int(bucket & mask)
        let entry = buckets[slot]
        guard entry != Self.none else { return nil }
        let taken = entries[Int(entry)]
        buckets[slot] = taken.next
        entries[Int(entry)].next = free
        free = entry
        pending &-= 1
        return taken.node
    }

    func clear() {
        buckets.update(repeating: Self.none, count: Int(mask) + 1)
        (pending, used, free) = (0, 0, Self.none)
    }

    @inline(never)
    private func grow() {
        let larger = UnsafeMutablePointer<Entry>.allocate(capacity: Int(capacity) * 2)
        larger.moveInitialize(from: entries, count: Int(used))
        entries.deallocate()
        entries = larger
        capacity *= 2
    }
}
