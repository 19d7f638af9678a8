import HubModel
import HubPlanTestSupport
import Placement
import Testing

@Suite struct RuleAuditTests {
    @Test(arguments: 0..<UInt64(100))
    func keepsWhatTheOracleKeeps(seed: UInt64) {
        let problem = RandomProblem.service(seed: seed, objective: .mean)
        for count in max(0, problem.count - 1)...min(problem.siteCount, problem.count + 1) {
            for open in BruteForce.subsets(of: problem.siteCount, taking: count) {
                #expect(RuleAudit(problem).isKept(by: open) == BruteForce.keeps(open, problem))
            }
        }
    }

    @Test func countsTheShareOverAllServices() {
        let problem = RandomProblem.twoServices(seed: 1, maximise: false)
        let open = problem.services.map { Array(0..<UInt32($0.siteCount)) }
        let share = RuleAudit.totalShare(of: problem, open: open)
        #expect(share?.found == problem.totalShare?.sites.reduce(0) { $0 + $1.count })
        #expect(share?.least == problem.totalShare?.least)
    }

    /// What "as many as possible" comes to is not known to the audit, and 0 would pass as kept.
    @Test func aTotalShareWithoutANumberIsNotTold() {
        let problem = RandomProblem.twoServices(seed: 1, maximise: true)
        #expect(RuleAudit.totalShare(of: problem, open: [[0], [0]]) == nil)
    }
}
