/// The few sites that a large problem begins with: every so many of them, and enough of each kind to keep the rules.
enum FirstSites {
    /// - Parameter warm: sites of a plan to begin from, taken in as they are.
    /// - Returns: sites that may be open, ascending.
    static func sample(_ rules: SiteRules, _ settings: EngineSettings, warm: [UInt32]?) -> [UInt32] {
        let allowed = rules.allowedSites
        let least = max(settings.leastSample, settings.coarseFactor * rules.count, allowed.count / 16)
        let step = max(1, allowed.count / least)
        var chosen = Set(rules.lockedIn + (warm ?? []).filter { rules.standing[Int($0)] != .lockedOut })
        for place in stride(from: 0, to: allowed.count, by: step) { chosen.insert(allowed[place]) }
        // A floor needs some choice among its sites.
        for (limit, bounds) in rules.bounds.enumerated() where bounds.least > 0 {
            let members = allowed.filter { rules.limitsOfClass[rules.classOf[Int($0)]].contains(limit) }
            let wanted = min(members.count, settings.coarseFactor * bounds.least)
            let missing = members.filter { !chosen.contains($0) }
            let short = wanted - (members.count - missing.count)
            guard short > 0 else { continue }
            for place in 0..<short { chosen.insert(missing[place * missing.count / short]) }
        }
        return chosen.sorted()
    }
}
