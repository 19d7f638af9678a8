internal import Foundation
internal import HubModel
internal import Regions
package import Reports

/// Counts what the rules of a study share and where they differ.
package struct RuleCounts: Sendable {
    package let comparison: RuleComparison

    package init(_ run: StudyRun) throws {
        let region = run.region
        guard !region.rules.isEmpty else {
            throw HubPlanError("\(run.path) names no rule under `disadvantage`, so there is none to compare. Add two.")
        }
        let counter = Counter(region: region)
        let rules = Array(region.rules.indices)
        var rows = rules.map { counter.together(.one, [$0], needsAll: true) }
        for first in rules {
            for second in rules where second > first {
                rows.append(counter.together(.both, [first, second], needsAll: true))
                rows.append(counter.without(.firstOnly, [first, second], first, second))
                rows.append(counter.without(.secondOnly, [first, second], second, first))
            }
        }
        rows.append(counter.together(.all, rules, needsAll: true))
        rows.append(counter.together(.any, rules, needsAll: false))
        rows.append(counter.row(.none, rules) { rule in !rules.contains { rule($0) } })
        comparison = RuleComparison(
            study: StudyIdentity(
                name: region.name, path: URL(fileURLWithPath: run.path).lastPathComponent, sha256: run.digest),
            version: Version.current, region: region, rows: rows)
    }

    package var json: String { comparison.json }

    package func write(to folder: String) throws {
        try RuleFolder.write(comparison, to: folder)
    }

    /// The counts for a terminal.
    package func summary(folder: String?) -> String {
        let region = comparison.region
        var lines = region.rules.map { "\($0.id): \($0.title) (\($0.date))" }
        lines += [""] + table
        if let folder { lines += ["", "Page    \(folder)/rules.html", "Map     \(folder)/rules.gpkg"] }
        return lines.joined(separator: "\n")
    }

    private func title(_ row: RuleComparison.Row) -> String {
        let names = row.rules.map { comparison.region.rules[$0].id }
        return switch row.sort {
        case .one: names[0]
        case .both: "\(names[0]) and \(names[1])"
        case .firstOnly: "  \(names[0]), not \(names[1])"
        case .secondOnly: "  \(names[1]), not \(names[0])"
        case .all: "Every rule"
        case .any: "At least one rule"
        case .none: "No rule"
        }
    }

    /// One line a count, columns under each other.
    private var table: [String] {
        let services = comparison.region.services
        var rows = [["", "areas"] + services.flatMap { [$0.people, "sites for \($0.title)s", "borderline"] }]
        for row in comparison.rows {
            rows.append(
                [title(row), row.areas.grouped]
                    + services.indices.flatMap { service in
                        [
                            row.children[service].grouped,
                            row.candidates[service].grouped,
                            row.borderline.map { $0[service].grouped } ?? "-",
                        ]
                    })
        }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.indices.map { column in
                let blanks = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 0 ? row[column] + blanks : blanks + row[column]
            }.joined(separator: "  ")
        }
    }
}

private struct Counter {
    let region: Region

    /// Places that all of the rules name, or any of them.
    func together(_ sort: RuleComparison.Sort, _ rules: [Int], needsAll: Bool) -> RuleComparison.Row {
        let standings = region.sites.indices.map { site in
            SiteStanding.together(rules.map { region.rules[$0].sites[site] }, needsAll: needsAll)
        }
        var row = row(sort, rules) { holds in needsAll ? rules.allSatisfy(holds) : rules.contains(where: holds) }
        row.borderline = sites { standings[$0].borderline }
        return row
    }

    /// Places of one rule that the other leaves out.
    func without(_ sort: RuleComparison.Sort, _ rules: [Int], _ wanted: Int, _ other: Int) -> RuleComparison.Row {
        row(sort, rules) { holds in holds(wanted) && !holds(other) }
    }

    /// - Parameter counts: given whether each rule holds for an area or a site, whether it is counted.
    func row(
        _ sort: RuleComparison.Sort, _ rules: [Int], _ counts: ((Int) -> Bool) -> Bool
    ) -> RuleComparison.Row {
        let areas = region.areas.indices.filter { area in counts { region.rules[$0].areas[area] } }
        return RuleComparison.Row(
            sort: sort, rules: rules, areas: areas.count,
            children: region.demand.map { demand in
                areas.reduce(0) { $0 + demand[2 * $1].children + demand[2 * $1 + 1].children }
            },
            candidates: sites { site in counts { region.rules[$0].sites[site].inside } }, borderline: nil)
    }

    /// For each service, how many of the sites that suit it pass.
    private func sites(_ passes: (Int) -> Bool) -> [Int] {
        let passing = region.sites.indices.filter(passes)
        return region.services.indices.map { service in
            passing.count { region.sites[$0].suits >> UInt32(service) & 1 == 1 }
        }
    }
}
