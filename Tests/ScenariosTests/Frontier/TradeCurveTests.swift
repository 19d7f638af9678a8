import HubModel
import HubPlanTestSupport
import Testing

@testable import Scenarios

@Suite("Mean travel against reach")
struct TradeCurveTests {
    @Test("Points are plans that nothing beats, every supported one is found, and no plan lies below a line")
    func againstBruteForce() throws {
        var (inner, pairs) = (0, 0)
        for seed in LongTests.seeds(60) {
            let service = RandomProblem.service(seed: seed, objective: .reach)
            guard case .reach(let limit, _) = service.burden else { continue }
            let answer = try TradeCurve(service: service, limit: limit, most: 12)
                .solve(in: SolveSeries(limits: SolveLimits(gap: 0, threads: 1)))
            var (mean, beyond) = (service, service)
            mean.burden = .mean
            beyond.burden = .steps(thresholds: [limit + 1], values: [1])
            let plans = BruteForce.subsets(of: service.siteCount, taking: service.count)
                .filter { BruteForce.keeps($0, service) }
                .map { (tenths: BruteForce.cost(of: $0, in: mean), beyond: BruteForce.cost(of: $0, in: beyond)) }
            #expect(answer.points.isEmpty == plans.isEmpty)
            #expect((answer.clash != nil) == plans.isEmpty)
            for line in answer.lines {
                let least = plans.map { $0.tenths + line.price * $0.beyond }.min()
                #expect(line.bound == least, "seed \(seed): proved to the end, the line touches")
            }
            #expect(plans.isEmpty || answer.leastBeyond == plans.map(\.beyond).min())
            for point in answer.points {
                #expect(plans.contains { $0.tenths == point.tenths && $0.beyond == point.beyond })
            }
            let least = plans.map(\.tenths).min()
            #expect(answer.points.first?.tenths == least)
            #expect(answer.points.last?.beyond == plans.map(\.beyond).min())
            pairs += answer.points.count > 1 ? 1 : 0
            inner += max(0, answer.points.count - 2)
        }
        #expect(pairs > 5 && inner > 0, "\(pairs) \(inner)")
    }
}
