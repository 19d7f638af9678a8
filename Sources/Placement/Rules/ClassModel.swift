internal import HubModel

/// One side of a rule, or both sides of an equality: what a clash is made of.
struct RuleSide: Hashable {
    enum Direction: Hashable { case floor, cap, exactly }
    /// Index into `SiteClasses.rules`.
    var rule: Int
    var direction: Direction
}

/// Asks how many sites of each class can be open together, as a small integer program.
struct ClassModel {
    let classes: SiteClasses
    /// Every side that says something, in the order of the rules.
    let sides: [RuleSide]
    private let solver: Solver

    init(_ classes: SiteClasses) throws {
        self.classes = classes
        solver = try Solver()
        sides = classes.rules.enumerated().flatMap { index, rule -> [RuleSide] in
            guard rule.kind != .count else { return [RuleSide(rule: index, direction: .exactly)] }
            var sides: [RuleSide] = []
            if rule.least > 0 { sides.append(RuleSide(rule: index, direction: .floor)) }
            if rule.most < rule.candidates { sides.append(RuleSide(rule: index, direction: .cap)) }
            return sides
        }
    }

    /// How many of each class are open in some plan that keeps the sides; nil when there is none.
    func feasible(_ sides: some Sequence<RuleSide>) throws -> [Int]? {
        try optimum(of: [], cost: 0, keeping: sides)
    }

    /// The most (or least) hubs that can be open among some classes while the sides are kept; nil when none can be kept.
    func extreme(_ sign: Sign, among set: [Int], keeping sides: some Sequence<RuleSide>) throws -> Int? {
        let counts = try optimum(of: set, cost: sign == .most ? -1 : 1, keeping: sides)
        return counts.map { counts in set.reduce(0) { $0 + counts[$1] } }
    }

    enum Sign { case least, most }

    /// A hub costs `cost` in the classes of `set`, nothing elsewhere.
    private func optimum(
        of set: [Int], cost: Double, keeping sides: some Sequence<RuleSide>
    ) throws -> [Int]? {
        var model = LinearModel()
        let counted = Set(set)
        for (index, siteClass) in classes.classes.enumerated() {
            model.addColumn(
                cost: counted.contains(index) ? cost : 0, lower: 0, upper: Double(siteClass.sites.count),
                isInteger: true)
        }
        for side in sides {
            let rule = classes.rules[side.rule]
            let least = side.direction == .cap ? -Double.infinity : Double(rule.least)
            let most = side.direction == .floor ? Double.infinity : Double(rule.most)
            guard least <= most, !rule.classes.isEmpty else {
                // A row without columns is 0, and HiGHS need not be asked about it.
                if least > 0 || most < 0 || least > most { return nil }
                continue
            }
            model.addRow(least: least, most: most, columns: rule.classes.map { (Int32($0), 1) })
        }
        let answer = try solver.solve(model)
        guard case .optimal = answer.status, !answer.values.isEmpty else { return nil }
        return answer.values.map { Int($0.rounded()) }
    }
}

/// Holds the one solver instance of a class model, so that the model can be copied.
private final class Solver {
    private let solver: LinearSolver

    init() throws {
        solver = try LinearSolver()
    }

    func solve(_ model: LinearModel) throws -> LinearSolver.Answer {
        try solver.solve(model)
    }
}
