import HubModel
import Testing

@testable import Regions

/// What a combination states for itself: whose people count, and how accurate its boundaries are.
struct CombinedRuleTests {
    private let parts = "  worst: {title: worst, date: 2026, thresholds: {column: rank, atLeast: 4}}\n"

    /// `listed` has no accuracy, so its site 100 m inside is borderline only where the combination says so.
    @Test func itsOwnAccuracyHoldsForItsParts() throws {
        let more =
            parts
                + """
                  plain: {title: plain, date: 2026, any: [listed, worst]}
                  wide: {title: wide, date: 2026, any: [listed, worst], accuracy: 150}
                  nested: {title: nested, date: 2026, all: [plain], accuracy: 150}
                """
        let prepared = try SmallStudy().adding(more).load()
        let rules = Dictionary(uniqueKeysWithValues: prepared.region.rules.map { ($0.id, $0) })
        #expect(rules["plain"]?.sites.map(\.borderline) == [false, false])
        #expect(rules["wide"]?.sites.map(\.borderline) == [true, true])
        #expect(rules["wide"]?.sites.map(\.inside) == [true, true])
        #expect(rules["nested"]?.sites.map(\.borderline) == [true, true])
        #expect(rules["listed"]?.sites.map(\.borderline) == [false, false])
        #expect(["plain", "wide", "nested"].map { rules[$0]?.accuracy } == [0, 150, 150])
    }

    @Test func aStatedAccuracyOfNothingMarksNothing() throws {
        let more = "  none: {title: none, date: 2026, any: [listed], accuracy: 0}"
        let study = SmallStudy().replacing("date: 2026", with: "date: 2026\n    accuracy: 150").adding(more)
        let rules = try study.load().region.rules
        #expect(rules.map { $0.sites[0].borderline } == [true, false])
    }

    @Test func itsOwnTestsSayWhosePeopleCount() throws {
        let more =
            parts + "  either: {title: either, date: 2026, any: [listed, worst], areas: {column: rank, atMost: 1}}"
        let rule = try #require(try SmallStudy().adding(more).load().region.rules.last)
        #expect(rule.areas == [true, false, false, false])
        #expect(rule.explanation.contains("by the study's own test"))
    }

    /// What is to be told of a part is told once, whoever builds it again.
    @Test func partsAreNotToldTwice() throws {
        let more = "  wide: {title: wide, date: 2026, any: [listed], accuracy: 150}"
        let list = "places: {list: {file: list.csv, key: code, vintage: Ward 2017}, polygons:"
        let study = SmallStudy().with("list.csv", "code,n\nA,1\nZ,2\n").replacing("places: {polygons:", with: list)
        let findings = try study.adding(more).load().region.findings.filter {
            $0.sentence.contains("has no polygon in")
        }
        #expect(findings.count == 1)
    }
}
