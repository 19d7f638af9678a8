internal import HubModel

/// Which counts of groups are withheld: the small ones, and as many others as it takes that no small one follows.
///
/// A count from 1 to below the study's limit is small. It must not be shown, nor follow from what is shown: as a part of
/// its group (reached and not reached), of its family (everybody less the other groups), of all children, between today
/// and the plan, or between services whose hubs reach nested places. The totals of families and of all children are
/// taken to be known for every place, whether a table has them or not.
struct GroupSuppression: Sendable {
    let cells: GroupCells
    let withheld: Set<GroupCells.Cell>

    init(_ record: RunRecord) {
        let cells = GroupCells(record)
        self.cells = cells
        let limit = Int64(record.region.suppressBelow)
        guard limit > 1, !record.region.groups.isEmpty else {
            withheld = []
            return
        }
        let search = Search(cells: cells, groups: record.region.groups, limit: limit)
        var withheld: Set<GroupCells.Cell> = []
        for component in search.components { withheld.formUnion(search.withheld(in: component)) }
        self.withheld = withheld
    }

    /// The search for one record.
    private struct Search {
        let cells: GroupCells
        let groups: [PopulationGroup]
        let limit: Int64
        let frame: SetFrame
        let sets: [[Bool]]
        /// Members of each family of two groups or more.
        let families: [[Int]]

        init(cells: GroupCells, groups: [PopulationGroup], limit: Int64) {
            self.cells = cells
            self.groups = groups
            self.limit = limit
            let frame = SetFrame(cells)
            self.frame = frame
            // A set that is no sum of cells may still be pinned by bounds, so none is left out.
            sets = cells.attackedSets()
            let names = Set(groups.compactMap(\.family)).sorted()
            families = names.map { name in groups.indices.filter { groups[$0].family == name } }.filter { $0.count > 1 }
        }

        private func isSmall(_ count: Int64) -> Bool { count > 0 && count < limit }

        private func isAlone(_ group: Int) -> Bool { !families.contains { $0.contains(group) } }

        /// Groups that hang together, so that what is shown of one bears on another; each list ascending.
        var components: [[Int]] {
            var label = Array(groups.indices)
            func join(_ members: [Int]) {
                let labels = Set(members.map { label[$0] })
                let least = labels.min() ?? 0
                for group in label.indices where labels.contains(label[group]) { label[group] = least }
            }
            families.forEach(join)
            for target in differences { join(target.terms.map(\.group)) }
            return Set(label).sorted().map { name in label.indices.filter { label[$0] == name } }
        }

        /// Small differences between a group and one that holds it.
        private var differences: [Attack.Target] {
            groups.indices.flatMap { part in
                groups.indices.filter { cells.nested.contains(.init(part: part, whole: $0)) }.flatMap { whole in
                    sets.compactMap { set -> Attack.Target? in
                        let rest =
                            cells.count(cells.counts[whole], in: set) - cells.count(cells.counts[part], in: set)
                        return isSmall(rest) ? Attack.Target(terms: [(whole, 1), (part, -1)], atoms: set) : nil
                    }
                }
            }
        }

        /// Small counts of the groups themselves, and of all children who are in none of them.
        private func targets(_ members: [Int]) -> [Attack.Target] {
            let own = members.flatMap { group in
                sets.filter { isSmall(cells.count(cells.counts[group], in: $0)) }
                    .map { Attack.Target(terms: [(group, 1)], atoms: $0) }
            }
            let others = members.filter(isAlone).flatMap { group in
                cells.children.indices.filter { cells.parts.contains(.init(part: group, whole: $0)) }.flatMap {
                    service in
                    sets.filter {
                        isSmall(cells.count(cells.children[service], in: $0) - cells.count(cells.counts[group], in: $0))
                    }
                    .map { Attack.Target(terms: [(group, 1)], atoms: $0) }
                }
            }
            let between = differences.filter { members.contains($0.terms[0].group) }
            return own + others + between
        }

        func withheld(in members: [Int]) -> Set<GroupCells.Cell> {
            let all = members.flatMap(cells.cells)
            let own = families.filter { members.contains($0[0]) }
            var hidden = Set(all.filter { isSmall(count($0)) })
            hideWhole(&hidden)
            func attack(_ hidden: Set<GroupCells.Cell>) -> Attack {
                Attack(
                    on: cells, groups: members, families: own, frame: frame,
                    published: all.filter { !hidden.contains($0) })
            }
            var targets = targets(members)
            while true {
                let now = attack(hidden)
                targets = targets.filter { now.tells($0) }
                guard let target = targets.first else { return hidden }
                let candidates = all.filter { !hidden.contains($0) }.sorted { order($0) < order($1) }
                let helping = candidates.first { cell in
                    var more = hidden.union([cell])
                    hideWhole(&more)
                    return !attack(more).tells(target)
                }
                // Where no single one helps, the least loss is taken and the next one looked for.
                guard let cell = helping ?? candidates.first else { return hidden }
                hidden.insert(cell)
                hideWhole(&hidden)
            }
        }

        private func count(_ cell: GroupCells.Cell) -> Int64 {
            cells.count(cells.counts[cell.group], in: cells.atoms(of: cell.kind))
        }

        /// A group whose size is not told is told nothing about.
        private func hideWhole(_ hidden: inout Set<GroupCells.Cell>) {
            for cell in hidden where cell.kind == .all { hidden.formUnion(cells.cells(of: cell.group)) }
        }

        /// What is missed least comes first: who is out of reach, who is reached, the size of the group; today before the
        /// plan; small counts before large ones, and none last, which hides little.
        private func order(_ cell: GroupCells.Cell) -> (Int, Int, Int, Int64, Int) {
            let (rank, look): (Int, Int?) =
                switch cell.kind {
                case .outOfReach(let look): (0, look)
                case .reached(let look): (1, look)
                case .all: (2, nil)
                }
            let count = count(cell)
            let isPlan = look.map { !cells.looks[$0].isToday } ?? true
            return (rank, count == 0 ? 1 : 0, isPlan ? 1 : 0, count, cell.group * (cells.looks.count + 1) + (look ?? 0))
        }
    }
}
