internal import HubModel
internal import HubPlan
internal import Reports

/// Which plans are at least as good as another on every count, by the costs of one run.
enum Dominance {
    /// A count, its value the better the larger.
    private struct Count {
        var title: String
        var value: Int64
    }

    static func all(_ measures: PlanMeasures) -> [PlanComparison.Dominance] {
        let plans = measures.runs.indices
        return plans.flatMap { yardstick in
            let counts = plans.map { Self.counts(of: $0, by: yardstick, measures) }
            return plans.flatMap { better in
                plans.compactMap { worse -> PlanComparison.Dominance? in
                    guard better != worse, let first = counts[better], let second = counts[worse],
                        zip(first, second).allSatisfy({ $0.value >= $1.value })
                    else { return nil }
                    let ahead = zip(first, second).filter { $0.value > $1.value }.map(\.0.title)
                    guard !ahead.isEmpty else { return nil }
                    return .init(yardstick: yardstick, better: better, worse: worse, counts: ahead)
                }
            }
        }
    }

    /// nil for a plan that is not measured whole there.
    private static func counts(of plan: Int, by yardstick: Int, _ measures: PlanMeasures) -> [Count]? {
        guard measures.plans[plan][yardstick] != nil else { return nil }
        var counts: [Count] = []
        for service in measures.runs[yardstick].run.problem.services {
            guard let cell = measures.cell(plan, yardstick, service.id), cell.unknown.isEmpty else { return nil }
            let figures = cell.figures
            let name = service.id
            counts += [
                Count(title: "\(name): children within reach", value: figures.everyone.reached),
                Count(title: "\(name): mean minutes", value: -figures.everyone.tenthMinutes),
                Count(title: "\(name): children without a car within reach", value: figures.withoutCar.reached),
                Count(title: "\(name): mean minutes without a car", value: -figures.withoutCar.tenthMinutes),
                Count(title: "\(name): children out of reach", value: -figures.everyone.outOfReach),
                Count(title: "\(name): children who cannot get there and home", value: -cell.cannotTravel),
                Count(title: "\(name): number of hubs", value: -Int64(cell.hubs)),
            ]
            let called = cell.called ?? DisadvantageRule.usuallyCalled
            if let doubly = cell.doubly {
                counts.append(
                    Count(title: "\(name): mean minutes in \(called)", value: -doubly.tenthMinutes))
            }
            if let share = cell.share {
                counts.append(
                    Count(title: "\(name): hubs in \(called)", value: Int64(share.inside)))
            }
        }
        return counts
    }
}
