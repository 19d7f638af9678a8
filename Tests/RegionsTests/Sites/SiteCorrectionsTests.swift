import HubModel
import Testing

@testable import Regions

@Suite("Corrections and sites of the study itself")
struct SiteCorrectionsTests {
    /// The small study with a hub that stands at b.
    private let study = SmallStudy().adding(
        """
        corrections:
          - {sites: b, status: open, gives: youngFutures}
        """)

    private func site(_ id: String, in prepared: PreparedStudy) throws -> CandidateSite {
        try #require(prepared.region.sites.first { $0.id == id })
    }

    @Test("A correction makes a hub of a candidate, and says so")
    func opens() throws {
        let prepared = try study.expectFinding("1 site is not as its layer says", "(b)")
        let hub = try site("b", in: prepared)
        #expect(hub.status == .open && hub.gives == 1)
        #expect(prepared.request.services[0].existing == [1])
    }

    @Test("Corrections are applied in their order: a hub that opens can move, and close")
    func inOrder() throws {
        let moved = try study.adding("  - {sites: b, movedTo: a}").load()
        #expect(moved.request.services[0].existing == [0])
        #expect(try site("b", in: moved).status == .closed)
        #expect(try site("a", in: moved).gives == 1)
        let closed = try study.adding("  - {sites: b, status: closed}").load()
        #expect(closed.request.services[0].existing.isEmpty)
    }

    @Test("A point is looked up anew: area and standing follow it")
    func movesAPoint() throws {
        let prepared = try SmallStudy().adding(
            "corrections: [{sites: b, point: {x: 401500, y: 300500, crs: EPSG:27700}}]"
        ).load()
        #expect(try site("b", in: prepared).area == 1)
        #expect(prepared.region.rules[0].sites[1].inside)
        #expect(prepared.region.rules[0].sites[1].isJustInside == false)
        let before = try SmallStudy().load()
        #expect(!before.region.rules[0].sites[1].inside && before.region.rules[0].sites[0].isJustInside == true)
    }

    @Test("Sites can stand in the study itself, beside those of a file")
    func pointsOfTheStudy() throws {
        let prepared = try SmallStudy().replacing(
            "disadvantage:",
            with: """
                  added:
                    points:
                      - {id: pier, name: The Pier, x: 402500, y: 300500, crs: EPSG:27700}
                      - {id: quay, x: 401200, y: 300200, crs: EPSG:27700}
                    suits: youngFutures
                disadvantage:
                """
        ).load()
        #expect(prepared.region.sites.map(\.id) == ["a", "b", "pier", "quay"])
        #expect(prepared.region.sites.map(\.name) == ["School A", "School B", "The Pier", "quay"])
        #expect(prepared.region.sites.map(\.area) == [0, 3, 2, 1])
        #expect(
            prepared.region.inputs.map(\.path) == [
                "study.yaml", "areas.csv", "outlines.geojson", "places.geojson", "sites.csv",
            ])
    }

    @Test("What cannot be meant is a sentence")
    func refuses() {
        func refused(_ correction: String, _ parts: String) {
            SmallStudy().adding("corrections: [\(correction)]").expectFailure("study.yaml, line", parts)
        }
        refused("{sites: c, status: open}", "there is no site 'c'")
        refused("{sites: b, status: open}", "gives nothing. Say which service")
        refused("{sites: b, gives: youngFutures}", "is candidate, so it gives nothing")
        refused("{sites: b, movedTo: a}", "no hub stands at 'b' today")
        refused("{sites: b}", "say what is other than the layer says")
        refused("{sites: b, gives: clubs, status: open}", "there is no service 'clubs'")
        refused("{sites: b, point: {x: 500000, y: 300500, crs: EPSG:27700}}", "lies outside the study's areas")
        refused("{sites: b, point: {x: nowhere, y: 300500, crs: EPSG:27700}}", "'nowhere' is not a number")
        SmallStudy().replacing(
            "    file: sites.csv\n", with: "    file: sites.csv\n    points: [{id: c, x: 1, y: 2, crs: EPSG:27700}]\n"
        )
        .expectFailure("exclude each other")
    }
}
