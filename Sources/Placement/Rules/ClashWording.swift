internal import HubModel

/// Says in plain words which rules clash and what would help.
struct ClashWording {
    let problem: PlacementProblem
    let classes: SiteClasses

    /// "At least 25 hubs in the 225 wards cannot be had: only 1 candidate site counts towards it."
    /// - Parameter most: for each floor of the clash the most hubs that the clash's other rules leave it.
    func sentence(_ sides: [RuleSide], most: [RuleSide: Int]) -> String {
        let verb = sides.count == 1 ? "cannot be had" : "cannot be had together"
        let clauses = ClashReasons(problem: problem, classes: classes, most: most).clauses(sides)
        let reason = clauses.isEmpty ? "" : ": " + Self.list(clauses)
        // One service in it is named once.
        let services = Set(sides.map { classes.rules[$0.rule].service })
        let first = sides.first.map { suffix(classes.rules[$0.rule]) } ?? ""
        guard services.count == 1, !first.isEmpty else {
            return "\(Self.list(sides.map { phrase($0) })) \(verb)\(reason).".capitalisedFirst
        }
        let phrases = sides.map { phrase($0).replacing(first, with: "") }
        return "\(Self.list(phrases)) \(verb)\(first)\(reason).".capitalisedFirst
    }

    func title(of side: RuleSide) -> String {
        let rule = classes.rules[side.rule]
        guard problem.services.count > 1, let service = rule.service else { return rule.title }
        return "\(rule.title) (\(problem.services[service].id))"
    }

    func lower(_ side: RuleSide, to most: Int) -> String {
        let rule = classes.rules[side.rule]
        if rule.kind == .lockedIn {
            if rule.least == 1 { return "Let go of \(name(rule)), which exists or is locked in\(suffix(rule))." }
            let part = most == 0 ? "all" : "\(rule.least - most) of the"
            return "Let go of \(part) \(rule.least) \(title(of: side))."
        }
        guard most > 0 else { return "Leave out the rule \"at least \(counted(rule.least, title(of: side)))\"." }
        return "Ask for at least \(counted(most, title(of: side))) instead of \(rule.least)."
    }

    func raise(_ side: RuleSide, to least: Int) -> String {
        let rule = classes.rules[side.rule]
        guard rule.kind == .lockedOut else {
            return "Allow \(counted(least, title(of: side))) instead of at most \(rule.most)."
        }
        if rule.candidates == 1 { return "Allow a hub at \(name(rule)), which is locked out\(suffix(rule))." }
        let part = least == rule.candidates ? "all" : "\(least) of the"
        return "Allow \(least == 1 ? "a hub" : "hubs") at \(part) \(rule.candidates) sites that are locked out"
            + "\(suffix(rule))."
    }

    /// nil where only a plan without any hub would do, which nobody asks for.
    func change(_ side: RuleSide, to count: Int) -> String? {
        guard count > 0 else { return nil }
        let rule = classes.rules[side.rule]
        return "Ask for \(counted(count, title(of: side))) instead of \(rule.least)."
    }

    /// The name of a rule's only site.
    private func name(_ rule: SiteClasses.Rule) -> String {
        guard let siteClass = rule.classes.first.map({ classes.classes[$0] }), let site = siteClass.sites.first else {
            return "the site"
        }
        return "\"\(problem.services[siteClass.service].siteNames[Int(site)])\""
    }

    /// The name of the site that the question only supposes to be locked, where it is one of the rule's.
    private func supposed(_ rule: SiteClasses.Rule) -> String? {
        guard let service = rule.service.map({ problem.services[$0] }), let site = service.supposed,
            (rule.kind == .lockedIn ? service.lockedIn : service.lockedOut).contains(site)
        else { return nil }
        return "\"\(service.siteNames[Int(site)])\""
    }

    private func phrase(_ side: RuleSide) -> String {
        let rule = classes.rules[side.rule]
        switch (rule.kind, side.direction) {
        case (.count, _): return "exactly \(counted(rule.least, "hubs"))\(suffix(rule))"
        case (.lockedIn, _):
            let own = rule.least - (supposed(rule) == nil ? 0 : 1)
            let locked =
                own == 1 ? "the hub that exists or is locked in\(suffix(rule))" : "the \(own) \(title(of: side))"
            guard let supposed = supposed(rule) else { return locked }
            return own == 0 ? "a hub at \(supposed)\(suffix(rule))" : "\(locked), with one at \(supposed)"
        case (.lockedOut, _):
            let own = rule.candidates - (supposed(rule) == nil ? 0 : 1)
            let locked = own == 1 ? "the site that is locked out" : "the \(own) sites that are locked out"
            guard let supposed = supposed(rule) else { return "no hub at \(locked)\(suffix(rule))" }
            return "no hub at \(own == 0 ? supposed : "\(supposed) and at \(locked)")\(suffix(rule))"
        case (_, .cap): return "at most \(counted(rule.most, title(of: side)))"
        case (_, .floor), (_, .exactly): return "at least \(counted(rule.least, title(of: side)))"
        }
    }

    private func suffix(_ rule: SiteClasses.Rule) -> String {
        guard problem.services.count > 1, let service = rule.service else { return "" }
        return " (\(problem.services[service].id))"
    }

    /// "25 hubs in Leeds", "1 hub in Leeds": a title with its number before it.
    private func counted(_ number: Int, _ title: String) -> String {
        guard number == 1 else { return "\(number) \(title)" }
        let words = title.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let plural = words.firstIndex(where: { $0 == "hubs" }) else { return "1 \(title)" }
        var singular = words
        singular[plural].removeLast()
        return "1 \(singular.joined(separator: " "))"
    }

    static func list(_ phrases: [String]) -> String {
        guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? "" }
        return phrases.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension String {
    fileprivate var capitalisedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
