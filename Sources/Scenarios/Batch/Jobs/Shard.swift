/// One part of a batch that is divided among machines: every n-th job.
package struct Shard: Hashable, Sendable {
    /// From 1 to `count`.
    package let number: Int
    package let count: Int

    /// "3/8"; nil when it is no such thing.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1], count > 0, (1...count).contains(number)
        else { return nil }
        self.number = number
        self.count = count
    }

    /// Its own part of a list; the parts of all shards make up the whole, each item once.
    package func part<Item>(of items: [Item]) -> [Item] {
        items.enumerated().filter { $0.offset % count == number - 1 }.map(\.element)
    }
}
