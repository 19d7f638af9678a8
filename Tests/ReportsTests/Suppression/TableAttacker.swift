import Foundation
import HubModel

@testable import Reports

/// Somebody with `groups.csv` and `result.json`, the map of who reaches which hub, and the totals of every family in
/// every place: all that the tables are protected against. Shares no code with what protects them.
struct TableAttacker {
    /// Sets of areas that no published sum tells apart, by the band that each look puts them in.
    let atoms: [[Int]]
    let looks: [(service: Int, today: Bool)]
    private var equations: [(variables: [Int: Double], value: Double)] = []
    private let groupCount: Int
    private let truth: [[Int64]]

    init(_ record: RunRecord) throws {
        let region = record.region
        groupCount = region.groups.count
        var looks: [(service: Int, today: Bool)] = []
        for service in record.request.services.indices {
            looks.append((service, false))
            if record.baseline != nil { looks.append((service, true)) }
        }
        self.looks = looks
        func band(_ look: (service: Int, today: Bool), _ area: Int) -> Int {
            let plan = look.today ? record.baseline ?? record.figures : record.figures
            let minutes = plan.services[look.service].minutes[2 * area]
            let service = region.services[record.request.services[look.service].service]
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
        try read(record, looks: looks, keys: keys)
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

    /// Every count that one of the two files shows, as a sum over atoms.
    private mutating func read(_ record: RunRecord, looks: [(service: Int, today: Bool)], keys: [[Int]]) throws {
        let view = RunView(record)
        let ids = record.region.groups.map(\.id)
        let lines = RunTables.groups(view).csv.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = lines[0]
        for line in lines.dropFirst() where line[1] == "group" {
            func number(_ name: String) -> Double? { header.firstIndex(of: name).flatMap { Double(line[$0]) } }
            let service = record.request.services.firstIndex { record.region.services[$0.service].id == line[0] } ?? 0
            let group = ids.firstIndex(of: line[2]) ?? 0
            let size = number("children")
            note(group, nil, nil, size, keys)
            let plan = looks.firstIndex { $0.service == service && !$0.today }
            note(group, plan, 0, number("reached"), keys)
            note(group, plan, 2, number("out_of_reach"), keys)
            let today = looks.firstIndex { $0.service == service && $0.today }
            note(group, today, 2, number("today_out_of_reach"), keys)
            if let size, let share = number("today_share_reached") {
                note(group, today, 0, (share * size).rounded(), keys)
            }
            if let size, let share = number("share_reached") { note(group, plan, 0, (share * size).rounded(), keys) }
        }
        let object = try JSONSerialization.jsonObject(with: Data(ResultDocument.text(record).utf8)) as? [String: Any]
        for (service, entry) in (object?["services"] as? [[String: Any]] ?? []).enumerated() {
            for (source, isToday) in [(entry, false), (entry["today"] as? [String: Any] ?? [:], true)] {
                for (group, told) in (source["groups"] as? [[String: Any]] ?? []).enumerated() {
                    let figures = told["figures"] as? [String: Any] ?? [:]
                    func number(_ name: String) -> Double? { (figures[name] as? NSNumber)?.doubleValue }
                    let look = looks.firstIndex { $0.service == service && $0.today == isToday }
                    note(group, nil, nil, number("children"), keys)
                    note(group, look, 0, number("reached"), keys)
                    note(group, look, 2, number("outOfReach"), keys)
                }
            }
        }
    }

    private mutating func note(_ group: Int, _ look: Int?, _ band: Int?, _ value: Double?, _ keys: [[Int]]) {
        guard let value else { return }
        let atoms = keys.indices.filter { atom in look.map { keys[atom][$0] == band } ?? true }
        equations.append((Dictionary(uniqueKeysWithValues: atoms.map { (variable(group, $0), 1) }), value))
    }

    /// Whether adding and subtracting published sums gives the people of a group in some atoms, and how many they are.
    func workedOut(group: Int, atoms chosen: [Int]) -> Int64? {
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
    func secretsWorkedOut(below limit: Int64) -> [String] {
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
        var found: [String] = []
        for group in 0..<groupCount {
            for union in unions {
                let people = union.reduce(Int64(0)) { $0 + truth[group][$1] }
                guard people > 0, people < limit, let value = workedOut(group: group, atoms: union) else { continue }
                found.append("group \(group), atoms \(union): \(value), truly \(people)")
            }
        }
        return found
    }
}
