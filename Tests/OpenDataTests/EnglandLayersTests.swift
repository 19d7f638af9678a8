import Testing

@testable import OpenData

@Suite("England's layers")
struct EnglandLayersTests {
    @Test("No two layers share a name, and names are fit for any database")
    func names() {
        let names = [
            EnglandLayers.areas, EnglandLayers.areaOutlines, EnglandLayers.wards, EnglandLayers.districts,
            EnglandLayers.sites, EnglandLayers.leftBehindWards,
        ]
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" } })
    }
}
