import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct ContributionStreamTests {
    private func service(_ seed: UInt64, _ objective: RandomProblem.Objective = .mean) -> ServiceProblem {
        var service = RandomProblem.service(seed: seed, objective: objective)
        for area in 0..<service.areaCount { service.weights[2 * area + 1] = 0 }
        return service
    }

    /// The plain sum over all pairs, one by one.
    @Test(arguments: RandomProblem.Objective.allCases)
    func gainsAreThoseOfEveryPair(_ objective: RandomProblem.Objective) throws {
        for seed in UInt64(0)..<60 {
            let source = try ContributionSource(service(seed, objective))
            let stream = try #require(ContributionStream(source))
            var numbers = SplitMix(seed: seed)
            let lambda = stream.rows.map { row in
                Int64(numbers.below(1000)) * (row.weight * source.burden(source.travel.longest) + 1) / 125
            }
            let some = (0..<UInt32(source.travel.siteCount)).filter { $0 % 3 != 1 }
            for (stream, sites) in [
                (stream, Array(0..<UInt32(source.travel.siteCount))), (stream.among(some), some),
            ] {
                let gains = stream.gains(lambda, scale: 8, threads: 2).sums
                for site in sites where source.isAllowed[Int(site)] {
                    let plain = stream.rows.indices.reduce(Int64(0)) {
                        $0 + max(0, lambda[$1] - 8 * source.value(stream.rows[$1], site: Int(site)))
                    }
                    #expect(gains[Int(site)] == plain, "seed \(seed), site \(site)")
                }
            }
        }
    }

    @Test func rowsHoldWhatIsBelowTheirCap() throws {
        for seed in UInt64(0)..<60 {
            let source = try ContributionSource(service(seed))
            let stream = try #require(ContributionStream(source))
            let some = (0..<UInt32(source.travel.siteCount)).filter { $0 % 4 != 2 }
            let caps = stream.rows.indices.map { Int64(40 * ($0 + 1)) * stream.rows[$0].weight }
            let rows = stream.among(some).rows(below: caps, threads: 2)
            for row in 0..<rows.count {
                let expected = some.filter { source.isAllowed[Int($0)] }
                    .map { (source.value(stream.rows[row], site: Int($0)), $0) }
                    .filter { $0.0 < rows.radius[row] }.sorted { $0 < $1 }
                #expect(rows.range(row).map { rows.values[$0] } == expected.map(\.0))
                #expect(rows.range(row).map { rows.sites[$0] } == expected.map(\.1))
                #expect(rows.radius[row] <= caps[row])
            }
        }
    }

    @Test func householdsThatDisagreeAreNotStreamed() throws {
        var service = service(1)
        service.weights = service.weights.map { $0 + 1 }
        #expect(ContributionStream(try ContributionSource(service)) == nil)
    }
}
