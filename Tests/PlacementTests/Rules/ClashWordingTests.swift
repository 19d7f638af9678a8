import HubModel
import HubPlanTestSupport
import Placement
import Testing

/// What people read when rules clash; that the clash is a true and minimal one is tested beside `Attainable`.
@Suite struct ClashWordingTests {
    @Test func aHubThatStaysElsewhereIsNamed() throws {
        let clash = try clash(count: 4) {
            $0.lockedIn = [9]
            $0.limits = [SiteLimit(title: "hubs in the wards", sites: Array(0..<8), least: 4)]
        }
        #expect(
            clash.sentence
                == "Exactly 4 hubs, the hub that exists or is locked in and at least 4 hubs in the wards cannot be had "
                + "together: \"hall 9\" stays and is not among them, so at most 3 of the 4 can.")
        #expect(
            clash.relaxations == [
                "Ask for 5 hubs in all instead of 4.",
                "Let go of \"hall 9\", which exists or is locked in.",
                "Ask for at least 3 hubs in the wards instead of 4.",
            ])
    }

    @Test func manyHubsThatStayAreCounted() throws {
        let clash = try clash(count: 5) {
            $0.lockedIn = [5, 6, 7, 8, 9]
            $0.limits = [SiteLimit(title: "hubs in the wards", sites: [0, 1], least: 2)]
        }
        #expect(
            clash.sentence.hasSuffix(
                "5 hubs stay and are not among them, so none can."))
        #expect(
            clash.relaxations == [
                "Ask for 7 hubs in all instead of 5.",
                "Let go of 2 of the 5 hubs that exist or are locked in.",
                "Leave out the rule \"at least 2 hubs in the wards\".",
            ])
    }

    @Test func aSiteLockedInAndOutIsNamed() throws {
        let clash = try clash(count: 3) {
            $0.lockedIn = [2, 4]
            $0.lockedOut = [4]
        }
        #expect(
            clash.sentence
                == "The 2 hubs that exist or are locked in and no hub at the site that is locked out cannot be had "
                + "together: \"hall 4\" is on both lists.")
        #expect(
            clash.relaxations == [
                "Let go of 1 of the 2 hubs that exist or are locked in.",
                "Allow a hub at \"hall 4\", which is locked out.",
            ])
    }

    @Test func sitesThatAreLockedOutAreCounted() throws {
        let clash = try clash(count: 3) {
            $0.lockedOut = [0, 1]
            $0.limits = [SiteLimit(title: "hubs in the wards", sites: [0, 1], least: 1)]
        }
        #expect(
            clash.sentence
                == "No hub at the 2 sites that are locked out and at least 1 hub in the wards cannot be had together: "
                + "2 of the 2 candidate sites that count towards it are locked out.")
        #expect(
            clash.relaxations == [
                "Allow a hub at 1 of the 2 sites that are locked out.",
                "Leave out the rule \"at least 1 hub in the wards\".",
            ])
    }

    @Test func hubsThatStayWhereACapCountsThemAreNamed() throws {
        let clash = try clash(count: 3) {
            $0.lockedIn = [2, 4]
            $0.limits = [SiteLimit(title: "hubs in York", sites: [2, 3, 4], most: 1)]
        }
        #expect(
            clash.sentence
                == "The 2 hubs that exist or are locked in and at most 1 hub in York cannot be had together: "
                + "\"hall 2\" and \"hall 4\" stay and are among them.")
        #expect(
            clash.relaxations == [
                "Let go of 1 of the 2 hubs that exist or are locked in.",
                "Allow 2 hubs in York instead of at most 1.",
            ])
    }

    @Test func saysHowManyCanBeHad() throws {
        let clash = try clash(count: 2) {
            $0.limits = [SiteLimit(title: "hubs in the wards", sites: Array(0..<8), least: 3)]
        }
        #expect(
            clash.sentence
                == "Exactly 2 hubs and at least 3 hubs in the wards cannot be had together: at most 2 of the 3 can.")
    }

    @Test func aServiceAmongOthersIsNamedOnce() throws {
        var services = ["youngFutures", "earlyYears"].map { service(count: 2, id: $0) }
        services[1].lockedIn = [9]
        services[1].limits = [SiteLimit(title: "hubs in the wards", sites: Array(0..<8), least: 2)]
        let clash = try #require(try Attainable(PlacementProblem(services: services)).infeasibility())
        #expect(
            clash.sentence
                == "Exactly 2 hubs, the hub that exists or is locked in and at least 2 hubs in the wards cannot be had "
                + "together (earlyYears): \"hall 9\" stays and is not among them, so at most 1 of the 2 can.")
        #expect(clash.relaxations.first == "Ask for 3 hubs in all (earlyYears) instead of 2.")
    }

    @Test func ofSeveralLimitsTheOneMeantIsNamed() throws {
        let clash = try clash(count: 3) {
            $0.lockedIn = [9]
            $0.limits = [
                SiteLimit(title: "hubs in the wards", sites: [0, 1, 2], least: 2),
                SiteLimit(title: "hubs in Leeds", sites: [7, 8, 9], least: 2),
            ]
        }
        #expect(
            clash.sentence
                == "Exactly 3 hubs, at least 2 hubs in the wards and at least 2 hubs in Leeds cannot be had together: "
                + "no candidate site counts as both.")
    }

    @Test(arguments: 0..<UInt64(300))
    func nobodyIsToldToAskForNothing(seed: UInt64) throws {
        guard let clash = try Attainable(RandomProblem.twoServices(seed: seed, maximise: false)).infeasibility() else {
            return
        }
        for sentence in clash.relaxations + [clash.sentence] {
            #expect(!sentence.contains("at least 0 ") && !sentence.contains("for 0 "), "\(sentence)")
            #expect(!sentence.contains("1 hubs") && !sentence.contains("1 of the 1 "), "\(sentence)")
        }
    }

    private func clash(count: Int, _ change: (inout ServiceProblem) -> Void) throws -> Infeasibility {
        var problem = service(count: count)
        change(&problem)
        return try #require(try Attainable(problem).infeasibility())
    }

    private func service(count: Int, id: String = "youngFutures") -> ServiceProblem {
        ServiceProblem(
            id: id, siteIndices: Array(0..<10), siteNames: (0..<10).map { "hall \($0)" },
            travel: TravelMatrix(areaCount: 1, siteCount: 10, withoutCar: (0..<10).map { TenthMinutes($0) }),
            weights: [1, 0], burden: .mean, count: count)
    }
}
