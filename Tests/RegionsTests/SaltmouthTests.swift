import Foundation
import HubModel
import Regions
import Testing

/// The committed fixture, read whole: what its README promises is what arrives.
@Suite struct SaltmouthTests {
    private let region: Region
    private let request: PlacementRequest

    init() throws {
        let path = EnglandData.packageRoot.appendingPathComponent("Fixtures/saltmouth/study.yaml").path
        let prepared = try StudyLoader(travellers: .plain).load(path: path)
        region = prepared.region
        request = prepared.request
    }

    @Test func everythingArrives() {
        #expect(region.areas.count == 150)
        #expect(region.areaOutlines.count == 150)
        #expect(region.neighbourhoods.count == 10)
        #expect(region.backdrop.count == 2)
        #expect(region.sites.count { $0.status == .candidate } == 60)
        #expect(Set(region.sites.map(\.status)) == Set(SiteStatus.allCases))
        #expect(region.groups.map(\.id) == ["disabled", "minority"])
        #expect(region.findings.filter { $0.kind == .warning }.isEmpty)
        #expect(region.sites.allSatisfy { $0.neighbourhood != nil })
        #expect(request.services.contains { !$0.existing.isEmpty })
        #expect(region.sites.contains { $0.id == "00007" }, "a number with leading zeros is text")
    }

    /// The children are counted by the areas of 2011; the lookup moves them and loses none.
    @Test func childrenKeepTheirTotals() throws {
        let table = EnglandData.packageRoot.appendingPathComponent("Fixtures/saltmouth/children_by_age_s11.csv")
        let file = try String(contentsOf: table, encoding: .utf8)
        let rows = file.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",").dropFirst().compactMap { Int($0) }
        }
        #expect(rows.allSatisfy { $0.count == 19 })
        let total = { (ages: ClosedRange<Int>) in rows.reduce(0) { $0 + $1[ages].reduce(0, +) } }
        #expect(region.demand[0].reduce(0) { $0 + Int($1.children) } == total(10...18))
        #expect(region.demand[1].reduce(0) { $0 + Int($1.children) } == total(0...4))
    }

    /// The demo has children in all three rows: doubly disadvantaged, deprived only, and the rest.
    @Test func someAreasAreDeprivedAndNothingElse() throws {
        let deprived = try #require(region.deprivedAreas)
        let list = try #require(region.rules.first { $0.id == "placeList" })
        #expect(zip(deprived, list.areas).count { $0 && !$1 } == 18)
        #expect(zip(deprived, list.areas).count { !$0 && !$1 } > 50)
    }

    @Test func theTwoRulesDisagreeAsTheReadmeSays() throws {
        let list = try #require(region.rules.first { $0.id == "placeList" })
        let indices = try #require(region.rules.first { $0.id == "bothIndices" })
        #expect(list.outlines.map(\.name).sorted() == ["Coldhythe", "Ferryside", "Gannet Hill"])
        #expect(indices.areas.count { $0 } == 23)
        #expect(zip(indices.areas, list.areas).allSatisfy { !$0 || $1 })
        #expect(list.areas.count { $0 } > 23)
        for service in [0, 1] {
            let qualifying = region.sites.indices.count {
                list.sites[$0].inside && region.sites[$0].suits & (1 << UInt32(service)) != 0
            }
            #expect(qualifying >= request.services[service].count)
        }
    }
}
