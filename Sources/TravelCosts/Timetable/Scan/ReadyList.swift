/// Being at a stop, ready to board, after some number of rides.
struct Ready {
    var time: Int32
    /// Walked since the last bus, or from the start.
    var walk: Int32
    /// The ride before; below 0 where there is none.
    var ride: Int32
    /// Burden so far, less what waiting since the start would have been: the least of those there is the least later too.
    var key: Int64
}

/// Those ready at one stop of whom none is both later and more burdened than another: times ascend, keys descend.
struct ReadyList {
    private var all: [Ready] = []
    /// Those before it are no longer asked for.
    private var first = 0

    var isEmpty: Bool { all.isEmpty }

    /// The one of least burden who is there by a time; asked for in ascending order of time.
    mutating func best(by time: Int64) -> Ready? {
        guard first < all.count, Int64(all[first].time) <= time else { return nil }
        while first + 1 < all.count, Int64(all[first + 1].time) <= time { first += 1 }
        return all[first]
    }

    /// Whether one who is there no later has no more burden.
    func beats(_ other: Ready) -> Bool {
        var place = all.count - 1
        while place >= first {
            if all[place].time <= other.time { return all[place].key <= other.key }
            place -= 1
        }
        return false
    }

    /// Adds one unless another beats it.
    /// - Returns: whether it was added.
    @discardableResult
    mutating func insert(_ other: Ready) -> Bool {
        if beats(other) { return false }
        var place = all.count
        while place > first, all[place - 1].time > other.time { place -= 1 }
        // One who is there at the same time stands just before, with more burden.
        let low = place > first && all[place - 1].time == other.time ? place - 1 : place
        var high = place
        while high < all.count, all[high].key >= other.key { high += 1 }
        all.replaceSubrange(low..<high, with: CollectionOfOne(other))
        return true
    }
}
