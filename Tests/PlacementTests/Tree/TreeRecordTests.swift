import HubModel
import Testing

@testable import Placement

@Suite struct TreeRecordTests {
    private func step(_ value: Double) -> MultiplierStep { MultiplierStep(rows: [value], limits: []) }

    private func steps(_ record: TreeRecord) -> [BranchStep] {
        record.steps(first: step(-1), scale: 1) { [Double($0[0])] }
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

    /// Multipliers are held as differences; what is told is whole, also of a node's last where nothing rests on the others.
    @Test func multipliersComeBackWhole() {
        var record = TreeRecord()
        var numbers = SplitMix(seed: 5)
        let first = (0..<100).map { _ in Int64(numbers.below(1 << 40)) }
        var rows = first
        var expected: [[Double]] = []
        var node = record.addNode(bound: -1)
        for depth in 0..<30 {
            // Halfway rows are merged anew.
            if depth == 15 {
                record.beginLayout { $0.map { Double($0) } + [0] }
                rows = (0..<100).map { _ in Int64(numbers.below(1 << 40)) }
            }
            // Now and then nearly everything changes.
            for _ in 0..<(depth % 10 == 9 ? 400 : 7) { rows[numbers.below(100)] = Int64(numbers.below(1 << 40)) }
            let passing = record.add(rows: first, limits: [1])
            let number = record.add(rows: rows, limits: [Int64(depth)], instead: passing)
            #expect(number == passing)
            record.fix(node, by: number)
            expected.append(rows.map { Double($0) } + [depth < 15 ? 0 : 1] + [Double(depth) / 2])
            let (with, without) = (record.addNode(bound: number), record.addNode(bound: number))
            record.close(node, .branch(site: 0, with: with, without: without))
            record.close(without, .settled)
            node = with
        }
        record.close(node, .settled)
        let told = record.steps(first: step(-1), scale: 2) { $0.map { Double($0) } + [1] }
        let fixes = told.compactMap { if case .fix(let step) = $0 { step.rows + step.limits } else { nil } }
        #expect(fixes == expected)
    }

    @Test func whatIsGivenUpIsNotTold() {
        var record = TreeRecord()
        _ = record.addNode(bound: -1)
        record.giveUp()
        #expect(steps(record).isEmpty)
    }
}
