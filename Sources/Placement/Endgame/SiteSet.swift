/// A set of small site numbers, as bits.
struct SiteSet: Hashable {
    private(set) var words: [UInt64]

    init(capacity: Int) {
        words = [UInt64](repeating: 0, count: (capacity + 63) / 64)
    }

    mutating func insert(_ site: Int) {
        words[site / 64] |= 1 << UInt64(site % 64)
    }
}
