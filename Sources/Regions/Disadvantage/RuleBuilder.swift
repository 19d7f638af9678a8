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
    /// One value a site, by the attribute's name.
    let siteAttributes: [String: [String]]
    let thresholds: ThresholdTests

    /// All rules with what they decided by, in the study's order.
    /// - Throws: when rules are combined in a circle, or anything they read is amiss.
    func build(log: inout BuildLog) throws -> (rules: [DisadvantageRule], evidence: [RuleEvidence]) {
        var done: [String: Built] = [:]
        for rule in study.rules { _ = try build(rule, done: &done, within: [], log: &log) }
        let built = study.rules.compactMap { rule in
            done[rule.id].map { built in
                var built = built
                built.rule.edge = rule.edge
                built.rule.isCalledByTitle = rule.isCalledByTitle
                built.rule.accuracySource = rule.statedAccuracy?.source ?? ""
                built.rule.accuracyMark = rule.statedAccuracy?.mark ?? .assumed
                return built
            }
        }
        let rules = built.map(\.rule)
        for rule in rules where !rule.sites.contains(where: \.inside) {
            log.warn("No site stands in a place that the rule '\(rule.id)' (\(rule.title)) names.")
        }
        return (rules, built.map(\.evidence))
    }

    /// A place that qualifies, told apart from places of other lists by what its code is a code of.
    struct PlaceName: Hashable {
        var vintage: String
        var code: String
    }

    /// A rule with the names of its places, so that combinations can tell which places are the same.
    struct Built {
        var rule: DisadvantageRule
        /// In the whole list, which may reach beyond the study.
        var places: Set<PlaceName>
        var evidence: RuleEvidence
    }

    private func build(
        _ rule: StudyRule, done: inout [String: Built], within: [String], log: inout BuildLog
    ) throws -> Built {
        if let known = done[rule.id] { return known }
        guard !within.contains(rule.id) else {
            throw rule.place.failure("the rules \(Wording.quoted(within)) are combined in a circle.")
        }
        let built: Built
        switch rule.form {
        case .places(let places): built = try placeList(rule, places, log: &log)
        case .codes(let list): built = try areaCodes(rule, list)
        case .thresholds(let tests): built = try areaThresholds(rule, tests)
        case .sites(let filters): built = try markedSites(rule, filters)
        case .any(let names), .all(let names):
            let parts = try names.map { name in
                try build(part(name), of: rule, done: &done, within: within + [rule.id], log: &log)
            }
            built = try combined(rule, names, parts)
        }
        done[rule.id] = built
        return built
    }

    private func part(_ name: StudyName) throws -> StudyRule {
        guard let part = study.rules.first(where: { $0.id == name.text }) else {
            try Study.check(name.text, among: study.rules.map(\.id), what: "rule", at: name.place)
            throw name.place.failure("there is no rule '\(name.text)'.")
        }
        return part
    }

    /// A part of a combination, by the combination's own accuracy where it states one.
    private func build(
        _ part: StudyRule, of whole: StudyRule, done: inout [String: Built], within: [String], log: inout BuildLog
    ) throws -> Built {
        guard let accuracy = whole.statedAccuracy else {
            return try build(part, done: &done, within: within, log: &log)
        }
        var part = part
        part.statedAccuracy = accuracy
        // What is to be told of the part is told where it stands by itself.
        var apart: [String: Built] = [:]
        var unheard = BuildLog()
        return try build(part, done: &apart, within: within, log: &unheard)
    }

    /// The areas alone that pass the study's deprivation test; nil when it has none.
    func deprivedAreas() throws -> [Bool]? {
        try study.deprived.map { try thresholds.passes($0.thresholds) }
    }

    /// A rule decided by the area that a site stands in.
    /// - Parameters:
    ///   - qualifies: one value an area.
    ///   - codes: areas that qualify in the whole list, which may reach beyond the study.
    func byArea(
        _ rule: StudyRule, qualifies: [Bool], codes: some Sequence<String>, explanation: String,
        kind: RuleEvidence.Kind
    ) throws -> Built {
        let places = Set(codes.map { PlaceName(vintage: study.areas.vintage, code: $0) })
        let qualifying = areas.indices.filter { qualifies[$0] }
        let outlines =
            areaOutlines.isEmpty
            ? []
            : qualifying.map {
                Neighbourhood(code: areas[$0].code, name: areas[$0].name, outline: areaOutlines[$0])
            }
        let accuracy = outlines.isEmpty ? 0 : rule.accuracy
        let boundary = try BoundaryStanding(outlines: outlines.map(\.outline), accuracy: accuracy, edge: rule.edge)
        let built = DisadvantageRule(
            id: rule.id, title: rule.title, date: rule.date, source: rule.source, explanation: explanation,
            placeCount: places.count, placeKind: "areas",
            sites: sites.map { site in
                let area = Int(site.area)
                return boundary.standing(
                    of: site.point, isInside: qualifies[area], place: qualifies[area] ? areas[area].name : nil)
            },
            areas: try livingInside(rule) ?? qualifies, outlines: outlines, accuracy: accuracy)
        return Built(
            rule: built, places: places,
            evidence: RuleEvidence(kind: kind, outlines: outlines, areas: qualifies, people: try peopleTests(rule)))
    }

    /// Which areas' people live in a qualifying place, when the study states tests for it.
    func livingInside(_ rule: StudyRule) throws -> [Bool]? {
        rule.areas.isEmpty ? nil : try thresholds.passes(rule.areas)
    }

    /// Those tests with their values.
    func peopleTests(_ rule: StudyRule) throws -> [ThresholdEvidence] {
        try rule.areas.map { try thresholds.evidence($0) }
    }
}
