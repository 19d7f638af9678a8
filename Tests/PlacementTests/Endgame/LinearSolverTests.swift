import Testing

@testable import Placement

@Suite struct LinearSolverTests {
    /// Least x + y with 3x + 2y ≥ 7, x ≤ 1: x = 1, y = 2.
    @Test func aLinearProgramWithItsReducedCosts() throws {
        let answer = try LinearSolver().solve(model(isInteger: false))
        #expect(answer.values == [1, 2])
        #expect(answer.bound == 3)
        // Another unit of x would save half a unit of y.
        #expect(answer.reducedCosts == [-0.5, 0])
    }

    /// With 3x + 2y ≥ 8.5 the relaxation's y = 2.75 goes up to 3.
    @Test func anIntegerProgram() throws {
        let answer = try LinearSolver().solve(model(isInteger: true, need: 8.5))
        #expect(answer.values.map { $0.rounded() } == [1, 3])
        #expect(answer.bound > 3.999 && answer.bound < 4.001)
    }

    @Test func nothingBelowTheCutOffIsSaidAsInfeasible() throws {
        let answer = try LinearSolver().solve(model(isInteger: true, need: 8), limits: .init(cutoff: 3.5))
        let provesNothingBelow = answer.bound >= 3.5
        #expect(provesNothingBelow)
    }

    @Test func rowsThatCannotBeMetAreInfeasible() throws {
        let answer = try LinearSolver().solve(model(isInteger: true, need: 99))
        guard case .infeasible = answer.status else {
            Issue.record("\(answer.status)")
            return
        }
        #expect(answer.values.isEmpty)
        #expect(answer.bound == .infinity)
    }

    @Test func oneInstanceSolvesOneModelAfterAnother() throws {
        let solver = try LinearSolver()
        for need in [7.0, 5, 9] {
            let again = try solver.solve(model(isInteger: false, need: need))
            let fresh = try LinearSolver().solve(model(isInteger: false, need: need))
            #expect(again.values == fresh.values)
        }
    }

    private func model(isInteger: Bool, need: Double = 7) -> LinearModel {
        var model = LinearModel()
        let x = model.addColumn(cost: 1, lower: 0, upper: 1, isInteger: isInteger)
        let y = model.addColumn(cost: 1, lower: 0, upper: 10, isInteger: isInteger)
        model.addRow(least: need, most: .infinity, columns: [(column: x, coefficient: 3), (column: y, coefficient: 2)])
        return model
    }
}
