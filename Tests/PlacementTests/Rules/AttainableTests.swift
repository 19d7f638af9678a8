import HubModel
import HubPlanTestSupport
import Placement
import Testing

@Suite struct AttainableTests {
    /// Infeasible exactly when no subset keeps the rules, and any plan offered keeps them.
    @Test(arguments: 0..<UInt64(250))
    func agreesWithBruteForce(seed: UInt64) throws {
        let problem = RandomProblem.service(seed: seed, objective: .mean)
        let plan = try Attainable(problem).anyPlan()
        let infeasibility = try Attainable(PlacementProblem(services: [problem])).infeasibility()
        #expect((BruteForce.best(of: problem) == nil) == (plan == nil))
        #expect((plan == nil) == (infeasibility != nil))
        if let open = plan?.first {
            #expect(BruteForce.keeps(open, problem))
            #expect(RuleAudit(problem).isKept(by: open))
        }
    }

    /// The random problems test both verdicts.
    @Test func randomProblemsAreOfBothKinds() {
        let feasible = (0..<UInt64(250)).count {
            BruteForce.best(of: RandomProblem.service(seed: $0, objective: .mean)) != nil
        }
        #expect(feasible > 100 && feasible < 225)
    }

    @Test(arguments: 0..<UInt64(150))
    func highestShareIsTheLargestOfAllSubsets(seed: UInt64) throws {
        var numbers = SeededNumbers(seed + 1000)
        let problem = RandomProblem.service(seed: seed, objective: .mean)
        let wish = RandomProblem.subset(of: problem.siteCount, using: &numbers)
        let brute = BruteForce.subsets(of: problem.siteCount, taking: problem.count)
            .filter { BruteForce.keeps($0, problem) }
            .map { Set($0).intersection(wish).count }.max()
        #expect(try Attainable(problem).highest(among: wish) == brute)
    }

    /// Without any one of the rules named, the others can be kept; with all of them, they cannot.
    @Test(arguments: 0..<UInt64(400))
    func theClashNamedIsMinimal(seed: UInt64) throws {
        var problem = RandomProblem.service(seed: seed, objective: .mean)
        // Every limit a title of its own, and one side each, so that a title names one rule.
        problem.limits = problem.limits.enumerated().flatMap { index, limit in
            [
                SiteLimit(title: "hubs at least in \(index)", sites: limit.sites, least: limit.least),
                SiteLimit(title: "hubs at most in \(index)", sites: limit.sites, most: limit.most),
            ]
        }
        guard let clash = try Attainable(problem).infeasibility() else { return }
        #expect(!clash.rules.isEmpty)
        #expect(!exists(problem, keeping: Set(clash.rules)))
        for rule in clash.rules {
            #expect(exists(problem, keeping: Set(clash.rules).subtracting([rule])), "\(rule) is not needed")
        }
    }

    private func exists(_ problem: ServiceProblem, keeping titles: Set<String>) -> Bool {
        let counts = titles.contains("hubs in all") ? [problem.count] : Array(0...problem.siteCount)
        return counts.contains { count in
            var relaxed = problem
            relaxed.count = count
            relaxed.limits.removeAll { !titles.contains($0.title) }
            if !titles.contains("hubs that exist or are locked in") { relaxed.lockedIn = [] }
            if !titles.contains("hubs at sites that are locked out") { relaxed.lockedOut = [] }
            return BruteForce.subsets(of: problem.siteCount, taking: count).contains { BruteForce.keeps($0, relaxed) }
        }
    }

    /// Each service's quotas reach from the least to the most qualifying hubs in any plan that keeps every rule.
    @Test(arguments: 0..<UInt64(60))
    func quotasOfATotalShareAreThoseOfAllSubsets(seed: UInt64) throws {
        let problem = RandomProblem.twoServices(seed: seed, maximise: false)
        let share = try #require(problem.totalShare)
        let counts = zip(problem.services, share.sites).map { service, sites in
            Set(
                BruteForce.subsets(of: service.siteCount, taking: service.count)
                    .filter { BruteForce.keeps($0, service) }
                    .map { Set($0).intersection(sites).count })
        }
        guard let first = counts[0].max(), let second = counts[1].max(), first + second >= share.least ?? 0 else {
            return
        }
        let quotas = try Attainable(problem).totalQuotas()
        #expect(quotas.map(\.upperBound) == [first, second])
        // No plan gives fewer than the least, as far as the share is what asks for them.
        let least = share.least ?? 0
        #expect(quotas.map(\.lowerBound) == [max(0, least - second), max(0, least - first)])
    }

    @Test func saysWhichRuleCannotBeHadAndWhatWouldHelp() throws {
        var problem = town(sites: 60, count: 50)
        problem.limits = [SiteLimit(title: "hubs in the 225 wards", sites: [7], least: 25)]
        let clash = try #require(try Attainable(problem).infeasibility())
        #expect(
            clash.sentence
                == "At least 25 hubs in the 225 wards cannot be had: only 1 candidate site counts towards it.")
        #expect(clash.rules == ["hubs in the 225 wards"])
        #expect(clash.relaxations == ["Ask for at least 1 hub in the 225 wards instead of 25."])
    }

    @Test func saysThatThereAreTooFewSites() throws {
        let clash = try #require(try Attainable(town(sites: 4, count: 5)).infeasibility())
        #expect(clash.sentence == "Exactly 5 hubs cannot be had: there are only 4 candidate sites.")
        #expect(clash.relaxations == ["Ask for 4 hubs in all instead of 5."])
    }

    @Test func namesRulesThatClashOnlyTogether() throws {
        var problem = town(sites: 6, count: 3)
        problem.limits = [
            SiteLimit(title: "hubs in the wards", sites: [0, 1, 2], least: 2),
            SiteLimit(title: "hubs in Leeds", sites: [3, 4, 5], least: 2),
            SiteLimit(title: "hubs in York", sites: [1], least: 0, most: 1),
        ]
        let clash = try #require(try Attainable(problem).infeasibility())
        #expect(
            clash.sentence
                == "Exactly 3 hubs, at least 2 hubs in the wards and at least 2 hubs in Leeds cannot be had together: "
                + "no candidate site counts as both.")
        #expect(
            clash.relaxations == [
                "Ask for 4 hubs in all instead of 3.",
                "Ask for at least 1 hub in the wards instead of 2.",
                "Ask for at least 1 hub in Leeds instead of 2.",
            ])
    }

    @Test func aMalformedProblemIsRefused() throws {
        var problem = town(sites: 3, count: 1)
        problem.lockedIn = [3]
        #expect(throws: PlacementError.self) { try Attainable(problem) }
        problem.lockedIn = [1, 0]
        #expect(throws: PlacementError.self) { try Attainable(problem) }
        problem.lockedIn = []
        problem.weights[0] = -1
        #expect(throws: PlacementError.self) { try Attainable(problem) }
        problem.weights = []
        #expect(throws: PlacementError.self) { try Attainable(problem) }
        #expect(throws: PlacementError.self) { try Attainable(town(sites: 3, count: 0)) }
    }

    private func town(sites: Int, count: Int) -> ServiceProblem {
        ServiceProblem(
            id: "youngFutures", siteIndices: Array(0..<UInt32(sites)), siteNames: (0..<sites).map { "site \($0)" },
            travel: TravelMatrix(areaCount: 1, siteCount: sites, withoutCar: (0..<sites).map { TenthMinutes($0) }),
            weights: [1, 0], burden: .mean, count: count)
    }
}
