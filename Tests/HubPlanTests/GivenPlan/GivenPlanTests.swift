import HubModel
import HubPlanTestSupport
import Testing

@testable import HubPlan

@Suite struct GivenPlanTests {
    /// Reads a list written as CSV.
    private func read(_ text: String, crs: String? = nil, matchWithin: Double = 1_000) throws -> GivenPlan {
        let scratch = try ScratchFolder()
        let file = try scratch.write("list.csv", text)
        return try withExtendedLifetime(scratch) {
            try GivenPlan.read(
                file, crs: crs, matchWithin: matchWithin, region: SmallTown.region, request: SmallTown.request())
        }
    }

    private func sentence(_ text: String, matchWithin: Double = 1_000) -> String {
        do {
            _ = try read(text, matchWithin: matchWithin)
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    @Test func idsAreMatched() throws {
        let list = try read("site\nS0\nS2\n")
        #expect(list.plan.open == [[0, 2]])
        #expect(list.matches.map(\.metres) == [nil, nil])
    }

    @Test func pointsGoToTheNearestSuitableSiteAndTheDistanceIsTold() throws {
        let list = try read("easting,northing\n600500,300000\n602500,300120\n")
        #expect(list.plan.open == [[0, 2]])
        #expect(list.matches.map(\.metres) == [0, 120])
        #expect(list.findings.contains { $0.sentence.contains("120 m") })
    }

    @Test func rowNumbersInAnIdColumnGiveWayToPoints() throws {
        let list = try read("id,easting,northing\n1,600500,300000\n2,602500,300000\n")
        #expect(list.plan.open == [[0, 2]])
    }

    @Test func existingHubsAreAddedAndSaid() throws {
        let list = try read("site\nS3\n")
        #expect(list.plan.open == [[0, 3]])
        #expect(list.findings.contains { $0.sentence.contains("Hall 0 (S0)") })
    }

    @Test(arguments: [
        ("site\nS9\n", "no site with id \"S9\""),
        ("site\nS4\n", "does not suit youngFutures"),
        ("site\nS1\nS1\n", "row 2: Hall 1 (S1) is already taken by row 1"),
        ("service,site\nchess,S1\n", "\"chess\" is no service of the study"),
        ("easting,northing\n650000,300000\n", "no site that suits youngFutures stands within 1,000 m"),
        ("easting,northing\n1e30,300000\n", "row 1: (1e+30, 300000) is not a place"),
        ("easting,northing\nsix,300000\n", "row 1, column easting: \"six\" is not a number"),
        ("x,y\n1,2\n", "give --plan-crs"),
        ("colour\nred\n", "its columns are colour"),
        ("site\ns2\n", "Did you mean 'S2'?"),
        ("site\n0S2\n", "Did you mean 'S2'?"),
        ("site\nHall 2\n", "its id is 'S2'"),
        ("name\nHal 2\n", "no site of the study is called \"Hal 2\". Did you mean 'Hall 2'?"),
        ("name\n\n", "holds no rows"),
        ("service,site\nyouthFutures,S1\n", "Did you mean 'youngFutures'?"),
    ])
    func mistakesAreSentences(text: String, part: String) {
        #expect(sentence(text).contains(part), "\(sentence(text))")
    }

    @Test func namesWillDoWhereThereAreNeitherIdsNorPoints() throws {
        let list = try read("Service,Name\nYOUNGFUTURES,hall 2\nyoungFutures,Hall 0\n")
        #expect(list.plan.open == [[0, 2]])
        #expect(try read("id,name\nS2,Hall 0\n").matches.map(\.site) == [2])
        #expect(sentence("name\nHall 4\n").contains("does not suit youngFutures"))
    }

    @Test func aServiceWithoutAnyHubIsRefused() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write("list.csv", "service,site\nyoungFutures,S2\n")
        var region = SmallTown.region
        var other = region.services[0]
        other.id = "earlyYears"
        region.services.append(other)
        region.demand.append(region.demand[0])
        var request = SmallTown.request()
        var second = request.services[0]
        second.service = 1
        second.existing = []
        request.services.append(second)
        let error = #expect(throws: HubPlanError.self) { try GivenPlan.read(file, region: region, request: request) }
        #expect(error?.description.contains("has no row for earlyYears, and no such hub stands today") == true)
    }
}
