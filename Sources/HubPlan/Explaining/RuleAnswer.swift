package import HubModel
internal import Regions

/// What is asked of a study's rules.
package enum RuleQuestion: Sendable {
    /// Each rule, with what it holds.
    case overview
    /// A site by its id.
    case site(String)
    /// Two numbers: x and y in the study's system, or latitude and longitude where they can only be that.
    case point(String)
    /// An area, a neighbourhood, a district or a place of a rule, by name or code.
    case place(String)
}

/// People and sites that count under a rule, in the whole study or in a place of it.
package struct RuleCount: Sendable {
    /// Index into `Region.rules`.
    package var rule: Int
    package var areas: Int
    /// One a service of the region: children of those areas.
    package var children: [Int64]
    package var sites: Int
    /// Of all sites of the place, those that could stand on either side.
    package var borderline: Int
    /// Whether the place's own code is on the rule's list; nil when the rule has no such list or the place no code.
    package var isListed: Bool?
    /// For a place of one area, what the rule says of the point that stands for its people; nil otherwise.
    package var verdict: RuleVerdict?
}

/// Everything that is counted in a place, whatever the rule.
package struct PlaceTotals: Sendable {
    package var areas: Int
    package var children: [Int64]
    package var sites: Int
}

/// The rules' answer to a question, before it is put in words.
package struct RuleAnswer: Sendable {
    package enum Subject: Sendable {
        /// A point or a site with one verdict a rule; `reading` is what the numbers were taken for, nil for a site.
        case spot(title: String, point: Point, area: Int, site: Int?, reading: String?, verdicts: [RuleVerdict])
        /// A place, or the whole study.
        case place(title: String, counts: [RuleCount], totals: PlaceTotals)
    }

    package let study: StudyRun
    package let subject: Subject

    package init(_ question: RuleQuestion, of study: StudyRun) throws {
        self.study = study
        let region = study.region
        guard !region.rules.isEmpty else {
            throw HubPlanError(
                "\(study.path) names no rule under `disadvantage`, so there is none to explain. Add one.")
        }
        switch question {
        case .overview:
            subject = try Self.counts(
                NamedPlace(
                    title: region.name, areas: Array(region.areas.indices), sites: Array(region.sites.indices)),
                study)
        case .place(let name):
            subject = try Self.counts(
                PlaceFinder(region: region, evidence: study.study.evidence).place(name), study)
        case .site(let id):
            guard let site = region.sites.firstIndex(where: { $0.id == id }) else {
                throw HubPlanError(
                    "The study has no site with id '\(id)'. Ids are those of the study's files with their layer's prefix, "
                        + "as `hubs.csv` and `plan.gpkg` of a run have them.")
            }
            subject = try Self.spot(Spot(site: site, in: region), reading: nil, study)
        case .point(let text):
            let asked = try AskedPoint(text, in: region)
            subject = try Self.spot(
                Spot(point: asked.point, title: "The point \(text)", in: region), reading: asked.reading, study)
        }
    }

    private static func spot(_ spot: Spot, reading: String?, _ study: StudyRun) throws -> Subject {
        .spot(
            title: spot.title, point: spot.point, area: spot.area, site: spot.site, reading: reading,
            verdicts: try RuleExplainer(study.study).verdicts(on: spot))
    }

    private static func counts(_ place: NamedPlace, _ study: StudyRun) throws -> Subject {
        let region = study.region
        let verdicts =
            place.areas.count == 1
            ? try RuleExplainer(study.study).verdicts(on: Spot(area: place.areas[0], in: region)) : []
        func children(_ areas: [Int]) -> [Int64] {
            region.demand.map { demand in
                areas.reduce(0) { $0 + demand[2 * $1].children + demand[2 * $1 + 1].children }
            }
        }
        let counts = region.rules.indices.map { rule in
            let areas = place.areas.filter { region.rules[rule].areas[$0] }
            let standings = place.sites.map { region.rules[rule].sites[$0] }
            return RuleCount(
                rule: rule, areas: areas.count, children: children(areas), sites: standings.count(where: \.inside),
                borderline: standings.count(where: \.borderline),
                isListed: place.code.flatMap { code in
                    guard case .places(let list?, _) = study.study.evidence[rule].kind else { return nil }
                    return list.codes.contains(code)
                }, verdict: verdicts.isEmpty ? nil : verdicts[rule])
        }
        return .place(
            title: place.title, counts: counts,
            totals: PlaceTotals(
                areas: place.areas.count, children: children(place.areas), sites: place.sites.count))
    }
}
