internal import HubModel

/// What every site is worth to a plan, in lines for a terminal.
package struct CaseRanking: Sendable {
    /// Other sites that are shown; the table has all.
    private static let mostOthers = 15

    private let cases: [SiteCase]
    private let setting: CaseSetting
    private let byBounds: Int
    private let solves: Int
    private let left: Int
    private let room: Double?

    /// - Parameters:
    ///   - cases: in the order of their ranks.
    ///   - setting: that they are told with.
    ///   - byBounds: sites that bounds alone settled.
    ///   - solves: made for the others.
    ///   - left: sites that needed a solve and had none.
    ///   - room: by how much of its objective the plan may be from the best, a fraction; nil where that is not known.
    package init(
        _ cases: [SiteCase], setting: CaseSetting, byBounds: Int, solves: Int, left: Int, room: Double?
    ) {
        self.cases = cases
        self.setting = setting
        self.byBounds = byBounds
        self.solves = solves
        self.left = left
        self.room = room
    }

    package var text: String {
        let hubs = cases.filter(\.isChosen)
        let others = cases.filter { !$0.isChosen }
        let title = Words.sentence(Words.plural(setting.region.services[setting.service].title))
        var lines = ["\(title). What the plan loses without each of its hubs, \(unit):"] + table(hubs)
        if !others.isEmpty {
            lines +=
                ["", "What it costs to have another site in, \(unit):"] + table(Array(others.prefix(Self.mostOthers)))
            if others.count > Self.mostOthers {
                lines.append(
                    "  and \(Words.count(others.count - Self.mostOthers)) more in the table (--out FILE, --json)")
            }
        }
        lines.append("")
        lines.append(
            "\(Words.count(cases.count, "site")): bounds alone told \(Words.count(byBounds)) as closely as was asked, "
                + "\(Words.count(solves, "solve")) the rest"
                + (left > 0 ? "; \(Words.count(left)) are left between bounds." : "."))
        if left > 0, let room, room > 0 {
            lines.append(
                "The list itself is known within \(Words.gap(room)), and a site no more closely than that: a run with a "
                    + "smaller --gap leaves fewer sites between bounds.")
        }
        return (lines + setting.remarks).joined(separator: "\n")
    }

    private var unit: String {
        let service = setting.region.services[setting.service]
        return switch setting.unit {
        case .reached:
            "in \(service.isNeedWeighted ? service.weightTitle : service.people) fewer within "
                + Words.limit(service.reachLimit)
        case .meanMinutes: "in mean minutes more"
        case .score: "in per cent of the objective"
        }
    }

    private func table(_ cases: [SiteCase]) -> [String] {
        let rows = cases.map { found -> [String] in
            let site = setting.region.sites[Int(found.site)]
            return [
                cost(found), found.isProved ? "proved" : "between bounds",
                "\(setting.region.label(of: site)) (\(site.id))",
            ]
        }
        let widths = [0, 1].map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let blanks = [0, 1].map { String(repeating: " ", count: widths[$0] - row[$0].count) }
            return "  \(blanks[0])\(row[0])  \(row[1])\(blanks[1])  \(row[2])"
        }
    }

    private func cost(_ found: SiteCase) -> String {
        if found.clash != nil { return found.isChosen ? "cannot go" : "not allowed" }
        guard let least = found.least else { return "not known" }
        guard let most = found.most else { return "at least \(number(least))" }
        return least == most ? number(most) : "\(number(least)) to \(number(most))"
    }

    private func number(_ value: Double) -> String { Words.decimal(value, digits: setting.unit == .reached ? 0 : 3) }
}
