internal import HubModel
internal import Synchronization

extension SparsePairs {
    /// What one site costs every area, while its ways of travelling are compared.
    struct Column {
        fileprivate var withoutCar: [UInt16]
        /// Of the ways that need a car alone.
        fileprivate var byCar: [UInt16]

        fileprivate init(areas: Int) {
            withoutCar = [UInt16](repeating: SparsePairs.cannot, count: areas)
            byCar = withoutCar
        }

        /// Keeps a cost where it is less than those offered before.
        mutating func offer(_ tenths: TenthMinutes, area: Int, needsCar: Bool) {
            let tenths = UInt16(min(tenths, TenthMinutes(SparsePairs.cannot) - 1))
            if needsCar {
                byCar[area] = min(byCar[area], tenths)
            } else {
                withoutCar[area] = min(withoutCar[area], tenths)
            }
        }
    }

    /// Pairs of one service, at about 22 bytes each: 4.4 GB. England's 33,755 areas have 226 million with 6,700 sites.
    static let most = 200_000_000

    /// One site's pairs, areas ascending.
    private struct SitePairs: Sendable {
        var areas: [UInt32] = []
        var withoutCar: [UInt16] = []
        var withCar: [UInt16] = []
    }

    /// - Parameters:
    ///   - areas: how many there are.
    ///   - sites: how many there are.
    ///   - longest: tenths that no journey passes, below 65,535.
    ///   - threads: to work with; never changes the pairs.
    ///   - most: pairs that there may be.
    ///   - offer: puts every trip of some sites into their columns; called once for each site, from any thread.
    /// - Throws: `TravelError` when there are more pairs.
    init(
        areas: Int, sites: Int, longest: TenthMinutes, threads: Int, most: Int = SparsePairs.most,
        offer: @Sendable (Range<Int>, inout [Column]) -> Void
    ) throws {
        let found = Atomic<Int>(0)
        // Few at a time where there are few, so that no thread is idle.
        let size = max(1, min(StreetSweep.width, sites / max(1, threads)))
        let groups = stride(from: 0, to: sites, by: size).map { $0..<min(sites, $0 + size) }
        let columns = Lanes.map(groups.count, threads: threads) { group in
            guard found.load(ordering: .relaxed) <= most else { return groups[group].map { _ in SitePairs() } }
            var columns = groups[group].map { _ in Column(areas: areas) }
            offer(groups[group], &columns)
            let pairs = columns.map { Self.pairs($0, areas: areas) }
            found.wrappingAdd(pairs.reduce(0) { $0 + $1.areas.count }, ordering: .relaxed)
            return pairs
        }.flatMap(\.self)
        guard found.load(ordering: .relaxed) <= most else {
            throw TravelError(
                "Journeys that cost less than `journey.longest` (\((Double(longest) / 10).plain) minutes) join more than "
                    + "\(most.grouped) pairs of areas and sites, too many to hold in memory. Lower `journey.longest` in the travel "
                    + "settings of the service; who is farther than it from every site counts as out of reach.")
        }
        var next = [Int](repeating: 0, count: areas + 1)
        for column in columns { for area in column.areas { next[Int(area) + 1] += 1 } }
        for area in 0..<areas { next[area + 1] += next[area] }
        let starts = next
        let count = starts[areas]
        var numbers = [UInt32](repeating: 0, count: count)
        var withoutCar = [UInt16](repeating: 0, count: count)
        var withCar = withoutCar
        for (site, column) in columns.enumerated() {
            for k in column.areas.indices {
                let place = next[Int(column.areas[k])]
                next[Int(column.areas[k])] += 1
                numbers[place] = UInt32(site)
                withoutCar[place] = column.withoutCar[k]
                withCar[place] = column.withCar[k]
            }
        }
        self.init(
            sites: sites, longest: longest, starts: starts, numbers: numbers, withoutCar: withoutCar, withCar: withCar)
    }

    private static func pairs(_ column: Column, areas: Int) -> SitePairs {
        var pairs = SitePairs()
        for area in 0..<areas {
            let withCar = min(column.withoutCar[area], column.byCar[area])
            guard withCar != cannot else { continue }
            pairs.areas.append(UInt32(area))
            pairs.withoutCar.append(column.withoutCar[area])
            pairs.withCar.append(withCar)
        }
        return pairs
    }

    /// The same pairs for some of the sites, ascending, numbered anew in their order.
    func restricted(to chosen: [UInt32]) -> SparsePairs {
        var number = [UInt32](repeating: .max, count: siteCount)
        for (new, old) in chosen.enumerated() { number[Int(old)] = UInt32(new) }
        let kept = sites.indices.filter { number[Int(sites[$0])] != .max }
        var starts = [0]
        var passed = 0
        for area in 0..<areaCount {
            while passed < kept.count, kept[passed] < self.starts[area + 1] { passed += 1 }
            starts.append(passed)
        }
        return SparsePairs(
            sites: chosen.count, longest: longest, starts: starts, numbers: kept.map { number[Int(sites[$0])] },
            withoutCar: kept.map { withoutCar[$0] }, withCar: kept.map { withCar[$0] })
    }

    init(
        sites: Int, longest: TenthMinutes, starts: [Int], numbers: [UInt32], withoutCar: [UInt16], withCar: [UInt16]
    ) {
        let areas = starts.count - 1
        var order = [UInt32](repeating: 0, count: numbers.count)
        var counted = [UInt32](repeating: 0, count: areas)
        var ordersDiffer = [Bool](repeating: false, count: areas)
        func capped(_ tenths: UInt16) -> TenthMinutes { min(TenthMinutes(tenths), longest) }
        for area in 0..<areas {
            let first = starts[area]
            // Sum, then place: places ascend with the sites.
            let keys = (first..<starts[area + 1]).map { place in
                UInt64(capped(withoutCar[place]) + capped(withCar[place])) << 32 | UInt64(place - first)
            }.sorted()
            var last = (withoutCar: TenthMinutes(0), withCar: TenthMinutes(0))
            for (k, key) in keys.enumerated() {
                let place = Int(key & 0xffff_ffff)
                order[first + k] = UInt32(place)
                let both = (capped(withoutCar[first + place]), capped(withCar[first + place]))
                if both.0 < last.withoutCar || both.1 < last.withCar { ordersDiffer[area] = true }
                last = both
                if min(both.0, both.1) < longest { counted[area] += 1 }
            }
        }
        self.init(
            areaCount: areas, siteCount: sites, longest: longest, starts: starts, sites: numbers,
            withoutCar: withoutCar, withCar: withCar, order: order, counted: counted, ordersDiffer: ordersDiffer)
    }
}
