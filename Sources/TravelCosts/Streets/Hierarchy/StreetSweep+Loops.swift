extension StreetSweep {
    /// Below this many nodes it is not worth while to find out whether all of them are out of reach.
    private static let smallestSkip = 64

    /// Brings those above a place the costs of ways that leave it.
    @inline(__always)
    static func climb(
        _ place: Int, _ links: StreetLinks, _ costs: UnsafeMutableBufferPointer<Costs>, limit: Costs
    ) {
        let here = costs[place]
        guard any(here .<= limit) else { return }
        var link = Int(links.first[place])
        let end = Int(links.first[place + 1])
        while link < end {
            let sum = here &+ Int32(bitPattern: links.up[link])
            let head = Int(links.above[link])
            costs[head] = costs[head].replacing(with: sum, where: sum .< costs[head])
            link &+= 1
        }
    }

    /// Brings every place the least cost by way of those above it, from the top down.
    ///
    /// What lies below a place is entered from it or from those above it that it is linked with. Where none of these is
    /// within the limit and no search starts below, all of it is passed over.
    /// - Parameters:
    ///   - count: places.
    ///   - links: of the hierarchy.
    ///   - costs: one a place, in which those above seeds hold what was climbed to; all others count as 0.
    ///   - isAboveSeed: one a place.
    ///   - limit: the largest cost that counts, as costs are kept, once a search.
    ///   - swept: takes the places that were gone through, rising; the costs of all others are left as they were.
    /// - Returns: the places within the limit, for each search.
    static func sweep(
        _ count: Int, _ links: StreetLinks, _ costs: UnsafeMutableBufferPointer<Costs>,
        _ isAboveSeed: UnsafeMutableBufferPointer<Bool>, limit: Costs, swept: inout [Range<Int>]
    ) -> Costs {
        var (reached, place, start) = (Costs.zero, 0, 0)
        while place < count {
            let (first, end) = (Int(links.first[place]), Int(links.first[place + 1]))
            var least = isAboveSeed[place] ? costs[place] : .zero
            var link = first
            while link < end {
                let sum = costs[Int(links.above[link])] &+ Int32(bitPattern: links.down[link])
                least = least.replacing(with: sum, where: sum .< least)
                link &+= 1
            }
            costs[place] = least
            let isWithin = least .<= limit
            reached = reached &- Costs.zero.replacing(with: Costs(repeating: -1), where: isWithin)
            let next = Int(links.ends[place])
            place &+= 1
            if next &- place >= smallestSkip, !any(isWithin), !isAboveSeed[place &- 1],
                !(first..<end).contains(where: { any(costs[Int(links.above[$0])] .<= limit) })
            {
                swept.append(start..<place)
                (place, start) = (next, next)
            }
        }
        swept.append(start..<place)
        return reached
    }
}
