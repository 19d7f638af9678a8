import HubModel
import Testing

@Suite struct NeighbourhoodTests {
    @Test("A district is told beside a name that does not hold it")
    func fullName() {
        func name(_ name: String, _ district: String?) -> String {
            Neighbourhood(code: "W", name: name, outline: .empty, district: district).fullName
        }
        #expect(name("City", "Bradford") == "City, Bradford")
        #expect(name("City", nil) == "City")
        #expect(name("Luton Central", "Luton") == "Luton Central")
    }

    @Test("It is known by its name alone and by its full name, in any case")
    func isCalled() {
        let city = Neighbourhood(code: "W", name: "City", outline: .empty, district: "Bradford")
        #expect(city.isCalled("city"))
        #expect(city.isCalled("City, BRADFORD"))
        #expect(!city.isCalled("City, Leeds"))
        #expect(!city.isCalled("Bradford"))
    }
}
