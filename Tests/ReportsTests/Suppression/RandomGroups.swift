import HubModel
import HubPlanTestSupport

@testable import Reports

/// Runs of the sample district with groups drawn at random: many of them small somewhere.
enum RandomGroups {
    /// - Parameters:
    ///   - services: one, or two whose hubs differ.
    ///   - hasToday: whether today's hubs are told beside the plan.
    static func record(seed: UInt64, services: Int, hasToday: Bool) -> RunRecord {
        var numbers = SeededNumbers(seed)
        var record = SampleRun.record()
        let count = record.region.areas.count
        let scale = Int64.random(in: 1...3, using: &numbers)
        func rare(_ chance: Int) -> [Int64] {
            (0..<count).map { _ in
                Int.random(in: 0..<chance, using: &numbers) == 0 ? Int64.random(in: 1...scale, using: &numbers) : 0
            }
        }
        record.region.groups = [
            PopulationGroup(id: "one", title: "one", family: "origin", counts: rare(3)),
            PopulationGroup(id: "two", title: "two", family: "origin", counts: rare(12)),
            PopulationGroup(id: "three", title: "three", family: "origin", counts: rare(40)),
            PopulationGroup(id: "alone", title: "alone", counts: rare(8)),
        ]
        record.request.services = Array(record.request.services.prefix(services))
        record.travel = Array(record.travel.prefix(services))
        for position in 0..<services {
            let service = record.request.services[position].service
            record.region.services[service].reachLimit = TenthMinutes.random(in: 150...500, using: &numbers)
            record.region.services[service].outOfReachLimit = TenthMinutes.random(in: 500...900, using: &numbers)
        }
        func figures(hubs: Int) -> PlanFigures {
            PlanFigures(
                services: record.request.services.map { request in
                    var open = (0..<hubs).map { _ in UInt32.random(in: 0..<60, using: &numbers) }
                    if hubs > 1 { open.append(SampleRegion.existingHub) }
                    return SampleFigures.figures(
                        record.region, request, open: Array(Set(open)).sorted(), required: nil)
                })
        }
        record.figures = figures(hubs: 3)
        record.baseline = hasToday ? today(record) : nil
        record.solution = nil
        return record
    }

    /// One hub that the plan keeps, so that whoever is reached today is reached by the plan.
    private static func today(_ record: RunRecord) -> PlanFigures {
        PlanFigures(
            services: record.request.services.map {
                SampleFigures.figures(record.region, $0, open: [SampleRegion.existingHub], required: nil)
            })
    }
}
