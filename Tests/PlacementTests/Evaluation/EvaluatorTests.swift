import HubModel
import HubPlanTestSupport
import Placement
import Testing

/// Three areas in a row, sites at both ends and a third beyond; every figure below is worked out by hand.
///
/// | area | without a car | with a car | children without, with | disadvantaged | deprived |
/// |---|---|---|---|---|---|
/// | A | 50, 250, 400 | 20, 100, 160 | 10, 20 | yes | yes |
/// | B | 150, 150, 300 | 60, 60, 120 | 5, 0 | no | yes |
/// | C | 250, 90, 200 | 100, 36, 80 | 3, 40 | no | no |
@Suite struct EvaluatorTests {
    @Test func figuresOfTwoHubs() throws {
        let figures = try evaluator().figures(of: Plan(open: [[4, 6]])).services[0]
        // B is as near to both and goes to the lower site number.
        #expect(figures.assignedSite == [4, 4, 4, 4, 6, 6])
        #expect(figures.minutes == [50, 20, 150, 60, 90, 36])
        // 10 · 50 + 2 · 20 · 20 + 5 · 150 + 3 · 90 + 40 · 36
        #expect(figures.objective == 3760)

        #expect(figures.withoutCar.children == 18)
        #expect(figures.withoutCar.tenthMinutes == 1520)
        #expect(figures.withoutCar.median == 50)
        #expect(figures.withoutCar.ninetieth == 150)
        #expect(figures.withoutCar.reached == 13)
        #expect(figures.withoutCar.outOfReach == 5)

        #expect(figures.withCar.children == 60)
        #expect(figures.withCar.tenthMinutes == 1840)
        #expect(figures.withCar.median == 36)
        #expect(figures.withCar.ninetieth == 36)

        #expect(figures.everyone.children == 78)
        #expect(figures.everyone.tenthMinutes == 3360)
        #expect(figures.everyone.median == 36)
        #expect(figures.everyone.ninetieth == 90)

        #expect(figures.hubs.map(\.site) == [4, 6])
        #expect(figures.hubs.map(\.figures.children) == [35, 43])
        #expect(figures.hubs[1].figures.tenthMinutes == 1710)
    }

    @Test func figuresByPlaceAndGroup() throws {
        let figures = try evaluator().figures(of: Plan(open: [[4, 6]])).services[0]
        #expect(figures.byDisadvantage.map(\.title) == ["doubly disadvantaged", "deprived only", "the rest"])
        #expect(figures.byDisadvantage.map(\.figures.children) == [30, 5, 43])
        #expect(figures.byDisadvantage.map(\.figures.tenthMinutes) == [900, 750, 1710])
        // Disabled children: 1, 0 and 3, travelling as households without a car do.
        #expect(figures.groups.map(\.id) == ["disabled"])
        #expect(figures.groups[0].figures.children == 4)
        #expect(figures.groups[0].figures.tenthMinutes == 320)
        #expect(figures.groups[0].figures.median == 90)
    }

    /// Bins of ten minutes hold their lower end and not their upper.
    @Test func distributionInBinsOfTenMinutes() throws {
        let figures = try evaluator().figures(of: Plan(open: [[6]])).services[0]
        #expect(figures.minutes == [250, 100, 150, 60, 90, 36])
        #expect(figures.distribution.map(\.withoutCar) == [3, 5, 10])
        #expect(figures.distribution.map(\.withCar) == [40, 20, 0])
    }

