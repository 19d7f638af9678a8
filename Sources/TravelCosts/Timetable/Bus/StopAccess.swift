package import HubModel

/// Walks between places and the stops near them: sparse, in whole seconds rounded up.
package struct StopAccess: Sendable {
    /// Where the walks of each place begin, and the count of all at the end.
    let first: [Int]
    /// By stop, ascending, for each place.
    let walks: [StopWalk]

    package var count: Int { first.count - 1 }

    /// The walks of one place.
    package subscript(place: Int) -> ArraySlice<StopWalk> { walks[first[place]..<first[place + 1]] }

    /// - Parameters:
    ///   - count: places are numbered below it; walks of others are left out.
    ///   - walks: in any order; the shortest of a pair counts. Those longer than ten days are left out.
    package init(count: Int, walks: [(place: Int, stop: UInt32, seconds: Int32)]) {
        let sorted = walks.filter { (0..<count).contains($0.place) && (0...ClockTime.latest).contains($0.seconds) }
            .sorted { ($0.place, $0.stop, $0.seconds) < ($1.place, $1.stop, $1.seconds) }
        var first = [Int](repeating: 0, count: count + 1)
        var kept: [StopWalk] = []
        var place = 0
        for (number, walk) in sorted.enumerated() {
            if number > 0, sorted[number - 1].place == walk.place, sorted[number - 1].stop == walk.stop { continue }
            while place < walk.place {
                place += 1
                first[place] = kept.count
            }
            kept.append(StopWalk(stop: walk.stop, seconds: walk.seconds))
        }
        while place < count {
            place += 1
            first[place] = kept.count
        }
        self.first = first
        self.walks = kept
    }
}

extension StopAccess {
    /// Walking over the straight line where there are no streets to walk along.
    package struct StraightWalk: Hashable, Sendable {
        /// Street metres for each straight metre, 1 or more.
        package var circuity: Double
        /// Above 0.
        package var metresPerSecond: Double
        /// Longest walk, in street metres; the limit itself is walked.
        package var limit: Double

        package init(circuity: Double, metresPerSecond: Double, limit: Double) {
            self.circuity = circuity
            self.metresPerSecond = metresPerSecond
            self.limit = limit
        }

        /// Whole seconds, rounded up; nil where it is too far.
        func seconds(_ straight: Double) -> Int32? {
            let metres = straight * circuity
            guard metres <= limit else { return nil }
            return Int32(exactly: (metres / metresPerSecond).rounded(.up))
        }
    }

    /// - Parameters:
    ///   - places: in the study's coordinate system.
    ///   - stops: in the same; nil where nobody knows.
    ///   - walk: how straight lines become walks.
    package init(places: [Point], stops: [Point?], walk: StraightWalk) {
        self.init(count: places.count, walks: Self.pairs(places, stops, walk))
    }

    /// Walks between stops near each other, for `Footpaths`.
    /// - Parameters:
    ///   - stops: in the study's coordinate system; nil where nobody knows.
    ///   - walk: how straight lines become walks.
    package static func between(
        _ stops: [Point?], walk: StraightWalk
    ) -> [(from: UInt32, to: UInt32, seconds: Int32)] {
        let known = stops.indices.filter { stops[$0] != nil }
        return pairs(known.compactMap { stops[$0] }, stops, walk).compactMap { pair in
            let from = UInt32(known[pair.place])
            return from == pair.stop ? nil : (from, pair.stop, pair.seconds)
        }
    }

    /// Every pair within the limit, by a sweep over stops sorted by x.
    private static func pairs(
        _ places: [Point], _ stops: [Point?], _ walk: StraightWalk
    ) -> [(place: Int, stop: UInt32, seconds: Int32)] {
        let sorted = stops.enumerated().compactMap { number, point in point.map { (number: UInt32(number), point: $0) }
        }
        .sorted { ($0.point.x, $0.number) < ($1.point.x, $1.number) }
        let reach = walk.limit / max(1, walk.circuity)
        let eastward = places.indices.sorted { (places[$0].x, $0) < (places[$1].x, $1) }
        var west = 0
        var pairs: [(place: Int, stop: UInt32, seconds: Int32)] = []
        for place in eastward {
            let point = places[place]
            while west < sorted.count, sorted[west].point.x < point.x - reach { west += 1 }
            var next = west
            while next < sorted.count, sorted[next].point.x <= point.x + reach {
                if abs(sorted[next].point.y - point.y) <= reach,
                    let seconds = walk.seconds(point.distance(to: sorted[next].point))
                {
                    pairs.append((place, sorted[next].number, seconds))
                }
                next += 1
            }
        }
        return pairs
    }
}
