internal import Foundation
package import HubModel

/// Somebody with `groups.csv` and `result.json`, the map of who reaches which hub, and the totals of every family in
/// every place: all that the tables are protected against. Shares no code with what protects them.
package struct TableAttacker {
    /// Sets of areas that no published sum tells apart, by the band that each look puts them in.
    package let atoms: [[Int]]
    private let looks: [(service: Int, today: Bool)]
    private var equations: [(variables: [Int: Double], value: Double)] = []
    private let groupCount: Int
    private let truth: [[Int64]]

    /// - Parameters:
    ///   - groups: the text of `groups.csv`.
    ///   - result: the text of `result.json`.
    package init(
        region: Region, request: PlacementRequest, figures: PlanFigures, today: PlanFigures?, groups: String,
        result: String
    ) throws {
        groupCount = region.groups.count
        var looks: [(service: Int, today: Bool)] = []
        for service in request.services.indices {
            looks.append((service, false))
            if today != nil { looks.append((service, true)) }
        }
        self.looks = looks
        func band(_ look: (service: Int, today: Bool), _ area: Int) -> Int {
            let plan = look.today ? today ?? figures : figures
            let minutes = plan.services[look.service].minutes[2 * area]
            let service = region.services[request.services[look.service].service]
            return minutes <= service.reachLimit ? 0 : minutes > service.outOfReachLimit ? 2 : 1
        }
        var members: [[Int]: [Int]] = [:]
        for area in region.areas.indices {
            members[looks.map { band($0, area) }, default: []].append(area)
        }
        let keys = members.keys.sorted { $0.lexicographicallyPrecedes($1) }
        atoms = keys
        truth = region.groups.map { group in
            keys.map { key in (members[key] ?? []).reduce(Int64(0)) { $0 + group.counts[$1] } }
        }
        let services = request.services.map { region.services[$0.service].id }
        readTable(groups, ids: region.groups.map(\.id), services: services)
        try readResult(result)
        let names = Set(region.groups.compactMap(\.family)).sorted()
        for name in names {
            let family = region.groups.indices.filter { region.groups[$0].family == name }
            for atom in keys.indices {
                let variables = family.map { (variable($0, atom), 1.0) }
                equations.append(
                    (Dictionary(uniqueKeysWithValues: variables), family.reduce(0) { $0 + Double(truth[$1][atom]) }))
            }
        }
    }

    private func variable(_ group: Int, _ atom: Int) -> Int { group * atoms.count + atom }

    /// Every count that the table shows, as a sum over atoms.
    private mutating func readTable(_ text: String, ids: [String], services: [String]) {
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        for line in lines.dropFirst() where line[1] == "group" {
            func number(_ name: String) -> Double? { lines[0].firstIndex(of: name).flatMap { Double(line[$0]) } }
            let service = services.firstIndex(of: line[0])
            let group = ids.firstIndex(of: line[2]) ?? 0
            let size = number("children")
            note(group, nil, nil, size)
            let plan = looks.firstIndex { $0.service == service && !$0.today }
            note(group, plan, 0, number("reached"))
            note(group, plan, 2, number("out_of_reach"))
            let today = looks.firstIndex { $0.service == service && $0.today }
            note(group, today, 2, number("today_out_of_reach"))
            guard let size else { continue }
            if let share = number("today_share_reached") { note(group, today, 0, (share * size).rounded()) }
            if let share = number("share_reached") { note(group, plan, 0, (share * size).rounded()) }
        }
    }

    /// Every count that the result shows.
    private mutating func readResult(_ text: String) throws {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        for (service, entry) in (object?["services"] as? [[String: Any]] ?? []).enumerated() {
            for (source, isToday) in [(entry, false), (entry["today"] as? [String: Any] ?? [:], true)] {
                for (group, told) in (source["groups"] as? [[String: Any]] ?? []).enumerated() {
                    let figures = told["figures"] as? [String: Any] ?? [:]
                    func number(_ name: String) -> Double? { (figures[name] as? NSNumber)?.doubleValue }
                    let look = looks.firstIndex { $0.service == service && $0.today == isToday }
                    note(group, nil, nil, number("children"))
                    note(group, look, 0, number("reached"))
                    note(group, look, 2, number("outOfReach"))
                }
            }
        }
    }

    private mutating func note(_ group: Int, _ look: Int?, _ band: Int?, _ value: Double?) {
        guard let value else { return }
        let members = atoms.indices.filter { atom in look.map { atoms[atom][$0] == band } ?? true }
        equations.append((Dictionary(uniqueKeysWithValues: members.map { (variable(group, $0), 1.0) }), value))
    }

    /// Whether adding and subtracting published sums gives the people of a group in some atoms, and how many they are.
    private func workedOut(group: Int, atoms chosen: [Int]) -> Int64? {
        let width = groupCount * atoms.count
        var rows = equations.map { equation -> [Double] in
            var row = [Double](repeating: 0, count: width + 1)
            for (column, value) in equation.variables { row[column] = value }
            row[width] = equation.value
            return row
        }
        var target = [Double](repeating: 0, count: width + 1)
        for atom in chosen { target[variable(group, atom)] = 1 }
        for column in 0..<width {
            guard let pivot = rows.indices.max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                abs(rows[pivot][column]) > 1e-9
            else { continue }
            let row = rows.remove(at: pivot)
            func clear(_ other: inout [Double]) {
                let factor = other[column] / row[column]
                guard factor != 0 else { return }
                for index in other.indices { other[index] -= factor * row[index] }
            }
            for index in rows.indices { clear(&rows[index]) }
            clear(&target)
        }
        guard target[..<width].allSatisfy({ abs($0) < 1e-6 }) else { return nil }
        return Int64((-target[width]).rounded())
    }

    /// Small counts of unions of atoms that can be worked out; every union where there are few atoms, all of up to two
    /// atoms and of whole bands otherwise.
    package func secretsWorkedOut(below limit: Int64) -> [String] {
        var unions: [[Int]] = []
        if atoms.count <= 9 {
            unions = (1..<(1 << atoms.count)).map { mask in atoms.indices.filter { mask >> $0 & 1 == 1 } }
        } else {
            for first in atoms.indices { unions += (first..<atoms.count).map { first == $0 ? [first] : [first, $0] } }
            for look in looks.indices {
                unions += [[0], [1], [2], [0, 1], [1, 2], [0, 2]].map { bands in
                    atoms.indices.filter { bands.contains(atoms[$0][look]) }
                }
            }
        }
        let ranges = ranges
        var found: [String] = []
        for group in 0..<groupCount {
            for union in unions {
                let people = union.reduce(Int64(0)) { $0 + truth[group][$1] }
                guard people > 0, people < limit else { continue }
                let isPinned = union.allSatisfy { ranges[variable(group, $0)].0 == ranges[variable(group, $0)].1 }
                guard let value = isPinned ? people : workedOut(group: group, atoms: union) else { continue }
                found.append("group \(group), atoms \(union): \(value), truly \(people)")
            }
        }
        return found
    }

    /// What each variable can be, since none is negative: the widest ranges, drawn in by every equation until they stay.
    private var ranges: [(Double, Double)] {
        var ranges = [(Double, Double)](repeating: (0, 1e9), count: groupCount * atoms.count)
        var before = -1.0
        while before != ranges.reduce(0, { $0 + $1.1 - $1.0 }) {
            before = ranges.reduce(0) { $0 + $1.1 - $1.0 }
            for (variables, value) in equations {
                for column in variables.keys.sorted() {
                    let others = variables.keys.filter { $0 != column }
                    let high = value - others.reduce(0) { $0 + ranges[$1].0 }
                    let low = value - others.reduce(0) { $0 + ranges[$1].1 }
                    ranges[column] = (max(ranges[column].0, low), min(ranges[column].1, high))
                }
            }
        }
        return ranges
    }
}
