internal import HubModel

/// Applies the study's disadvantage rules to its sites and areas.
///
/// Each form of rule has a file of its own and is listed in `build(_:)`.
struct RuleBuilder {
    let study: Study
    let tables: AreaTables
    let files: DataFiles
    let outlineReader: OutlineReader
    let areas: [Area]
    /// Empty, or one an area.
    let areaOutlines: [Outline]
    let extent: Extent
    let sites: [CandidateSite]
    let thresholds: ThresholdTests

    /// All rules, in the study's order.
    /// - Throws: when rules are combined in a circle, or anything they read is amiss.
    func build(log: inout BuildLog) throws -> [DisadvantageRule] {
        var done: [String: DisadvantageRule] = [:]
        for rule in study.rules { _ = try build(rule, done: &done, within: [], log: &log) }
        let rules = study.rules.compactMap { done[$0.id] }
        for rule in rules where !rule.sites.contains(where: \.inside) {
            log.warn("No site stands in a place that the rule '\(rule.id)' (\(rule.title)) names.")
        }
        return rules
    }

    private func build(
        _ rule: StudyRule, done: inout [String: DisadvantageRule], within: [String], log: inout BuildLog
    ) throws -> DisadvantageRule {
        if let known = done[rule.id] { return known }
        guard !within.contains(rule.id) else {
            throw rule.place.failure("the rules \(Wording.quoted(within)) are combined in a circle.")
        }
        let built: DisadvantageRule
        switch rule.form {
        case .places(let places): built = try placeList(rule, places, log: &log)
        case .codes(let list): built = try areaCodes(rule, list)
        case .thresholds(let tests): built = try areaThresholds(rule, tests)
        case .any(let names), .all(let names):
            let parts = try names.map { name in
                guard let part = study.rules.first(where: { $0.id == name.text }) else {
                    try Study.check(name.text, among: study.rules.map(\.id), what: "rule", at: name.place)
                    throw name.place.failure("there is no rule '\(name.text)'.")
                }
                return try build(part, done: &done, within: within + [rule.id], log: &log)
            }
            if case .any = rule.form {
                built = combined(rule, parts, .any)
            } else {
                built = combined(rule, parts, .all)
            }
        }
        done[rule.id] = built
        return built
    }

    /// The areas alone that pass the study's deprivation test; nil when it has none.
    func deprivedAreas() throws -> [Bool]? {
        try study.deprived.map { try thresholds.passes($0.thresholds) }
    }

    /// A rule decided by the area that a site stands in.
    /// - Parameters:
    ///   - qualifies: one value an area.
    ///   - placeCount: places that qualify in the whole list, which may reach beyond the study.
    func byArea(
        _ rule: StudyRule, qualifies: [Bool], placeCount: Int, explanation: String
    ) throws -> DisadvantageRule {
        let qualifying = areas.indices.filter { qualifies[$0] }
        let outlines =
            areaOutlines.isEmpty
            ? []
            : qualifying.map {
                Neighbourhood(code: areas[$0].code, name: areas[$0].name, outline: areaOutlines[$0])
            }
        let accuracy = outlines.isEmpty ? 0 : rule.accuracy
        let boundary = try BoundaryStanding(outlines: outlines.map(\.outline), accuracy: accuracy)
        return DisadvantageRule(
            id: rule.id, title: rule.title, date: rule.date, source: rule.source, explanation: explanation,
            placeCount: placeCount, placeKind: "areas",
            sites: sites.map { site in
                let area = Int(site.area)
                return boundary.standing(
                    of: site.point, isInside: qualifies[area], place: qualifies[area] ? areas[area].name : nil)
            },
            areas: try livingInside(rule) ?? qualifies, outlines: outlines, accuracy: accuracy)
    }

    /// Which areas' people live in a qualifying place, when the study states tests for it.
    func livingInside(_ rule: StudyRule) throws -> [Bool]? {
        rule.areas.isEmpty ? nil : try thresholds.passes(rule.areas)
    }
}
