internal import HubModel

/// Says in plain words which rules clash and what would help.
struct ClashWording {
    let problem: PlacementProblem
    let classes: SiteClasses

    /// "At least 25 hubs in the 225 wards cannot be had: only 1 candidate site counts towards it."
    func sentence(_ sides: [RuleSide]) -> String {
        let phrases = sides.map { phrase($0) }
        let verb = sides.count == 1 ? "cannot be had" : "cannot be had together"
        let facts = sides.compactMap { fact($0, isAlone: sides.count == 1) }
        let reason = facts.isEmpty ? "" : ": " + list(facts)
        return "\(list(phrases)) \(verb)\(reason).".capitalisedFirst
    }

    func title(of side: RuleSide) -> String {
        let rule = classes.rules[side.rule]
        guard problem.services.count > 1, let service = rule.service else { return rule.title }
        return "\(rule.title) (\(problem.services[service].id))"
    }

    func lower(_ side: RuleSide, to most: Int) -> String {
        let rule = classes.rules[side.rule]
        guard rule.kind == .lockedIn else {
            return "Ask for at least \(counted(most, title(of: side))) instead of \(rule.least)."
        }
        return "Let go of \(rule.least - most) of the \(counted(rule.least, title(of: side)))."
    }

    func raise(_ side: RuleSide, to least: Int) -> String {
        let rule = classes.rules[side.rule]
        guard rule.kind == .lockedOut else {
            return "Allow \(counted(least, title(of: side))) instead of at most \(rule.most)."
        }
        return "Allow \(least) of the \(sites(rule.candidates)) that \(rule.candidates == 1 ? "is" : "are") locked out"
            + "\(suffix(rule))."
    }

    func change(_ side: RuleSide, to count: Int) -> String {
        let rule = classes.rules[side.rule]
        return "Ask for \(counted(count, title(of: side))) instead of \(rule.least)."
    }

    private func phrase(_ side: RuleSide) -> String {
        let rule = classes.rules[side.rule]
        switch (rule.kind, side.direction) {
        case (.count, _): return "exactly \(counted(rule.least, "hubs"))\(suffix(rule))"
        case (.lockedIn, _): return "the \(counted(rule.least, title(of: side)))"
        case (.lockedOut, _):
            return "no hub at the \(counted(rule.candidates, "sites that are locked out"))\(suffix(rule))"
        case (_, .cap): return "at most \(counted(rule.most, title(of: side)))"
        case (_, .floor), (_, .exactly): return "at least \(counted(rule.least, title(of: side)))"
        }
    }

    /// What the data says about a rule; nil when it explains nothing.
    private func fact(_ side: RuleSide, isAlone: Bool) -> String? {
        let rule = classes.rules[side.rule]
        let have = rule.candidates == 0 ? "no candidate site" : "only \(rule.candidates) candidate site"
        let plural = rule.candidates > 1 ? "s" : ""
        switch (rule.kind, side.direction) {
        case (.count, _): return isAlone ? "there \(plural.isEmpty ? "is" : "are") \(have)\(plural)" : nil
        case (.limit, .floor), (.total, .floor):
            let verb = plural.isEmpty ? "counts" : "count"
            return isAlone
                ? "\(have)\(plural) \(verb) towards it"
                : "\(rule.candidates == 0 ? "no" : String(rule.candidates)) candidate site\(plural) \(verb) as "
                    + "\"\(rule.title)\""
        default: return nil
        }
    }

    private func suffix(_ rule: SiteClasses.Rule) -> String {
        guard problem.services.count > 1, let service = rule.service else { return "" }
        return " (\(problem.services[service].id))"
    }

    private func sites(_ count: Int) -> String { count == 1 ? "1 site" : "\(count) sites" }

    /// "25 hubs in Leeds", "1 hub in Leeds": a title with its number before it.
    private func counted(_ number: Int, _ title: String) -> String {
        guard number == 1 else { return "\(number) \(title)" }
        let words = title.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let plural = words.firstIndex(where: { $0 == "hubs" || $0 == "sites" }) else { return "1 \(title)" }
        var singular = words
        singular[plural].removeLast()
        if plural + 1 < words.count, words[plural + 1] == "that", plural + 2 < words.count {
            singular = singular.map { $0 == "are" ? "is" : $0 == "exist" ? "exists" : $0 }
        }
        return "1 \(singular.joined(separator: " "))"
    }

    private func list(_ phrases: [String]) -> String {
        guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? "" }
        return phrases.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension String {
    fileprivate var capitalisedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
