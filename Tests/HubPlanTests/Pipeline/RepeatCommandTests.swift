import Testing

@testable import HubPlan

@Suite struct RepeatCommandTests {
    @Test(arguments: [
        (["hubplan", "solve", "a.yaml"], "hubplan solve a.yaml --stop-at 7,9"),
        (["hubplan", "solve", "a.yaml", "--seconds", "60", "--prove"], "hubplan solve a.yaml --prove --stop-at 7,9"),
        (["hubplan", "solve", "--seconds=60", "--stop-at=1", "a.yaml"], "hubplan solve a.yaml --stop-at 7,9"),
        (["hubplan", "solve", "the town's.yaml", ""], #"hubplan solve 'the town'\''s.yaml' '' --stop-at 7,9"#),
    ])
    func putsTheCheckpointsInPlaceOfTheTimeLimit(arguments: [String], line: String) {
        #expect(RepeatCommand.line(arguments, stops: [7, 9]) == line)
    }
}
