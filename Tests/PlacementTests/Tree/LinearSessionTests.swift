import Testing

@testable import Placement

@Suite struct LinearSessionTests {
    /// least −x − 2y, x + y ≤ 1.5, both within 0 and 1.
    private func model() -> LinearModel {
        var model = LinearModel()
        model.addColumn(cost: -1, lower: 0, upper: 1, isInteger: false)
        model.addColumn(cost: -2, lower: 0, upper: 1, isInteger: false)
        model.addRow(least: -.infinity, most: 1.5, columns: [(column: Int32(0), coefficient: 1.0), (Int32(1), 1.0)])
        return model
    }

    @Test func goesOnFromWhereItWas() throws {
        var session = try LinearSession()
        try session.load(model(), basis: nil)
        let first = try session.solve()
        let objective = session.objective
        #expect(first == .optimal)
        #expect(abs(objective + 2.5) < 1e-9)

        // A row y ≤ 0.5 + z with a column z of cost 1.
        try session.addColumns(costs: [1])
        try session.addRows(least: [-0.5], starts: [0], index: [1, 2], value: [-1, 1])
        let second = try session.solve()
        let (cut, dual) = (session.objective, session.rowDuals[1])
        #expect(second == .optimal)
        #expect(abs(cut + 2) < 1e-9)
        #expect(abs(dual - 1) < 1e-9)

        try session.setBounds([0], lower: [0], upper: [0])
        _ = try session.solve()
        let closed = session.objective
        #expect(abs(closed + 1.5) < 1e-9)
    }

    @Test func aProbeLeavesNoTrace() throws {
        var session = try LinearSession()
        try session.load(model(), basis: nil)
        _ = try session.solve()
        let (objective, values) = (session.objective, session.values)
        let probed = try session.probe(column: 1, at: 0, lower: 0, upper: 1, most: 50)
        #expect(abs(try #require(probed) + 1) < 1e-9)
        let (after, kept) = (session.objective, session.values)
        #expect(after == objective)
        #expect(kept == values)
        _ = try session.solve()
        let again = session.objective
        #expect(abs(again - objective) < 1e-9)
    }

    @Test func whatCannotBeIsSaid() throws {
        var impossible = model()
        impossible.addRow(least: 3, most: .infinity, columns: [(column: Int32(0), coefficient: 1.0), (Int32(1), 1.0)])
        var session = try LinearSession()
        try session.load(impossible, basis: nil)
        let status = try session.solve()
        #expect(status == .infeasible)
    }
}
