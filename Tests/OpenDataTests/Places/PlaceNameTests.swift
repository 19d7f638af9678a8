import Testing

@testable import OpenData

struct PlaceNameTests {
    @Test(arguments: [
        ("Bexhill Old Town & Worsham", "bexhill old town and worsham"), ("King's Lynn", "kings lynn"),
        ("Saint Helens", "st helens"), (" Stoke-on-Trent ", "stoke on trent"), ("…", ""),
    ])
    func namesAreComparedPlain(_ name: String, _ plain: String) {
        #expect(PlaceName.plain(name) == plain)
    }

    @Test func onlyOfficialTurnsOfNameHaveOthers() {
        #expect(PlaceName.others(of: "Herefordshire, County of") == ["herefordshire", "county of herefordshire"])
        #expect(PlaceName.others(of: "Bournemouth, Christchurch and Poole").isEmpty)
        #expect(PlaceName.others(of: "Hastings").isEmpty)
    }

    @Test func filesAreNamedInPlainLetters() {
        #expect(PlaceName.slug("Bristol, City of") == "bristol-city-of")
        #expect(PlaceName.slug("…") == "study")
    }
}
