import HubModel
import Testing

@testable import Regions

struct RequestBuilderTests {
    private func with(_ field: String) -> SmallStudy {
        SmallStudy().replacing("    count: 1\n", with: "    count: 1\n    \(field)\n")
    }

    @Test func aCountLargerThanTheSitesIsRefused() {
        SmallStudy().replacing("count: 1", with: "count: 3")
            .expectFailure(
                "line 17, services.youngFutures.count", "count asks for 3 hubs but only 2 sites suit youngFutures")
        SmallStudy().replacing("count: 1", with: "count: 0").expectFailure("'0' is not a whole number from 1")
    }

    @Test func aRequiredGroupWithoutACandidateIsRefused() {
        with("limits: {title: hubs in Vale, where: {attribute: district, equals: Vale}, atLeast: 1}")
            .expectFailure("'hubs in Vale'", "at least 1 hub", "no candidate site that suits it stands there")
        with("limits: {title: hubs in Hill, where: {attribute: district, equals: Hill}, atLeast: 2}")
            .expectFailure("only 1 candidate site that suits it stands there")
    }

    @Test func limitsNameTheirSites() throws {
        let limits = try with(
            """
            limits:
                  - {title: in Dale, where: {attribute: district, equals: Dale}, atMost: 1}
                  - {each: district, atLeast: 0, atMost: 1}
                  - {title: two schools, sites: [b, a], atLeast: 1}
                  - {title: u, where: [{attribute: settlement, equals: urban}, {attribute: layer, equals: schools}], atLeast: 1}
            """
        ).load().request.services[0].limits
        #expect(limits.map(\.title) == ["in Dale", "hubs in Dale", "hubs in Hill", "two schools", "u"])
        #expect(limits.map(\.sites) == [[1], [1], [0], [0, 1], [0]])
        #expect(limits.map(\.most) == [1, 1, 1, nil, nil])
    }

    @Test func aSitesOwnAttributeComesBeforeOneOfItsAreaForEachToo() throws {
        let limits = try with("limits: {each: district, atMost: 1}").replacing(
            "    suits: youngFutures", with: "    attributes: {district: kind}\n    suits: youngFutures"
        ).load().request.services[0].limits
        #expect(limits.map(\.title) == ["hubs in school"])
        #expect(limits.map(\.sites) == [[0, 1]])
    }

    @Test func aRequiredValueWithoutACandidateIsRefusedForEachToo() {
        with("limits: {each: district, atLeast: 1}").replacing("403900,300900", with: "400900,300900", in: "sites.csv")
            .expectFailure("'hubs in Dale'", "no candidate site")
    }

    @Test func anUnknownAttributeOrSiteIsToldWithTheNearest() {
        with("limits: {each: distrct, atLeast: 1}").expectFailure("'distrct'", "Did you mean 'district'?")
        with("lockedIn: [c]").expectFailure("there is no site 'c'")
    }

    @Test func locksAreKept() throws {
        let request = try with("lockedIn: [b]\n    lockedOut: [a]").load().request.services[0]
        #expect(request.lockedIn == [1])
        #expect(request.lockedOut == [0])
        with("lockedIn: [b]\n    lockedOut: [b]").expectFailure(
            "line 19", "site 'b' stands in both lockedIn and lockedOut of youngFutures")
    }

    /// A hub at site b with a status of its own.
    private func hub(_ status: String, _ field: String) -> SmallStudy {
        with(field).replacing(
            "    suits: youngFutures",
            with: "    suits: youngFutures\n    status: {column: kind}\n    gives: youngFutures"
        )
        .replacing("E01000001,school", with: "E01000001,candidate", in: "sites.csv")
        .replacing("E01000004,school", with: "E01000004,\(status)", in: "sites.csv")
    }

    @Test func aKeptHubCannotBeLockedOut() {
        hub("open", "lockedOut: [b]").expectFailure(
            "line 18", "site 'b' is locked out but has to stay open", "status 'open'", "`existing` keeps")
    }

    @Test func aClosedHubThatMayNotReopenCannotBeLockedIn() throws {
        let study = hub("closed", "lockedIn: [b]")
        #expect(try study.load().request.services[0].lockedIn == [1])
        study.adding("existing: {reopen: []}").expectFailure(
            "line 18", "site 'b' is locked in but it is a closed hub", "`reopen: [closed]`")
    }

    @Test func aLimitNeedsABound() {
        with("limits: {each: district}").expectFailure("'atLeast', 'atMost' or both")
        with("limits: {each: district, atLeast: 2, atMost: 1}").expectFailure("at least 2 but at most 1")
    }

    @Test func theTotalHasAShareOfItsOwn() throws {
        let request = try SmallStudy().adding("totalShare: {rule: listed, atLeast: 1/3}").load().request
        #expect(request.totalShare == .atLeastFraction(numerator: 1, denominator: 3))
        #expect(request.totalShareRule == 0)
    }
}
