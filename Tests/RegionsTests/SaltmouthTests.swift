import Foundation
import HubModel
import Regions
import Testing

/// The committed fixture reads as its study says.
struct SaltmouthTests {
    @Test func itLoads() throws {
        let path = EnglandData.packageRoot.appendingPathComponent("Fixtures/saltmouth/study.yaml").path
        let prepared = try StudyLoader(travellers: .plain).load(path: path)
        let region = prepared.region
        #expect(region.services.map(\.id) == ["youngFutures", "earlyYears"])
        #expect(region.areaOutlines.allSatisfy { !$0.isEmpty })
        #expect(region.rules.allSatisfy { $0.sites.contains(where: \.inside) })
        #expect(prepared.request.services.contains { !$0.existing.isEmpty })
        for site in region.sites { #expect(site.neighbourhood != nil) }
    }
}
