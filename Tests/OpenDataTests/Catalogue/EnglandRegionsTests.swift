import Testing

@testable import OpenData

@Suite("Regions of districts")
struct EnglandRegionsTests {
    @Test(arguments: [
        ("E06000001", "North East"), ("E08000003", "North West"), ("E08000035", "Yorkshire and The Humber"),
        ("E07000034", "East Midlands"), ("E08000025", "West Midlands"), ("E07000008", "East of England"),
        ("E09000030", "London"), ("E07000062", "South East"), ("E06000023", "South West"),
    ])
    func known(code: String, region: String) {
        #expect(EnglandRegions.name(ofDistrict: code) == region)
    }

    @Test func othersHaveNone() {
        for code in ["W06000001", "E05000001", "E07000999", "", "E0700000x"] {
            #expect(EnglandRegions.name(ofDistrict: code) == nil)
        }
    }
}
