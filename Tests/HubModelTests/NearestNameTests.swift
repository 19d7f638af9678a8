import Testing

@testable import HubModel

struct NearestNameTests {
    @Test(arguments: [
        ("walk", "walk", 0), ("walk", "wlak", 1), ("walk", "wal", 1), ("walk", "walks", 1), ("walk", "talk", 1),
        ("", "abc", 3), ("vintage", "vantige", 2), ("abc", "xyz", 3),
    ])
    func editsAreCounted(_ a: String, _ b: String, _ distance: Int) {
        #expect(NearestName.distance(a, b) == distance)
        #expect(NearestName.distance(b, a) == distance)
    }

    @Test func aSlipOfThePenIsFound() {
        #expect(NearestName.of("vintige", among: ["file", "vintage", "layer"]) == "vintage")
        #expect(NearestName.of("Vintage", among: ["file", "vintage"]) == "vintage")
    }

    @Test func anotherWordIsNot() {
        #expect(NearestName.of("budget", among: ["file", "vintage", "layer"]) == nil)
        #expect(NearestName.of("x", among: []) == nil)
    }
}
