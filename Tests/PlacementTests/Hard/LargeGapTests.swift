import HubModel
import HubPlanTestSupport
import Placement
import Testing

/// Instances with a large duality gap: right, or an honest gap.
@Suite struct LargeGapTests {
    /// What a solve by one method came to.
    private struct Told {
        var objective: Int64
        var bound: Int64
        var isProved: Bool
    }

    @Test(arguments: HardInstance.Gap.allCases)
    func gapInstancesAreProvedAlikeByBothMethods(kind: HardInstance.Gap) throws {
        for seed in LongTests.seeds(2, fraction: 500) {
            try compare(HardInstance.gap(kind, size: 16, reach: 4, count: 5, seed: seed))
        }
    }

    /// Four or nine kings cover the board at 0 to 4 a field; anything else costs a field out of reach.
    @Test(arguments: [2, 3])
    func chessBoardsAreCovered(k: Int) throws {
        let board = HardInstance.chessBoard(k, seed: 1)
        #expect(try compare(board) < Int64(HardInstance.far))
    }

    /// The lines through one point reach everybody.
    @Test(arguments: [2, 3])
    func projectivePlanesAreCovered(prime: Int) throws {
        let plane = HardInstance.projectivePlane(prime, seed: 1)
        #expect(try compare(plane) < Int64(HardInstance.far))
    }

    @Test func randomCostsAreProvedAlikeByBothMethods() throws {
        for seed in LongTests.seeds(2, fraction: 500) {
            try compare(HardInstance.uniform(areas: 20, sites: 14, count: 4, costs: 1000...2000, seed: seed))
            try compare(HardInstance.uniform(areas: 24, sites: 12, count: 3, costs: 0...9, seed: seed))
        }
    }

    /// The published size, 100 by 100 with 10 in reach, which nobody proves in a second: what is said is not wrong.
    @Test(arguments: HardInstance.Gap.allCases)
    func atThePublishedSizeTheGapIsHonest(kind: HardInstance.Gap) throws {
        var service = HardInstance.gap(kind, size: 100, reach: 10, count: 14, seed: 7)
        service.limits = [
            SiteLimit(title: "share", sites: (0..<100).filter { $0 % 8 == 0 }.map { UInt32($0) }, least: 7)
        ]
        let known = try [Int64(1), LongTests.wanted == nil ? 3_000_000 : 900_000_000].map {
            try told(service, PlacementSolver(small: LagrangianService()), work: $0)
        }
        let best = known.map(\.objective).min() ?? 0
        for told in known {
            #expect(told.bound <= best)
            #expect(!told.isProved || told.objective == best)
        }
    }

    /// - Returns: the optimum.
    @discardableResult
    private func compare(_ service: ServiceProblem) throws -> Int64 {
        let exact = try told(service, PlacementSolver(), work: nil)
        #expect(exact.isProved, "\(service.id)")
        let found = try told(service, PlacementSolver(small: LagrangianService()), work: nil)
        let alone = try LagrangianEngine.solve(service, SolveLimits(gap: 0, work: 10_000_000)).outcome
        let engine = Told(
            objective: alone.objective, bound: try #require(alone.bound), isProved: alone.isOptimal)
        for told in [found, engine] {
            #expect(told.bound <= exact.objective, "\(service.id)")
            #expect(told.objective >= exact.objective, "\(service.id)")
            #expect(!told.isProved || told.objective == exact.objective, "\(service.id)")
        }
        return exact.objective
    }

    private func told(_ service: ServiceProblem, _ solver: PlacementSolver, work: Int64?) throws -> Told {
        let result = try solver.solve(
            PlacementProblem(services: [service]), limits: SolveLimits(gap: 0, work: work))
        guard case .solved(let solution) = result else { throw PlacementError("\(service.id) has no plan") }
        let outcome = solution.services[0]
        #expect(BruteForce.keeps(outcome.open, service))
        #expect(outcome.objective == BruteForce.cost(of: outcome.open, in: service))
        return Told(
            objective: outcome.objective, bound: try #require(outcome.bound), isProved: outcome.isOptimal)
    }
}
