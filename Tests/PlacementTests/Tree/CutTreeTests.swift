import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct CutTreeTests {
    /// What a tree is begun with: rules, rows, a plan and multipliers far from the best.
    private struct Start {
        var rules: SiteRules
        var tree: LimitTree
        var rows: ContributionRows
        var plan: OpenPlan
        var multipliers: Multipliers

        /// - Parameters:
        ///   - length: sites in a row at least.
        ///   - seed: of the factors that the multipliers are spoilt by.
        init(_ service: ServiceProblem, plan open: [UInt32], length: Int, seed: UInt64) throws {
            rules = SiteRules(service)
            tree = LimitTree(rules)
            rows = ContributionRows(try ContributionSource(service), length: length, threads: 1)
            plan = OpenPlan(open, rows: rows, rules: rules)
            multipliers = Multipliers(plan, tree: tree)
            var numbers = SplitMix(seed: seed)
            for row in multipliers.rows.indices { multipliers.rows[row] *= Double(numbers.below(200)) / 100 }
        }

        func grown(
            gap: Double = 0, memory: Int = .max, known: Int? = nil, threads: Int = 1
        ) throws -> CutTree {
            try CutTree(
                rows: rows, rules: rules, tree: tree,
                root: BranchAndBound.Node(live: LiveSites(rules), multipliers: multipliers, bound: 0), best: plan,
                gap: gap, memory: memory, known: known, threads: threads)
        }
    }

    /// The worst plan there is, so that the tree has all to find.
    private func worst(_ service: ServiceProblem) -> [UInt32]? {
        BruteForce.subsets(of: service.siteCount, taking: service.count)
            .filter { BruteForce.keeps($0, service) }
            .max { BruteForce.cost(of: $0, in: service) < BruteForce.cost(of: $1, in: service) }
    }

    /// Every rule and objective, whole rows and short ones: the optimum is found, and no bound on the way passes it.
    @Test(arguments: RandomProblem.Objective.allCases, [2, 9])
    func findsTheOptimum(_ objective: RandomProblem.Objective, _ length: Int) throws {
        var solved = 0
        for seed in UInt64(0)..<200 {
            var service = RandomProblem.service(seed: seed, objective: objective)
            service.travel = ShortRows(service.travel)
            guard let best = BruteForce.best(of: service), let open = worst(service) else { continue }
            var tree = try Start(service, plan: open, length: length, seed: seed).grown()
            while !tree.isDone {
                try tree.step()
                let bound = tree.bound
                #expect(bound <= best.objective, "seed \(seed)")
                guard tree.nodes < 2000 else { break }
            }
            let (objective, found, isDone) = (tree.best.objective, tree.best.open, tree.isDone)
            #expect(isDone, "seed \(seed)")
            #expect(objective == best.objective, "seed \(seed)")
            #expect(BruteForce.keeps(found, service), "seed \(seed)")
            solved += 1
        }
        #expect(solved > 80)
    }

    /// Programs that begin with the sites of one plan alone, and programs that have no room for a single cut: the tree is
    /// another one, what it finds is not.
    @Test(arguments: RandomProblem.Objective.allCases, [Int.max, 0])
    func programsOfFewSitesAndCutsLoseNothing(_ objective: RandomProblem.Objective, memory: Int) throws {
        var (solved, grew) = (0, 0)
        for seed in UInt64(0)..<200 {
            let service = RandomProblem.service(seed: seed, objective: objective)
            guard let best = BruteForce.best(of: service), let open = worst(service) else { continue }
            let start = try Start(service, plan: open, length: 9, seed: seed)
            var tree = try start.grown(memory: memory, known: 0)
            while !tree.isDone {
                try tree.step()
                let bound = tree.bound
                #expect(bound <= best.objective, "seed \(seed)")
                guard tree.nodes < 2000 else { break }
            }
            let (objective, found, isDone) = (tree.best.objective, tree.best.open, tree.isDone)
            #expect(isDone, "seed \(seed)")
            #expect(objective == best.objective, "seed \(seed)")
            #expect(BruteForce.keeps(found, service), "seed \(seed)")
            if Set(found).subtracting(open).count > 0 { grew += 1 }
            solved += 1
        }
        #expect(solved > 80)
        #expect(grew > 40)
    }

    /// A gap leaves plans out that are better by less, never more.
    @Test func aGapIsKept() throws {
        for seed in UInt64(0)..<60 {
            let service = RandomProblem.service(seed: seed, objective: .mean)
            guard let best = BruteForce.best(of: service), let open = worst(service) else { continue }
            var tree = try Start(service, plan: open, length: 9, seed: seed).grown(gap: 0.1)
            while !tree.isDone { try tree.step() }
            let (objective, bound) = (tree.best.objective, tree.bound)
            #expect(bound <= best.objective, "seed \(seed)")
            #expect(Double(objective - bound) <= 0.1 * Double(objective), "seed \(seed)")
        }
    }

    @Test func threadsChangeNothing() throws {
        let service = ScatteredTown.service(areas: 150, sites: 70, count: 7, seed: 4, disadvantaged: 7)
        let open = try #require(try Attainable(service).anyPlan()?.first)
        var trees: [(open: [UInt32], work: Int64, nodes: Int, steps: [BranchStep])] = []
        for threads in [1, 2, 2] {
            var tree = try Start(service, plan: open, length: 20, seed: 1).grown(threads: threads)
            while !tree.isDone { try tree.step() }
            let (open, work, nodes) = (tree.best.open, tree.work, tree.nodes)
            trees.append((open, work, nodes, tree.finish()))
        }
        for other in trees.dropFirst() {
            #expect(other.open == trees[0].open)
            #expect(other.work == trees[0].work)
            #expect(other.nodes == trees[0].nodes)
            #expect(other.steps == trees[0].steps)
        }
    }
}
