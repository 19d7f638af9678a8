/// Changes from one stop to another, and from bus to bus at the same stop, in whole seconds rounded up.
///
/// Where nothing else is said, a change at one stop takes no time.
package struct Footpaths: Hashable, Sendable {
    /// Where the paths of each stop begin, and the count of all at the end.
    package let first: [UInt32]
    /// Ascending for each stop.
    package let to: [UInt32]
    package let seconds: [Int32]

    /// - Parameters:
    ///   - stopCount: stops are numbered below it.
    ///   - walks: from one stop to another; the shortest of a pair counts.
    ///   - rules: of the timetable: a change that is not possible is left out, one that takes a least time takes no less.
    ///     A rule for a station holds for its stops, unless those have a rule of their own.
    ///   - station: of each stop; empty where there are none.
    package init(
        stopCount: Int, walks: [(from: UInt32, to: UInt32, seconds: Int32)], rules: [TimetableFeed.Transfer] = [],
        station: [UInt32?] = []
    ) {
        var paths: [UInt64: Int32] = [:]
        for stop in 0..<UInt32(stopCount) { paths[Self.key(stop, stop)] = 0 }
        for walk in walks
        where walk.from < stopCount && walk.to < stopCount && (0...ClockTime.latest).contains(walk.seconds) {
            let key = Self.key(walk.from, walk.to)
            paths[key] = min(paths[key] ?? .max, walk.seconds)
        }
        let plain = paths
        for (rule, from, to) in Self.spread(rules, station) {
            let key = Self.key(from, to)
            if !rule.isPossible {
                paths[key] = nil
            } else if let seconds = rule.seconds {
                paths[key] = max(plain[key] ?? 0, seconds)
            } else {
                paths[key] = plain[key]
            }
        }
        self.init(stopCount: stopCount, paths)
    }

    private init(stopCount: Int, _ paths: [UInt64: Int32]) {
        let sorted = paths.sorted { $0.key < $1.key }
        var first = [UInt32](repeating: 0, count: stopCount + 1)
        for path in sorted { first[Int(path.key >> 32) + 1] += 1 }
        for stop in 0..<stopCount { first[stop + 1] += first[stop] }
        self.first = first
        to = sorted.map { UInt32(truncatingIfNeeded: $0.key) }
        seconds = sorted.map(\.value)
    }

    /// Walked the other way.
    package var reversed: Footpaths {
        var paths: [UInt64: Int32] = [:]
        for stop in 0..<(first.count - 1) {
            for path in Int(first[stop])..<Int(first[stop + 1]) {
                paths[Self.key(to[path], UInt32(stop))] = seconds[path]
            }
        }
        return Footpaths(stopCount: first.count - 1, paths)
    }

    private static func key(_ from: UInt32, _ to: UInt32) -> UInt64 { UInt64(from) << 32 | UInt64(to) }

    /// Rules from stop to stop, those of stations first so that a stop's own comes after them.
    private static func spread(
        _ rules: [TimetableFeed.Transfer], _ station: [UInt32?]
    ) -> [(rule: TimetableFeed.Transfer, from: UInt32, to: UInt32)] {
        var members: [UInt32: [UInt32]] = [:]
        for (stop, station) in station.enumerated() {
            if let station { members[station, default: []].append(UInt32(stop)) }
        }
        func stations(_ rule: TimetableFeed.Transfer) -> Int {
            (members[rule.from] == nil ? 0 : 1) + (members[rule.to] == nil ? 0 : 1)
        }
        return [2, 1, 0].flatMap { level in
            rules.filter { stations($0) == level }.flatMap { rule in
                (members[rule.from] ?? [rule.from]).flatMap { from in
                    (members[rule.to] ?? [rule.to]).map { (rule, from, $0) }
                }
            }
        }
    }
}
