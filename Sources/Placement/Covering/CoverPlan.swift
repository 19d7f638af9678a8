/// A plan over cover sets, for interchange: how many sites of each set are open, and what each site would gain or lose.
///
/// A swap costs as much as the two sites' sets, whatever the size of the country, and every sum is whole.
struct CoverPlan: Sendable {
    /// The sets of each site: places where they start, one more entry than sites, and the sets.
    struct Columns: Sendable {
        private(set) var offsets: [Int]
        private(set) var sets: [Int32]

        init(_ cover: CoverSets) {
            var offsets = [Int](repeating: 0, count: cover.sites.count + 1)
            for member in cover.members { offsets[Int(member) + 1] += 1 }
            for place in cover.sites.indices { offsets[place + 1] += offsets[place] }
            var next = offsets
            var sets = [Int32](repeating: 0, count: cover.members.count)
            for set in 0..<cover.count {
                for member in cover.members[cover.range(set)] {
                    sets[next[Int(member)]] = Int32(set)
                    next[Int(member)] += 1
                }
            }
            (self.offsets, self.sets) = (offsets, sets)
        }

        func range(_ place: Int) -> Range<Int> { offsets[place]..<offsets[place + 1] }
    }

    let cover: CoverSets
    let columns: Columns
    /// Places of the open sites in `cover.sites`, in no particular order.
    private(set) var open: [Int32]
    /// Place in `open`, −1 when closed; by place of the site.
    private(set) var slot: [Int32]
    /// Open members of each set, and the sum of their places: of one open member, its place.
    private(set) var counts: [Int32]
    private(set) var sums: [Int32]
    /// What closing each open site adds, by its place in `open`.
    private(set) var losses: [Int64]
    private(set) var objective: Int64

    /// - Parameter open: places in `cover.sites`.
    init(_ cover: CoverSets, _ columns: Columns, open: [Int32]) {
        self.cover = cover
        self.columns = columns
        self.open = open
        slot = [Int32](repeating: -1, count: cover.sites.count)
        counts = [Int32](repeating: 0, count: cover.count)
        sums = counts
        losses = [Int64](repeating: 0, count: open.count)
        objective = cover.constant + cover.cost.reduce(0, +)
        for (place, site) in open.enumerated() {
            slot[Int(site)] = Int32(place)
            add(site)
        }
    }

    /// Closes the site at a place in `open` and opens another.
    mutating func swap(at place: Int, for entering: Int32) {
        let leaving = open[place]
        for k in columns.range(Int(leaving)) {
            let set = Int(columns.sets[k])
            counts[set] -= 1
            sums[set] -= leaving
            if counts[set] == 0 { objective += cover.cost[set] }
            if counts[set] == 1 { losses[Int(slot[Int(sums[set])])] += cover.cost[set] }
        }
        slot[Int(leaving)] = -1
        open[place] = entering
        slot[Int(entering)] = Int32(place)
        losses[place] = 0
        add(entering)
    }

    private mutating func add(_ site: Int32) {
        for k in columns.range(Int(site)) {
            let set = Int(columns.sets[k])
            if counts[set] == 0 {
                objective -= cover.cost[set]
                losses[Int(slot[Int(site)])] += cover.cost[set]
            } else if counts[set] == 1 {
                losses[Int(slot[Int(sums[set])])] -= cover.cost[set]
            }
            counts[set] += 1
            sums[set] += site
        }
    }

    /// Walks a closed site's sets: what opening it saves, and in `returned` how much less closing each open site then
    /// costs, by its place in `open`. Tuned: most of a search's time goes here.
    func gain(of site: Int, returned: inout [Int64]) -> Int64 {
        for place in returned.indices { returned[place] = 0 }
        var gain: Int64 = 0
        for k in columns.range(site) {
            let set = Int(columns.sets[k])
            if counts[set] == 0 {
                gain += cover.cost[set]
            } else if counts[set] == 1 {
                returned[Int(slot[Int(sums[set])])] += cover.cost[set]
            }
        }
        return gain
    }
}
