internal import HubModel
internal import Regions
internal import Spatial

/// Asks the rules of a study about one point at a time.
final class RuleExplainer {
    private let region: Region
    private let evidence: [RuleEvidence]
    private var edges: [Int: Edges] = [:]

    /// Distances are looked for as far as this, in metres: farther than any two places of Britain.
    private static let farthest = 2_000_000.0

    init(_ study: PreparedStudy) {
        region = study.region
        evidence = study.evidence
    }

    func verdicts(on spot: Spot) throws -> [RuleVerdict] {
        try region.rules.indices.map { try verdict(of: $0, on: spot, accuracy: nil) }
    }

    /// - Parameter shared: metres that the combination which the rule is a part of states for all its parts.
    private func verdict(of rule: Int, on spot: Spot, accuracy shared: Double?) throws -> RuleVerdict {
        let evidence = evidence[rule]
        let accuracy = shared ?? region.rules[rule].accuracy
        var verdict = RuleVerdict(
            rule: rule, tests: [], peopleCount: region.rules[rule].areas[spot.area],
            peopleTests: evidence.people.map { .init($0, area: spot.area) })
        switch evidence.kind {
        case .places(let list, _):
            let edges = try edges(of: rule)
            let place = edges?.places.containing(spot.point).first.map { evidence.outlines[$0] }
            try settle(&verdict, spot, isInside: place != nil, place: place?.name, accuracy)
            if let list, let place { verdict.listing = listing(place.code, list) }
        case .codes(let list):
            try settleByArea(&verdict, evidence, spot, accuracy)
            verdict.listing = listing(list.areaKeys[spot.area], list)
        case .thresholds(let tests):
            try settleByArea(&verdict, evidence, spot, accuracy)
            verdict.tests = tests.map { .init($0, area: spot.area) }
        case .sites:
            verdict.standing = spot.site.map { region.rules[rule].sites[$0] }
        case .any(let parts), .all(let parts):
            let needsAll = if case .all = evidence.kind { true } else { false }
            verdict.parts = try parts.map {
                try self.verdict(of: $0, on: spot, accuracy: shared ?? evidence.partsAccuracy)
            }
            let standings = verdict.parts.compactMap(\.standing)
            if standings.count == parts.count {
                verdict.standing = SiteStanding.together(standings, needsAll: needsAll)
            }
        }
        return verdict
    }

    private func listing(_ code: String, _ list: ListedCodes) -> RuleVerdict.Listing {
        .init(
            code: code, isListed: list.codes.contains(code), file: list.file, vintage: list.vintage,
            length: list.codes.count)
    }

    private func settleByArea(
        _ verdict: inout RuleVerdict, _ evidence: RuleEvidence, _ spot: Spot, _ accuracy: Double
    ) throws {
        let isInside = evidence.areas[spot.area]
        try settle(&verdict, spot, isInside: isInside, place: isInside ? region.areas[spot.area].name : nil, accuracy)
    }

    private func settle(
        _ verdict: inout RuleVerdict, _ spot: Spot, isInside: Bool, place: String?, _ accuracy: Double
    ) throws {
        let edges = try edges(of: verdict.rule)
        let metres = edges?.merged.nearestBoundary(to: spot.point, within: Self.farthest)?.metres
        verdict.standing = SiteStanding(
            inside: isInside, borderline: metres.map { $0 < accuracy } ?? false, metresToBoundary: metres, place: place)
        if !isInside { verdict.nearest = nearest(verdict.rule, spot, edges)?.name }
    }

    private func nearest(_ rule: Int, _ spot: Spot, _ edges: Edges?) -> Neighbourhood? {
        edges?.places.nearestBoundary(to: spot.point, within: Self.farthest).map { evidence[rule].outlines[$0.index] }
    }

    /// The qualifying places one by one, and with the lines between two of them gone.
    private struct Edges {
        var places: PolygonIndex
        var merged: PolygonIndex
    }

    private func edges(of rule: Int) throws -> Edges? {
        if let known = edges[rule] { return known }
        let outlines = evidence[rule].outlines.map(\.outline)
        guard outlines.contains(where: { !$0.isEmpty }) else { return nil }
        let merged = try Geometry.union(outlines.filter { !$0.isEmpty })
        let made = Edges(
            places: try PolygonIndex(outlines),
            merged: try PolygonIndex(merged.polygons.map { Outline(polygons: [$0]) }))
        edges[rule] = made
        return made
    }
}