    @Test func sharesAreToldBothWays() throws {
        let figures = try evaluator().figures(of: Plan(open: [[4, 6, 9]])).services[0]
        var share = figures.shares[0]
        share.serving = nil
        #expect(
            share == ShareFigures(rule: 0, hubs: 3, inside: 2, borderlineInside: 1, borderlineOutside: 1, required: 1))
    }

    /// Where hubs stand is one share, whom they serve another: children within the limit, counted one by one.
    @Test func servingIsCountedByHomesNotByHubs() throws {
        let town = Self.region
        let figures = try evaluator().figures(of: Plan(open: [[4, 6, 9]])).services[0]
        let serving = try #require(figures.shares[0].serving)
        var (reached, inside): ([UInt32: Int64], [UInt32: Int64]) = ([:], [:])
        for (point, demand) in town.demand[0].enumerated() where figures.minutes[point] <= town.services[0].reachLimit {
            reached[figures.assignedSite[point], default: 0] += demand.children
            if town.rules[0].areas[Int(demand.area)] {
                inside[figures.assignedSite[point], default: 0] += demand.children
            }
        }
        #expect(serving.hubs.map(\.site) == [4, 6, 9])
        #expect(serving.hubs.map(\.reached) == [4, 6, 9].map { reached[$0] ?? 0 })
        #expect(serving.hubs.map(\.reachedInside) == [4, 6, 9].map { inside[$0] ?? 0 })
        #expect(serving.reached == figures.everyone.reached)
        let outsiders = serving.hubs.filter { 2 * $0.reachedInside < $0.reached }.map(\.site)
        #expect(serving.flagged == outsiders.filter { [4, 9].contains($0) })
    }

    @Test func existingHubsCountOnlyWhereTheStudySaysSo() throws {
        var request = Self.request
        request.countsExisting = false
        request.existing = [4]
        let figures = try evaluator(request).figures(of: Plan(open: [[4, 6]])).services[0]
        #expect(figures.shares[0].hubs == 1)
        #expect(figures.shares[0].inside == 0)
    }

    @Test func rulesKeptAndBroken() throws {
        let kept = try evaluator().figures(of: Plan(open: [[4, 6]]))
        #expect(kept.keepsEveryRule)
        #expect(kept.services[0].rules.map(\.title) == ["hubs in all", "hubs in the wards"])
        let broken = try evaluator().figures(of: Plan(open: [[6]]))
        #expect(!broken.keepsEveryRule)
        #expect(broken.services[0].rules.map(\.found) == [1, 0])
    }

    @Test func asHighAsPossibleRequiresWhatCanBeHad() throws {
        let evaluator = try wishing { _ in }
        let best = try evaluator.figures(of: Plan(open: [[4, 9]]))
        #expect(best.services[0].shares[0].required == 2)
        #expect(best.keepsEveryRule)
        // One hub inside is a hub less than can be had: no bound of the study speaks of such a list.
        let short = try evaluator.figures(of: Plan(open: [[4, 6]]))
        #expect(!short.keepsEveryRule)
        #expect(
            short.services[0].rules.last
                == RuleCheck(title: "hubs in the wards: as many as can be had", found: 1, least: 2, most: nil))
    }

    @Test func asHighAsPossibleInTotalRequiresWhatCanBeHad() throws {
        let evaluator = try wishing { problem in
            problem.services[0].maximise = nil
            problem.totalShare = PlacementProblem.TotalShare(title: "hubs of every kind", least: nil, sites: [[0, 2]])
        }
        let short = try evaluator.figures(of: Plan(open: [[4, 6]]))
        #expect(
            short.totalShare
                == RuleCheck(title: "hubs of every kind: as many as can be had", found: 1, least: 2, most: nil))
        #expect(!short.keepsEveryRule)
        #expect(try evaluator.figures(of: Plan(open: [[4, 9]])).keepsEveryRule)
    }

    /// Where the other rules clash nothing can be said about the wish, and everything else is told.
    @Test func figuresCanBeHadWhereTheRulesClash() throws {
        let evaluator = try wishing { problem in
            problem.services[0].lockedIn = [0]
            problem.services[0].lockedOut = [0]
            problem.totalShare = PlacementProblem.TotalShare(title: "hubs of every kind", least: nil, sites: [[0, 2]])
        }
        let figures = try evaluator.figures(of: Plan(open: [[4, 6]]))
        #expect(figures.services[0].shares[0].required == nil)
        #expect(figures.services[0].rules.map(\.isKept) == [true, true, false])
        #expect(figures.totalShare == nil)
    }

    /// The study with "as many as possible" in place of its floor.
    private func wishing(_ change: (inout PlacementProblem) -> Void) throws -> Evaluator {
        var request = Self.request
        request.share = .asHighAsPossible
        var problem = PlacementProblem(services: [Self.problem])
        problem.services[0].maximise = problem.services[0].limits.removeFirst()
        change(&problem)
        return try Evaluator(region: Self.region, request: PlacementRequest(services: [request]), problem: problem)
    }

    @Test func aPlanThatTheServiceCannotUseIsRefused() throws {
        let evaluator = try evaluator()
        #expect(throws: PlacementError.self) { try evaluator.figures(of: Plan(open: [[5]])) }
        #expect(throws: PlacementError.self) { try evaluator.figures(of: Plan(open: [[]])) }
        #expect(throws: PlacementError.self) { try evaluator.figures(of: Plan(open: [])) }
    }

    @Test func anObjectiveBeyondSixtyFourBitsIsRefused() throws {
        var problem = Self.problem
        problem.burden = .reach(limit: 0, step: .max / 20)
        #expect(throws: PlacementError.self) { try Evaluator.objective(of: [0], in: problem) }
    }

    @Test(arguments: 0..<UInt64(100))
    func objectiveEqualsTheOraclesOwn(seed: UInt64) throws {
        let problem = RandomProblem.service(seed: seed, objective: .reach)
        for open in BruteForce.subsets(of: problem.siteCount, taking: min(2, problem.siteCount)) {
            #expect(try Evaluator.objective(of: open.reversed(), in: problem) == BruteForce.cost(of: open, in: problem))
        }
    }

    private func evaluator(_ request: ServiceRequest = request) throws -> Evaluator {
        try Evaluator(
            region: Self.region, request: PlacementRequest(services: [request]),
            problem: PlacementProblem(services: [Self.problem]))
    }

    private static let request = ServiceRequest(
        service: 0, count: 2, objective: .mean, share: .atLeastFraction(numerator: 1, denominator: 2), shareRule: 0)

    /// The region's sites 4, 6 and 9 suit the service.
    private static let problem = ServiceProblem(
        id: "youngFutures", siteIndices: [4, 6, 9], siteNames: ["west", "east", "far"],
        travel: TravelMatrix(
            areaCount: 3, siteCount: 3, withoutCar: [50, 250, 400, 150, 150, 300, 250, 90, 200],
            withCar: [20, 100, 160, 60, 60, 120, 100, 36, 80]),
        // Need-weighted: twice the children of area A's households with a car.
        weights: [10, 40, 5, 0, 3, 40], burden: .mean, count: 2,
        limits: [SiteLimit(title: "hubs in the wards", sites: [0, 2], least: 1)])

    private static let region: Region = {
        let origin = Point(x: 0, y: 0)
        let children: [(Int64, Int64)] = [(10, 20), (5, 0), (3, 40)]
        let standings = (0..<10).map { site in
            SiteStanding(inside: [4, 9].contains(site), borderline: [6, 9].contains(site))
        }
        return Region(
            name: "Row", crs: "EPSG:27700",
            areas: ["A", "B", "C"].map { Area(code: $0, name: $0, point: origin, settlement: .urban) },
            services: [
                Service(
                    id: "youngFutures", title: "Young Futures hub", people: "young people", reachLimit: 90,
                    outOfReachLimit: 149)
            ],
            demand: [
                children.enumerated().flatMap { area, children in
                    [
                        DemandPoint(
                            area: UInt32(area), household: .withoutCar, children: children.0, weight: children.0),
                        DemandPoint(area: UInt32(area), household: .withCar, children: children.1, weight: children.1),
                    ]
                }
            ],
            sites: (0..<10).map { site in
                CandidateSite(
                    id: "s\(site)", name: "site \(site)", point: origin, status: .candidate, layer: "schools",
                    suits: [4, 6, 9].contains(site) ? 1 : 0, area: 0)
            },
            rules: [
                DisadvantageRule(
                    id: "wards", title: "the wards", date: "2020", source: "a list", explanation: "by list",
                    placeCount: 1, placeKind: "wards", sites: standings, areas: [true, false, false], outlines: [],
                    accuracy: 100)
            ],
            deprivedAreas: [true, true, false],
            groups: [PopulationGroup(id: "disabled", title: "disabled children", counts: [1, 0, 3])])
    }()
}
