import Foundation
import HubModel
import HubPlanTestSupport
import Reports
import Testing

@testable import HubPlan

/// The rules of the fictional district, asked about its places.
@Suite struct RuleAnswerTests {
    /// The fixture's study with its list accurate to 400 m, so that some sites are borderline, and rules of every form.
    private func run() throws -> StudyRun {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/saltmouth")
        let text = try String(contentsOf: file.appendingPathComponent("study.yaml"), encoding: .utf8)
        try #require(text.contains("    accuracy: 25 ") && text.contains("\ndeprived:"))
        let more = """
              halls:
                title: halls
                date: 2026
                sites: {attribute: kind, in: [community hall, church hall]}
              either: {title: either, date: 2026, any: [placeList, bothIndices]}
              both: {title: both, date: 2026, all: [placeList, bothIndices], accuracy: 900}

            """
        let scratch = try ScratchFolder()
        let path = try scratch.write(
            "study.yaml",
            text.replacing("    accuracy: 25 ", with: "    accuracy: 400 ")
                .replacing("\n# Wider than the rules", with: more + "\n# Wider than the rules"))
        return try withExtendedLifetime(scratch) { try StudyRun.prepare(path, dataFolder: file.path) }
    }

    /// Whatever is told of a site is what the solver was given.
    @Test func verdictsAreTheStandingsThatCount() throws {
        let run = try run()
        let region = run.region
        #expect(region.rules.map(\.id) == ["placeList", "bothIndices", "halls", "either", "both"])
        let explainer = RuleExplainer(run.study)
        for site in region.sites.indices {
            for verdict in try explainer.verdicts(on: Spot(site: site, in: region)) {
                let rule = region.rules[verdict.rule]
                let known = rule.sites[site]
                #expect(verdict.standing?.inside == known.inside, "\(rule.id), \(region.sites[site].id)")
                #expect(verdict.standing?.borderline == known.borderline, "\(rule.id), \(region.sites[site].id)")
                #expect(verdict.standing?.place == known.place)
                if verdict.parts.isEmpty, let metres = known.metresToBoundary {
                    #expect(verdict.standing?.metresToBoundary == metres)
                }
                #expect(verdict.peopleCount == rule.areas[Int(region.sites[site].area)])
            }
        }
        #expect(region.rules[0].sites.contains { $0.inside && $0.borderline })
        #expect(region.rules[0].sites.contains { !$0.inside && $0.borderline })
        #expect(region.rules[4].sites != region.rules[3].sites)
    }

    @Test func aBorderlineSiteIsToldWithMetresAndAccuracy() throws {
        let run = try run()
        let region = run.region
        let site = try #require(region.rules[0].sites.firstIndex { !$0.inside && $0.borderline })
        let text = try RuleAnswer(.site(region.sites[site].id), of: run).text
        #expect(text.contains("OUT, borderline: the three doubly disadvantaged neighbourhoods"))
        #expect(text.contains("Borderline: boundary and coordinates together are accurate to 400 m"))
        let metres = try #require(region.rules[0].sites[site].metresToBoundary)
        #expect(text.contains("\(Int(metres.rounded())) m away"))
        #expect(text.contains("Source: doubly_disadvantaged_places.csv. Date: 2026."))
    }

