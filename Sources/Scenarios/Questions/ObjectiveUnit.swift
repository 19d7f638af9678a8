internal import HubModel
internal import Reports

/// Objectives of one service in units that people use.
struct ObjectiveUnit: Sendable {
    let unit: SearchTrack.Unit
    private let burden: BurdenFunction
    private let weight: Int64

    init(_ one: OneService) {
        burden = one.problem.burden
        weight = one.problem.weights.reduce(0, +)
        switch burden {
        case .reach: unit = .reached
        case .mean: unit = weight > 0 && !one.service.isNeedWeighted ? .meanMinutes : .score
        case .steps: unit = .score
        }
    }

    /// What an objective comes to: for reach, weight within the limit, since the whole steps in it are weight beyond; mean
    /// minutes; or the objective as it is. Of a bound it is what no plan can beat.
    func value(_ objective: Int64) -> Double {
        switch burden {
        case .reach(_, let step): Double(weight - objective / max(1, step))
        case .mean where unit == .meanMinutes: Double(objective) / Double(weight) / 10
        case .mean, .steps: Double(objective)
        }
    }

    /// What one objective costs beside another, worse being more; scores in per cent of the other.
    func cost(_ objective: Int64, beside other: Int64) -> Double {
        switch unit {
        case .reached: value(other) - value(objective)
        case .meanMinutes: value(objective) - value(other)
        case .score: other > 0 ? Double(objective - other) / Double(other) * 100 : 0
        }
    }
}
