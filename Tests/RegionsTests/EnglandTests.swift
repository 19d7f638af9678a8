import Foundation
import HubModel
import Regions
import Testing

/// The real studies, where the real data is to be had.
@Suite(.enabled(if: EnglandData.isThere))
struct EnglandTests {
    @Test(arguments: ["hastings", "young-futures", "both-services"])
    func loads(_ name: String) throws {
        let start = Date()
        let prepared = try EnglandData.load(name)
        let region = prepared.region
        print(name, Date().timeIntervalSince(start), "s")
        print(region.areas.count, region.sites.count, region.neighbourhoods.count)
        for s in region.services.indices {
            print(region.services[s].id, region.demand[s].reduce(0) { $0 + $1.children }, region.sites.count { $0.suits & (1 << UInt32(s)) != 0 })
        }
        for rule in region.rules {
            print(rule.id, rule.placeCount, rule.areas.count { $0 }, rule.sites.count { $0.inside }, rule.sites.count { $0.borderline })
        }
        for f in region.findings { print(f.kind, f.sentence) }
        for i in region.inputs { print(i) }
        for l in prepared.request.services.flatMap(\.limits) { print(l.title, l.sites.count) }
    }
}
