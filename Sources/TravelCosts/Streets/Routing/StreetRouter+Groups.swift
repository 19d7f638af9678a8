extension StreetRouter {
    /// Makes ready for so many searches each way where that pays, see ``StreetHierarchy/pays(_:sources:limit:)``. The
    /// answers stay the same.
    func prepared(searches: Int) -> StreetRouter {
        var other = self
        other.back.prepare(searches: searches, limit: profile.limit)
        if !isSymmetric { other.away.prepare(searches: searches, limit: profile.limit) }
        return other
    }

    /// The ways between each of some places and each of many, within the profile's limit; those from one place are what
    /// ``legs(from:to:towards:limit:)`` gives. Searched side by side where this router is prepared for it.
    /// - Parameters:
    ///   - places: where the searching starts.
    ///   - others: nil stays nil.
    ///   - towards: false for ways from the places to the others, true for ways from the others to the places.
    /// - Returns: one list for each of `places`.
    func legs(from places: [StreetSnap], to others: [StreetSnap?], towards: Bool) -> [[StreetLeg?]] {
        guard places.count > 1, let hierarchy = streets(towards: towards).hierarchy else {
            return places.map { legs(from: $0, to: others, towards: towards) }
        }
        return workers.with { worker in
            stride(from: 0, to: places.count, by: StreetSweep.width).flatMap { first in
                let group = places[first..<min(places.count, first + StreetSweep.width)]
                let starts = group.map { ends($0, leaving: !towards) }
                worker.sweep(hierarchy, from: starts, limit: profile.limit)
                return zip(group, starts).enumerated().map { search, start in
                    worker.take(search, hierarchy, from: start.1)
                    return legs(start.0, others, worker, towards: towards, limit: profile.limit)
                }
            }
        }
    }
}
