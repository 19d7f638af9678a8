import HubModel
import HubPlanTestSupport
import Placement
import Testing

@testable import Scenarios

@Suite("What one site is worth")
struct SiteChangesTests {
    /// A small problem solved to the end, with every plan that keeps its rules.
    private struct Solved {
        let service: ServiceProblem
        let changes: SiteChanges

        /// - Returns: nil where no plan keeps the rules.
        init?(seed: UInt64, objective: RandomProblem.Objective) throws {
            service = RandomProblem.service(seed: seed, objective: objective)
            let problem = PlacementProblem(services: [service])
            let result = try PlacementSolver().solve(problem, limits: SolveLimits(gap: 0, threads: 1))
            guard case .solved(let solution) = result else { return nil }
            let outcome = solution.services[0]
            let certificate = try CertificateMaker.certificate(
                for: service, outcome: outcome, sites: service.siteNames, threads: 1)
            changes = try SiteChanges(
                service, open: outcome.open, bound: outcome.bound ?? 0, certificate: certificate,
                start: WarmStart(solution, of: problem).services[0])
        }

        /// The best plan with a site changed less the plan's objective; nil where there is none.
        func truth(_ site: UInt32) -> Int64? {
            BruteForce.best(of: changes.changed(site)).map { $0.objective - changes.objective }
        }
    }

    @Test("Bounds hold the true cost between them, for every site", arguments: RandomProblem.Objective.allCases)
    func bounds(objective: RandomProblem.Objective) throws {
        var (exact, seen) = (0, 0)
        for seed in LongTests.seeds(100) {
            guard let solved = try Solved(seed: seed, objective: objective) else { continue }
            let together = solved.changes.bounded(solved.changes.free)
            for found in together {
                let alone = solved.changes.bounded(found.site)
                #expect(alone.least == found.least && alone.most == found.most)
                let truth = solved.truth(found.site)
                seen += 1
                guard let truth else {
                    #expect(found.most == nil, "seed \(seed), site \(found.site)")
                    continue
                }
                #expect(found.least <= truth, "seed \(seed), site \(found.site)")
                if let most = found.most {
                    #expect(most >= truth)
                    let plan = found.plan
                    #expect(BruteForce.cost(of: plan, in: solved.service) == solved.changes.objective + most)
                    #expect(BruteForce.keeps(plan, solved.changes.changed(found.site)))
                }
                if found.isExact { exact += 1 }
            }
        }
        #expect(exact > 20 && exact < seen, "\(exact) of \(seen)")
    }

    @Test("Solved, each cost is that of trying every plan", arguments: RandomProblem.Objective.allCases)
    func solves(objective: RandomProblem.Objective) throws {
        var clashes = 0
        for seed in LongTests.seeds(24) {
            guard let solved = try Solved(seed: seed, objective: objective) else { continue }
            let series = SolveSeries(limits: SolveLimits(gap: 0, threads: 1))
            for site in 0..<UInt32(solved.service.siteCount) {
                let found = try solved.changes.solved(solved.changes.bounded(site), in: series, left: 1, title: "site")
                let truth = solved.truth(site)
                #expect((found.clash == nil) == (truth != nil), "seed \(seed), site \(site)")
                guard let truth else {
                    clashes += 1
                    continue
                }
                #expect(found.least == truth && found.most == truth, "seed \(seed), site \(site)")
            }
        }
        #expect(clashes > 5)
    }

    @Test("All sites are ranked as their true costs are, with fewer solves than sites")
    func ranks() throws {
        var (solves, sites) = (0, 0)
        for seed in LongTests.seeds(40) {
            guard let solved = try Solved(seed: seed, objective: .mean) else { continue }
            let series = SolveSeries(limits: SolveLimits(gap: 0, threads: 1))
            let answer = try SiteRanking(changes: solved.changes).answer(in: series) { "site \($0)" }
            #expect(answer.left == 0)
            for found in answer.ranked {
                let truth = solved.truth(found.site)
                #expect(found.clash != nil ? truth == nil : found.least == truth && found.most == truth)
            }
            for (first, second) in zip(answer.ranked, answer.ranked.dropFirst()) {
                #expect(first.isChosen || !second.isChosen)
                guard first.isChosen == second.isChosen else { continue }
                let (a, b) = (solved.truth(first.site) ?? .max, solved.truth(second.site) ?? .max)
                #expect(first.isChosen ? a >= b : a <= b)
            }
            solves += series.solves
            sites += answer.ranked.count
        }
        #expect(solves < sites, "\(solves) solves for \(sites) sites")
    }

    @Test("A plan known to within a gap lends its sites as much room as was asked for, and no more")
    func room() throws {
        let service = RandomProblem.service(seed: 3, objective: .mean)
        let open = try #require(BruteForce.best(of: service)).open[0]
        let cost = try Evaluator.objective(of: open, in: service)
        let gap = 0.01
        let asked = Int64(Double(cost) * gap)
        #expect(asked > 2)
        func isSettled(room: Int64, slack: Int64) throws -> Bool {
            let changes = try SiteChanges(service, open: open, bound: cost - room, certificate: nil)
            var found = ChangedSite(site: 0, isChosen: false, least: 0)
            found.most = slack
            return changes.isSettled(found, gap: gap)
        }
        #expect(try isSettled(room: 0, slack: asked))
        #expect(try !isSettled(room: 0, slack: asked + 1))
        #expect(try isSettled(room: 1, slack: asked + 1))
        #expect(try !isSettled(room: 1, slack: asked + 2))
        #expect(try isSettled(room: cost, slack: 2 * asked))
        #expect(try !isSettled(room: cost, slack: 2 * asked + 1))
    }

    @Test("With few solves allowed every cost still lies between its bounds")
    func fewSolves() throws {
        for seed in LongTests.seeds(24) {
            guard let solved = try Solved(seed: seed, objective: .reach) else { continue }
            let series = SolveSeries(limits: SolveLimits(gap: 0, threads: 1))
            let answer = try SiteRanking(changes: solved.changes, mostSolves: 1).answer(in: series) { "site \($0)" }
            #expect(series.solves <= 1)
            for found in answer.ranked where found.clash == nil {
                guard let truth = solved.truth(found.site) else { continue }
                #expect(found.least <= truth && truth <= found.most ?? .max)
            }
        }
    }
}
