internal import HubModel

/// Finds in the data why rules clash: too few sites, hubs that stay outside the places asked for, sites that are locked.
struct ClashReasons {
    let problem: PlacementProblem
    let classes: SiteClasses
    /// For each floor of a clash the most hubs that the clash's other rules leave it.
    let most: [RuleSide: Int]

    private struct Site: Hashable, Comparable {
        var service: Int
        var number: UInt32

        static func < (left: Site, right: Site) -> Bool {
            (left.service, left.number) < (right.service, right.number)
        }
    }

    /// Clauses without capital and full stop; empty when the data explains nothing that the rules do not say themselves.
    func clauses(_ sides: [RuleSide]) -> [String] {
        if sides.count == 1 { return sides.compactMap { alone($0) } }
        let stay = sites(of: sides.filter { classes.rules[$0.rule].kind == .lockedIn })
        let out = sites(of: sides.filter { classes.rules[$0.rule].kind == .lockedOut })
        let onBoth = stay.intersection(out)
        var clauses: [String] = []
        if !onBoth.isEmpty { clauses.append("\(names(onBoth)) \(onBoth.count == 1 ? "is" : "are") on both lists") }
        let limits = sides.filter { [.limit, .total].contains(classes.rules[$0.rule].kind) }
        for side in limits {
            let title = limits.count > 1 ? "\"\(classes.rules[side.rule].title)\"" : nil
            clauses +=
                side.direction == .cap
                ? cap(side, title: title, stay: stay) : floor(side, title: title, stay: stay, out: out)
        }
        let floors = limits.filter { $0.direction == .floor }
        guard clauses.isEmpty else { return clauses }
        if floors.count == 2 { return [overlap(floors)] }
        guard floors.count == 1, let most = most[floors[0]] else { return [] }
        return ["\(part(most, of: classes.rules[floors[0].rule].least)) can"]
    }

    /// Whether the question only supposes one of the sites to be locked.
    private func isSupposed(in sites: Set<Site>) -> Bool {
        sites.contains { problem.services[$0.service].supposed == $0.number }
    }

    /// Hubs that are locked stay; one that is supposed was never there.
    private func verb(of sites: Set<Site>) -> String {
        let stays = isSupposed(in: sites) ? "" : sites.count == 1 ? "stays and " : "stay and "
        return stays + (sites.count == 1 ? "is" : "are")
    }

    private func part(_ most: Int, of asked: Int) -> String {
        most == 0 ? "none" : "at most \(most) of the \(asked)"
    }

    /// Names of a few sites, the number of many.
    private func names(_ sites: Set<Site>) -> String {
        guard sites.count <= 3 else { return "\(sites.count) hubs" }
        return ClashWording.list(
            sites.sorted().map { "\"\(problem.services[$0.service].siteNames[Int($0.number)])\"" })
    }

    private func alone(_ side: RuleSide) -> String? {
        let rule = classes.rules[side.rule]
        let have =
            switch rule.candidates {
            case 0: "no candidate site"
            case 1: "only 1 candidate site"
            default: "only \(rule.candidates) candidate sites"
            }
        switch (rule.kind, side.direction) {
        case (.count, _): return "there \(rule.candidates < 2 ? "is" : "are") \(have)"
        case (.limit, .floor), (.total, .floor): return "\(have) \(rule.candidates < 2 ? "counts" : "count") towards it"
        default: return nil
        }
    }

    /// Hubs that stay where a floor does not count them, or sites it counts that are locked out.
    /// - Parameter title: nil where no other limit could be meant.
    private func floor(_ side: RuleSide, title: String?, stay: Set<Site>, out: Set<Site>) -> [String] {
        let rule = classes.rules[side.rule]
        let counted = sites(of: [side])
        let outside = stay.subtracting(counted).filter { rule.service == nil || $0.service == rule.service }
        if !outside.isEmpty {
            let so = most[side].map { ", so \(part($0, of: rule.least)) can" } ?? ""
            let verb = verb(of: outside)
            return ["\(names(outside)) \(verb) not among \(title ?? "them")\(so)"]
        }
        let shut = counted.intersection(out)
        guard !shut.isEmpty else { return [] }
        if counted.count == 1, isSupposed(in: shut) {
            return ["\(names(shut)) is the one candidate site that counts \(title.map { "as \($0)" } ?? "towards it")"]
        }
        let sites =
            counted.count == 1 ? "the one candidate site" : "\(shut.count) of the \(counted.count) candidate sites"
        let verb = counted.count == 1 ? "counts" : "count"
        let towards = title.map { "as \($0)" } ?? "towards it"
        return [
            "\(sites) that \(verb) \(towards) \(shut.count == 1 ? "is" : "are") locked out"
                + (isSupposed(in: shut) ? " or left out" : "")
        ]
    }

    /// Hubs that stay where a cap counts them.
    private func cap(_ side: RuleSide, title: String?, stay: Set<Site>) -> [String] {
        let inside = stay.intersection(sites(of: [side]))
        guard !inside.isEmpty else { return [] }
        return ["\(names(inside)) \(verb(of: inside)) among \(title ?? "them")"]
    }

    private func overlap(_ floors: [RuleSide]) -> String {
        let shared = sites(of: [floors[0]]).intersection(sites(of: [floors[1]])).count
        switch shared {
        case 0: return "no candidate site counts as both"
        case 1: return "only 1 candidate site counts as both"
        default: return "only \(shared) candidate sites count as both"
        }
    }

    private func sites(of sides: [RuleSide]) -> Set<Site> {
        var sites: Set<Site> = []
        for siteClass in sides.flatMap({ classes.rules[$0.rule].classes }).map({ classes.classes[$0] }) {
            for number in siteClass.sites { sites.insert(Site(service: siteClass.service, number: number)) }
        }
        return sites
    }
}
