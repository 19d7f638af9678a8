import Testing

@testable import OpenData

@Suite("Kinds of sites")
struct SiteKindTests {
    private func kind(_ type: String, _ group: String, _ phase: String) -> SiteKind? {
        try? SiteKind.of(type: type, group: group, phase: phase).get()
    }

    @Test func byPhase() {
        #expect(kind("Free schools", "Free Schools", "All-through") == .allThrough)
        #expect(kind("Local authority nursery school", "Local authority maintained schools", "Nursery") == .nursery)
        #expect(kind("Community school", "Local authority maintained schools", "Middle deemed primary") == .primary)
        #expect(kind("Academy converter", "Academies", "Middle deemed secondary") == .secondary)
        #expect(kind("Further education", "Colleges", "16 plus") == .college)
        #expect(kind("Sixth form centres", "Colleges", "Not applicable") == .college)
    }

    @Test func centresAreOfAnyGroup() {
        #expect(kind("Children's centre linked site", "Other types", "Not applicable") == .childrensCentre)
        #expect(kind("Children\u{2019}s centre", "Other types", "") == .childrensCentre)
    }

    @Test func notOpenToAll() {
        #expect(kind("Academy special converter", "Academies", "Not applicable") == nil)
        #expect(kind("Other independent school", "Independent schools", "Primary") == nil)
        #expect(kind("Academy secure 16 to 19", "Academies", "16 plus") == nil)
        #expect(kind("Community school", "", "Primary") == nil)
    }
}
