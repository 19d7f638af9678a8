import HubModel
import Testing

@testable import OpenData

struct GazetteerTests {
    /// District, ward and their codes, one area each.
    private let gazetteer = Gazetteer(
        GazetteerTests.areas([
            ("Bristol, City of", "D1", "Castle", "W1"), ("Rother", "D2", "Bexhill Central", "W2"),
            ("Rother", "D2", "Bexhill Sidley", "W3"), ("Rother", "D2", "Rye", "W4"),
            ("County Durham", "D3", "Castle", "W5"), ("Preston", "D4", "Rother", "W6"),
            ("St Helens", "D5", "North East", "W7"), ("Kingston upon Hull, City of", "D6", "Town", "W8"),
        ]))

    private static func areas(_ rows: [(String, String, String, String)]) -> PlaceAreas {
        PlaceAreas(
            codes: rows.indices.map { "A\($0)" }, names: rows.indices.map { "Area \($0)" },
            points: rows.map { _ in Point(x: 0, y: 0) }, wards: rows.map(\.3), wardNames: rows.map(\.2),
            districts: rows.map(\.1), districtNames: rows.map(\.0), regions: rows.map { _ in "North East" },
            deprivationRanks: Array(rows.indices), ages: [])
    }

    private func sentence(_ name: String) -> String {
        let error = #expect(throws: OpenDataError.self) { try gazetteer.place(name) }
        return error?.description ?? ""
    }

    @Test(arguments: [
        ("Rye", ["W4"]), ("rye", ["W4"]), ("D2", ["D2"]), ("d2", ["D2"]), ("Bristol", ["D1"]),
        ("City of Bristol", ["D1"]), ("Bristol, City of", ["D1"]), ("Durham", ["D3"]), ("Saint Helens", ["D5"]),
        ("North East region", ["North East"]), ("E12000001", ["North East"]), ("Rother district", ["D2"]),
    ])
    func namesAndCodesAreFound(_ text: String, _ codes: [String]) throws {
        #expect(try gazetteer.place(text).codes == codes)
    }

    @Test func aTownIsTheWardsThatBeginWithItsName() throws {
        let town = try gazetteer.place("Bexhill")
        #expect(town.codes == ["W2", "W3"])
        #expect(town.description == "Bexhill, 2 wards of Rother")
    }

    @Test func aNameOfSeveralPlacesIsAnsweredByTheirCodes() {
        #expect(
            sentence("Castle")
                == "\"Castle\" is the name of 2 places: Castle, a ward of Bristol, City of (W1); Castle, a ward of "
                + "County Durham (W5). Give the code of the one that is meant, or its kind after the name: "
                + "--place \"Castle ward\".")
        #expect(sentence("Rother").contains("Rother, a district (D2); Rother, a ward of Preston (W6)"))
        #expect(sentence("North East").contains("North East, a region; North East, a ward of St Helens (W7)"))
    }

    @Test func aWardOfTwoDistrictsIsOnePlaceOfTheOneWithMostOfIt() throws {
        let gazetteer = Gazetteer(
            Self.areas([
                ("Rother", "D2", "Marsh", "W9"), ("Ashford", "D1", "Marsh", "W9"), ("Rother", "D2", "Marsh", "W9"),
                ("Rother", "D2", "Down", "W8"), ("Ashford", "D1", "Down", "W8"),
            ]))
        #expect(try gazetteer.place("W9").description == "Marsh, a ward of Rother (W9)")
        #expect(try gazetteer.place("Marsh").codes == ["W9"])
        #expect(try gazetteer.place("w8").description == "Down, a ward of Ashford (W8)")
    }

    @Test func aNearMissIsAnsweredByTheNearestNames() {
        #expect(sentence("Pretson").contains("Was one of these meant: Preston, a district (D4)?"))
        #expect(sentence("Sidley").contains("Was one of these meant: Bexhill Sidley, a ward of Rother (W3)?"))
        #expect(sentence("hull").contains("Kingston upon Hull, City of, a district (D6)"))
        #expect(!sentence("zzzz").contains("meant"))
        #expect(sentence(" ").contains("needs a name or a code"))
    }
}
