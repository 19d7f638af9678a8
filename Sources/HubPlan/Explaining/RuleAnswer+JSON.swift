internal import Foundation
internal import HubModel
internal import Regions

extension RuleAnswer {
    /// The answer for other programs, `hubplan-rules/1`.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    private struct Document: Encodable {
        struct Place: Encodable {
            var title: String
            var areas: Int
            var children: [String: Int64]
            var sites: Int
        }
        struct Spot: Encodable {
            var title: String
            var site: String?
            var x: Double
            var y: Double
            /// What the numbers given were taken for; left out for a site.
            var readAs: String?
            var area: String
            var areaName: String
        }
        struct Test: Encodable {
            var column: String
            var file: String
            var value: String
            var atMost: Double?
            var atLeast: Double?
            var equals: String?
            var ranked: Int?
            var passes: Bool
            var margin: Double?
        }
        struct Listing: Encodable {
            var code: String
            var listed: Bool
            var file: String
            var vintage: String
            var length: Int
        }
        struct Verdict: Encodable {
            var rule: String
            var inside: Bool?
            var borderline: Bool?
            var metresToBoundary: Double?
            var accuracyMetres: Double
            var place: String?
            var nearestPlace: String?
            var listing: Listing?
            var tests: [Test]
            var peopleCount: Bool
            var peopleTests: [Test]
            var parts: [Verdict]
        }
        struct Count: Encodable {
            var rule: String
            var areas: Int
            var children: [String: Int64]
            var sites: Int
            var borderlineSites: Int
            var listed: Bool?
        }
        struct Rule: Encodable {
            var id: String
            var title: String
            var date: String
            var source: String
            var explanation: String
            var places: Int
            var placeKind: String
        }
        var schema = "hubplan-rules/1"
        var study: String
        var crs: String
        var rules: [Rule]
        var spot: Spot?
        var verdicts: [Verdict]?
        var place: Place?
        var counts: [Count]?
    }

    private var document: Document {
        let region = study.region
        var document = Document(
            study: region.name, crs: region.crs,
            rules: region.rules.map {
                .init(
                    id: $0.id, title: $0.title, date: $0.date, source: $0.source, explanation: $0.explanation,
                    places: $0.placeCount, placeKind: $0.placeKind)
            })
        switch subject {
        case .spot(let title, let point, let area, let site, let reading, let verdicts):
            document.spot = .init(
                title: title, site: site.map { region.sites[$0].id }, x: point.x, y: point.y, readAs: reading,
                area: region.areas[area].code, areaName: region.areas[area].name)
            document.verdicts = verdicts.map(verdict)
        case .place(let title, let counts, let totals):
            document.place = .init(
                title: title, areas: totals.areas, children: byService(totals.children), sites: totals.sites)
            document.counts = counts.map { count in
                .init(
                    rule: region.rules[count.rule].id, areas: count.areas, children: byService(count.children),
                    sites: count.sites, borderlineSites: count.borderline, listed: count.isListed)
            }
        }
        return document
    }

    private func byService(_ children: [Int64]) -> [String: Int64] {
        Dictionary(uniqueKeysWithValues: zip(study.region.services.map(\.id), children))
    }

    private func verdict(_ verdict: RuleVerdict) -> Document.Verdict {
        let rule = study.region.rules[verdict.rule]
        return .init(
            rule: rule.id, inside: verdict.standing?.inside, borderline: verdict.standing?.borderline,
            metresToBoundary: verdict.standing?.metresToBoundary.map { ($0 * 10).rounded() / 10 },
            accuracyMetres: rule.accuracy, place: verdict.standing?.place, nearestPlace: verdict.nearest,
            listing: verdict.listing.map {
                .init(code: $0.code, listed: $0.isListed, file: $0.file, vintage: $0.vintage, length: $0.length)
            },
            tests: verdict.tests.map(Self.test), peopleCount: verdict.peopleCount,
            peopleTests: verdict.peopleTests.map(Self.test), parts: verdict.parts.map(self.verdict))
    }

    private static func test(_ test: RuleVerdict.Test) -> Document.Test {
        var written = Document.Test(
            column: test.column, file: test.file, value: test.value, ranked: test.ranked, passes: test.passes,
            margin: test.margin)
        switch test.bound {
        case .atMost(let most): written.atMost = most
        case .atLeast(let least): written.atLeast = least
        case .equals(let text): written.equals = text
        }
        return written
    }
}
