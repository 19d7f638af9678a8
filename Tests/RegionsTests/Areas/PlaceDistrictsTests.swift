import HubModel
import Testing

@testable import Regions

@Suite struct PlaceDistrictsTests {
    private func square(_ number: Int, name: String) -> Neighbourhood {
        let left = Double(number) * 100
        return Neighbourhood(
            code: "W\(number)", name: name,
            outline: Outline(polygons: [
                [
                    [
                        Point(x: left, y: 0), Point(x: left + 100, y: 0), Point(x: left + 100, y: 100),
                        Point(x: left, y: 100), Point(x: left, y: 0),
                    ]
                ]
            ]))
    }

    private func area(_ x: Double) -> Area {
        Area(code: "A\(Int(x))", name: "", point: Point(x: x, y: 50), settlement: .urban)
    }

    private func site(in neighbourhood: UInt32?, area: UInt32) -> CandidateSite {
        CandidateSite(
            id: "s", name: "", point: Point(x: 0, y: 0), status: .candidate, layer: "", suits: 1,
            neighbourhood: neighbourhood, area: area)
    }

    @Test("A place is of the district of most of its areas, or of its sites' areas where it has none")
    func told() throws {
        let places = [
            square(0, name: "City"), square(1, name: "City"), square(2, name: "Moor"), square(3, name: "Fell"),
        ]
        let districts = PlaceDistricts(
            districts: ["Bradford", "Bradford", "Leeds", "Leeds"],
            areas: [area(10), area(20), area(30), area(150)],
            sites: [site(in: 2, area: 3), site(in: nil, area: 0)])
        let told = try districts.told(of: places)
        #expect(told.map(\.district) == ["Bradford", "Leeds", "Leeds", nil])
        #expect(told.map(\.fullName) == ["City, Bradford", "City, Leeds", "Moor, Leeds", "Fell"])
    }

    @Test("In one district alone nothing is told")
    func onlyOne() throws {
        let districts = PlaceDistricts(
            districts: ["Leeds", "Leeds"], areas: [area(10), area(150)], sites: [])
        let told = try districts.told(of: [square(0, name: "City"), square(1, name: "Moor")])
        #expect(told.map(\.district) == [nil, nil])
    }

    @Test("Of equals the first by name; a blank district is none")
    func equals() throws {
        let districts = PlaceDistricts(
            districts: ["Leeds", "Bradford", "", ""], areas: [area(10), area(20), area(150), area(160)], sites: [])
        let told = try districts.told(of: [square(0, name: "City"), square(1, name: "Moor")])
        #expect(told.map(\.district) == [nil, nil])
        let more = PlaceDistricts(
            districts: ["Leeds", "Bradford", "York", ""], areas: [area(10), area(20), area(150), area(160)], sites: [])
        #expect(
            try more.told(of: [square(0, name: "City"), square(1, name: "Moor")]).map(\.district) == [
                "Bradford", "York",
            ])
    }
}
