import HubModel
import Testing

@testable import Placement

@Suite struct TreeRecordTests {
    private func step(_ value: Double) -> MultiplierStep { MultiplierStep(rows: [value], limits: []) }

    private func steps(_ record: TreeRecord) -> [BranchStep] {
        record.steps(first: step(-1)) { rows, _ in step(Double(rows[0])) }
    }

    @Test func nodesComeInPreorderWithTheOpenSideFirst() {
        var record = TreeRecord()
        let root = record.addNode(bound: -1)
        let fixing = record.add(rows: [7], limits: [])
        record.fix(root, by: fixing)
        let (with, without) = (record.addNode(bound: fixing), record.addNode(bound: fixing))
        record.close(root, .branch(site: 4, with: with, without: without))
        record.close(with, .leaf(record.add(rows: [9], limits: [])))
        #expect(steps(record) == [.fix(step(7)), .branch(site: 4), .leaf(step(9)), .leaf(step(7))])
        record.close(without, .settled)
        #expect(steps(record).last == .end)
    }

    @Test func aTreeClosedAtOnceRestsOnTheFirstMultipliers() {
        var record = TreeRecord()
        _ = record.addNode(bound: -1)
        #expect(steps(record) == [.leaf(step(-1))])
    }

    @Test func whatIsGivenUpIsNotTold() {
        var record = TreeRecord()
        _ = record.addNode(bound: -1)
        record.giveUp()
        #expect(steps(record).isEmpty)
    }
}