    /// Distances by an oracle that knows nothing of GEOS: the nearest of many points along every edge.
    @Test func metresToTheBoundaryAreThoseOfItsEdges() throws {
        let run = try run()
        let spot = Spot(site: 0, in: run.region)
        let verdict = try #require(try RuleExplainer(run.study).verdicts(on: spot).first)
        let metres = try #require(verdict.standing?.metresToBoundary)
        var nearest = Double.infinity
        for ring in run.region.rules[0].outlines.flatMap({ $0.outline.polygons.joined() }) {
            for (from, to) in zip(ring, ring.dropFirst()) {
                for step in 0...200 {
                    let part = Double(step) / 200
                    let point = Point(x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y))
                    nearest = min(nearest, point.distance(to: spot.point))
                }
            }
        }
        // Lines between two qualifying places are no boundary, so the true edge can only be farther.
        #expect(metres >= nearest - 5)
        #expect(metres <= nearest + 5 || verdict.standing?.inside == true)
    }

    @Test func thresholdsTellValueRankAndDistance() throws {
        let run = try run()
        let region = run.region
        let inside = try #require(region.rules[1].areas.firstIndex(of: true))
        let text = try RuleAnswer(.place(region.areas[inside].code), of: run).text
        #expect(text.contains("IN WHOLE: areas in the worst two tenths of both indices"))
        #expect(text.contains("at most 2 is asked: met"))
        #expect(text.contains("of 150 (1 is the worst), and the last rank that counts is 30: met"))
        let outside = try #require(region.rules[1].areas.firstIndex(of: false))
        let other = try RuleAnswer(.place(region.areas[outside].name), of: run).text
        #expect(other.contains("OUT: areas in the worst two tenths of both indices"))
        #expect(other.contains(": missed by"))
    }

    @Test func aPointIsReadInTheStudysSystemOrAsDegrees() throws {
        let run = try run()
        let area = run.region.areas[0]
        let grid = try AskedPoint("\(area.point.x),\(area.point.y)", in: run.region)
        #expect(grid.point == area.point)
        #expect(grid.reading == "EPSG:27700")
        guard
            case .spot(_, _, let found, let site, _, _) = try RuleAnswer(
                .point("\(area.point.x), \(area.point.y)"), of: run
            ).subject
        else {
            Issue.record("a point is a spot")
            return
        }
        #expect(found == 0)
        #expect(site == nil)
        // Latitude and longitude of a point of the fixture, read back within a metre.
        let degrees = try AskedPoint("52.855,1.868", in: run.region)
        #expect(degrees.reading == "latitude and longitude")
        for (text, part) in [
            ("1.868,52.855", "latitude comes first"), ("somewhere", "is not a point"), ("1,2,3", "is not a point"),
            ("-40,-100", "nowhere near the study"),
        ] {
            let error = #expect(throws: HubPlanError.self) { _ = try AskedPoint(text, in: run.region) }
            #expect(error?.description.contains(part) ?? false, "\(error?.description ?? "")")
        }
    }

    @Test func placesAreFoundByNameAndCounted() throws {
        let run = try run()
        guard case .place(let title, let counts, let totals) = try RuleAnswer(.place("coldhythe"), of: run).subject
        else {
            Issue.record("a neighbourhood is a place")
            return
        }
        #expect(title == "Coldhythe (neighbourhood N05)")
        #expect(counts[0].isListed == true)
        #expect(counts[0].areas == totals.areas)
        #expect(counts[1].areas < totals.areas)
        #expect(zip(counts[1].children, totals.children).allSatisfy { $0 < $1 })
        let error = #expect(throws: HubPlanError.self) { _ = try RuleAnswer(.place("Coldhyte"), of: run) }
        #expect(error?.description.contains("Did you mean 'Coldhythe'?") ?? false)
        let site = #expect(throws: HubPlanError.self) { _ = try RuleAnswer(.site("nowhere"), of: run) }
        #expect(site?.description.contains("no site with id 'nowhere'") ?? false)
    }

    /// Parts and wholes add up, whatever the pair.
    @Test func whatRulesShareAddsUp() throws {
        let run = try run()
        let comparison = try RuleCounts(run).comparison
        let rows = comparison.rows
        #expect(rows.count == 5 + 3 * 10 + 3)
        for first in 0..<5 {
            for second in (first + 1)..<5 {
                let pair = rows.filter { $0.rules == [first, second] }
                #expect(pair.map(\.sort) == [.both, .firstOnly, .secondOnly])
                #expect(pair[0].areas + pair[1].areas == rows[first].areas)
                #expect(pair[0].areas + pair[2].areas == rows[second].areas)
                for service in 0..<2 {
                    #expect(pair[0].children[service] + pair[1].children[service] == rows[first].children[service])
                    #expect(
                        pair[0].candidates[service] + pair[2].candidates[service] == rows[second].candidates[service])
                }
            }
        }
        let (any, none) = (rows[rows.count - 2], rows[rows.count - 1])
        #expect(any.areas + none.areas == run.region.areas.count)
        #expect(rows[0].borderline?.contains { $0 > 0 } ?? false)
    }
}
