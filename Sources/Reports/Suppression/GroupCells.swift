internal import HubModel

/// The counts that tables tell of groups, as sums over the smallest sets of areas that those tables tell apart.
///
/// Which areas are reached by which hubs is published, so whoever attacks the tables knows the areas of every set.
struct GroupCells: Sendable {
    /// A plan seen by one service: a part of the table that has its own counts of who is reached.
    struct Look: Hashable, Sendable {
        /// Position in `request.services`.
        var service: Int
        /// The plan itself, or today's hubs.
        var isToday: Bool
    }

    enum Kind: Hashable, Sendable {
        case all
        case reached(look: Int)
        case outOfReach(look: Int)
    }

    /// One published count.
    struct Cell: Hashable, Sendable {
        /// Index into `Region.groups`.
        var group: Int
        var kind: Kind
    }

    enum Band: Int, CaseIterable, Sendable { case reached, between, outOfReach }

    let looks: [Look]
    /// For each look the band of each atom: a set of areas that every look puts into the same band.
    let bands: [[Band]]
    /// People of each group in each atom.
    let counts: [[Int64]]
    /// Children of each service of the request in each atom.
    let children: [[Int64]]
    /// Areas with people of each group.
    let areas: [Int]
    /// Pairs of a group and a service of which, area by area, the group is a part.
    let parts: Set<Pair>
    /// Pairs of groups of which, area by area, the first is a part of the second.
    let nested: Set<Pair>

    struct Pair: Hashable, Sendable {
        var part: Int
        var whole: Int
    }

    var atomCount: Int { bands.first?.count ?? counts.first?.count ?? 0 }

    init(_ record: RunRecord) {
        let groups = record.region.groups
        let looks = record.figures.services.indices.flatMap { service in
            [Look(service: service, isToday: false)]
                + (record.baseline == nil ? [] : [Look(service: service, isToday: true)])
        }
        let areaBands = looks.map { look -> [Band] in
            let figures = (look.isToday ? record.baseline : record.figures)?.services[look.service]
            let service = record.region.services[record.request.services[look.service].service]
            return record.region.areas.indices.map { area in
                let minutes = figures?.minutes[2 * area] ?? 0
                return minutes <= service.reachLimit
                    ? .reached : minutes > service.outOfReachLimit ? .outOfReach : .between
            }
        }
        let areaChildren = record.request.services.map { request in
            let demand = record.region.demand[request.service]
            return record.region.areas.indices.map { demand[2 * $0].children + demand[2 * $0 + 1].children }
        }
        // Where nobody lives there is nothing to hide behind.
        let peopled = record.region.areas.indices.filter { area in
            groups.contains { $0.counts[area] > 0 } || areaChildren.contains { $0[area] > 0 }
        }
        var atoms: [[Band]: Int] = [:]
        var atomBands: [[Band]] = []
        let atomOfArea = peopled.map { area in
            let tuple = areaBands.map { $0[area] }
            if let known = atoms[tuple] { return known }
            atoms[tuple] = atomBands.count
            atomBands.append(tuple)
            return atomBands.count - 1
        }
        func gathered(_ values: [Int64]) -> [Int64] {
            var sums = [Int64](repeating: 0, count: atomBands.count)
            for (atom, area) in zip(atomOfArea, peopled) { sums[atom] += values[area] }
            return sums
        }
        func isPart(_ part: [Int64], of whole: [Int64]) -> Bool {
            peopled.allSatisfy { part[$0] <= whole[$0] }
        }
        self.looks = looks
        bands = looks.indices.map { look in atomBands.map { $0[look] } }
        counts = groups.map { gathered($0.counts) }
        children = areaChildren.map(gathered)
        areas = groups.map { group in group.counts.count { $0 > 0 } }
        parts = Set(
            groups.indices.flatMap { group in
                areaChildren.indices.filter { isPart(groups[group].counts, of: areaChildren[$0]) }
                    .map { Pair(part: group, whole: $0) }
            })
        nested = Set(
            groups.indices.flatMap { part in
                groups.indices.filter { $0 != part && isPart(groups[part].counts, of: groups[$0].counts) }
                    .map { Pair(part: part, whole: $0) }
            })
    }

    /// Cells of a group in the order in which tables have them.
    func cells(of group: Int) -> [Cell] {
        [Cell(group: group, kind: .all)]
            + looks.indices.flatMap { look in
                [Cell(group: group, kind: .reached(look: look)), Cell(group: group, kind: .outOfReach(look: look))]
            }
    }

    /// The atoms that a cell counts.
    func atoms(of kind: Kind) -> [Bool] {
        switch kind {
        case .all: [Bool](repeating: true, count: atomCount)
        case .reached(let look): bands[look].map { $0 == .reached }
        case .outOfReach(let look): bands[look].map { $0 == .outOfReach }
        }
    }

    func count(_ values: [Int64], in atoms: [Bool]) -> Int64 {
        zip(values, atoms).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    }

    /// Every set of atoms whose count somebody may try to work out: bands of one look alone or two together, their
    /// complements, and single atoms; each once.
    func attackedSets() -> [[Bool]] {
        var seen: Set<[Bool]> = []
        var sets: [[Bool]] = []
        func add(_ set: [Bool]) {
            if set.contains(true), seen.insert(set).inserted { sets.append(set) }
        }
        let unions: [Set<Band>] = [
            [.reached], [.between], [.outOfReach], [.reached, .between], [.between, .outOfReach],
            [.reached, .outOfReach],
        ]
        add(atoms(of: .all))
        for first in looks.indices {
            for bandsOfFirst in unions {
                let set = bands[first].map(bandsOfFirst.contains)
                add(set)
                for second in looks.indices.dropFirst(first + 1) {
                    for bandsOfSecond in unions {
                        add(zip(set, bands[second]).map { $0 && bandsOfSecond.contains($1) })
                    }
                }
            }
        }
        for atom in 0..<atomCount { add((0..<atomCount).map { $0 == atom }) }
        return sets
    }
}
