import HubModel
import Testing

@testable import Regions

@Suite struct VoiceBuilderTests {
    private static let header = "site,place,service,stance,who,date,reason\n"

    /// The small study with these rows, and two hubs' worth of sites so that a veto leaves one.
    private func study(_ rows: String, header: String = header) -> SmallStudy {
        SmallStudy().adding("voices: {file: voices.csv}\n").with("voices.csv", header + rows)
    }

    @Test func rowsBecomeVoices() throws {
        let request = try study(
            """
            a,,,support,Parents,2026-11-01,near
            ,west,youngFutures,Object,"Smith, Jo",2026-11-02,
            b,,,veto,The trust,2026-11-03,roof

            """
        ).load().request
        #expect(request.voices.map(\.stance) == [.support, .object, .veto])
        #expect(request.voices.map(\.sites) == [[0], [1], [1]])
        #expect(request.voices.map(\.place) == [nil, "west", nil])
        #expect(request.voices[1].who == "Smith, Jo")
        #expect(request.voices.map(\.row) == [1, 2, 3])
        #expect(request.services[0].vetoed == [1])
        #expect(request.ties.thousandths == TieSettings.standard && !request.ties.isStated)
    }

    @Test func aFileWithoutRowsHoldsNoVoicesYet() throws {
        let prepared = try study("").expectFinding("holds no voices yet")
        #expect(prepared.request.voices.isEmpty)
    }

    @Test(arguments: [
        ("a,,,suport,Jo,2026-11-01,", "row 1, column 'stance'", "Did you mean 'support'?"),
        ("a,,,support,,2026-11-01,", "column 'who'", "Say who speaks"),
        ("a,,,support,Jo,1/11/2026,", "column 'date'", "2026-11-24"),
        ("a,,,veto,Jo,2026-11-01,", "column 'reason'", "a veto binds"),
        (",,,support,Jo,2026-11-01,", "column 'site'", "Name one of the two"),
        ("a,North,,support,Jo,2026-11-01,", "column 'site'", "Keep one of the two"),
        ("c,,,support,Jo,2026-11-01,", "column 'site'", "there is no site 'c'"),
        (",Nort,,support,Jo,2026-11-01,", "column 'place'", "Did you mean 'North'?"),
        ("a,,youngFuture,support,Jo,2026-11-01,", "column 'service'", "Did you mean 'youngFutures'?"),
        ("a,,,support,Jo,2026-11-01,\na,,,support,Jo,2026-11-02,", "row 2, column 'who'", "row 1"),
    ])
    func aBadRowIsASentence(row: String, place: String, part: String) {
        study(row + "\n").expectFailure("voices.csv", place, part)
    }

    @Test func aMissingColumnIsASentence() {
        study("a,support,Jo,2026-11-01,x\n", header: "site,stand,who,date,reason\n")
            .expectFailure("voices.csv", "no column 'stance'")
        study("support,Jo,2026-11-01,x\n", header: "stance,who,date,reason\n")
            .expectFailure("voices.csv", "names no site and no place")
    }

    @Test func aVetoOnALockedInSiteIsASentence() {
        study("a,,,veto,Jo,2026-11-01,no\n").replacing("count: 1", with: "count: 1\n    lockedIn: [a]")
            .expectFailure("row 1", "School A (a)", "locked in for youngFutures")
    }

    @Test func supportForWhatIsVetoedIsTold() throws {
        try study("a,,,support,Jo,2026-11-01,\na,,,veto,The trust,2026-11-01,roof\n")
            .expectFinding("row 1 (Jo) supports School A (a)", "row 2 (The trust) vetoes it", "The veto stands")
    }

    @Test func aPlaceWithoutSitesIsTold() throws {
        try study(",South,,support,Jo,2026-11-01,\n").expectFinding("row 1", "no candidate site stands in 'South'")
    }

    @Test func theErrorOfTiesIsAShare() throws {
        let ties = try SmallStudy().adding("ties: {error: 7.5%}\n").load().request.ties
        #expect(ties == TieSettings(thousandths: 75, isStated: true))
        SmallStudy().adding("ties: {error: 120%}\n").expectFailure("ties.error", "120%")
        SmallStudy().adding("ties: {error: ten}\n").expectFailure("ties.error", "'ten'")
    }
}
