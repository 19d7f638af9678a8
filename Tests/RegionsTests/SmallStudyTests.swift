import HubModel
import Regions
import Testing

/// The small study as it stands, from file to region.
struct SmallStudyTests {
    @Test func allPartsArrive() throws {
        let prepared = try SmallStudy().load()
        let region = prepared.region
        #expect(region.areas.map(\.code) == ["E01000001", "E01000002", "E01000003", "E01000004"])
        #expect(region.areas.map(\.settlement) == [.urban, .urban, .rural, .rural])
        #expect(region.areaAttributes == ["district": ["Hill", "Hill", "Dale", "Dale"]])
        #expect(region.areaOutlines.count == 4)
        #expect(region.demand[0].reduce(0) { $0 + $1.children } == 25)
        #expect(region.sites.map(\.id) == ["a", "b"])
        #expect(region.sites.map(\.area) == [0, 3])
        #expect(region.rules[0].sites.map(\.inside) == [true, false])
        #expect(region.rules[0].areas == [true, true, false, false])
        #expect(prepared.request.services[0].share == .atLeastFraction(numerator: 1, denominator: 2))
        #expect(prepared.request.services[0].shareRule == 0)
        #expect(prepared.travel.count == 1)
    }

    @Test func inputsAreTold() throws {
        let inputs = try SmallStudy().load().region.inputs
        #expect(inputs.map(\.path) == ["study.yaml", "areas.csv", "outlines.geojson", "places.geojson", "sites.csv"])
        #expect(inputs.map(\.records) == [nil, 4, 4, 1, 2])
        #expect(inputs.allSatisfy { $0.sha256.count == 64 && $0.bytes > 0 })
    }

    @Test func theSameFilesGiveTheSameRegion() throws {
        let first = try SmallStudy().load()
        let second = try SmallStudy().load()
        #expect(String(describing: first.region.inputs) == String(describing: second.region.inputs))
        #expect(first.region.demand == second.region.demand)
        #expect(first.region.findings == second.region.findings)
    }
}
