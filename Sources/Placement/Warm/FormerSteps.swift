internal import HubModel

/// Former multipliers in the terms of today's demand rows and crossing limits.
///
/// A row's multiplier is what its households pay together; told by household it outlives other weights, and areas whose
/// two kinds of household came to share a row, or no longer do. A row that is as it was keeps its multiplier to the
/// last bit, so that an unchanged problem gets back the bound it had.
struct FormerSteps: Sendable {
    /// One former row's part in a row of today.
    private struct Part: Sendable {
        var row: Int
        var factor: Double
    }

    private let former: FormerBound
    private let parts: [[Part]]
    /// What rows of areas that were not there begin from.
    private let fresh: Multipliers
    /// Place of each crossing limit among the former ones; nil for a new one.
    private let places: [Int?]
    private let limitFactor: Double

    /// - Parameters:
    ///   - rows: today's demand rows.
    ///   - limits: titles of today's crossing limits, in their order.
    ///   - fresh: multipliers of today without a former solve.
    /// - Returns: nil when the former multipliers are in units of another burden, or there are none.
    init?(
        _ former: FormerBound, burden: BurdenFunction, rows: [DemandRow], limits: [String], fresh: Multipliers
    ) {
        let areas = rows.reduce(0) { max($0, Int($1.area) + 1) }
        guard former.burden == burden, !former.trail.isEmpty else { return nil }
        guard (former.trail + former.branching.compactMap(\.step)).allSatisfy({ $0.rows.count == former.rows.count })
        else { return nil }
        self.former = former
        self.fresh = fresh
        var rowsOf = [[Int]](repeating: [], count: areas)
        for (number, row) in former.rows.enumerated() {
            if let area = row.area, Int(area) < areas { rowsOf[Int(area)].append(number) }
        }
        parts = rows.map { Self.parts(of: $0, rowsOf[Int($0.area)], former.rows) }
        places = limits.map { title in former.limits.firstIndex(of: title) }
        let weight = former.rows.reduce(0.0) { $0 + Double($1.withoutCar) + Double($1.withCar) }
        limitFactor = weight > 0 ? rows.reduce(0.0) { $0 + Double($1.weight) } / weight : 1
    }

    private static func parts(of row: DemandRow, _ numbers: [Int], _ former: [FormerBound.Row]) -> [Part] {
        let same = numbers.first { former[$0].withoutCar == row.withoutCar && former[$0].withCar == row.withCar }
        if let same { return [Part(row: same, factor: 1)] }
        // The former row that held a kind of household, or else one that stood for the whole area.
        let kinds = [
            (row.withoutCar, \FormerBound.Row.withoutCar, \FormerBound.Row.shareWithoutCar),
            (row.withCar, \FormerBound.Row.withCar, \FormerBound.Row.shareWithCar),
        ]
        return kinds.compactMap { weight, held, share in
            guard weight > 0, let number = numbers.first(where: { former[$0][keyPath: held] > 0 }) ?? numbers.first
            else { return nil }
            return Part(row: number, factor: Double(weight) * former[number][keyPath: share])
        }
    }

    /// What was proved then.
    var bound: Int64 { former.bound }
    var trail: [MultiplierStep] { former.trail }
    var branching: [BranchStep] { former.branching }

    /// Today's multipliers for a former step.
    func multipliers(_ step: MultiplierStep) -> Multipliers {
        var today = fresh
        for (row, parts) in parts.enumerated() where !parts.isEmpty {
            let value = parts.reduce(0) { $0 + step.rows[$1.row] * $1.factor }
            if value.isFinite { today.rows[row] = value }
        }
        for (place, former) in places.enumerated() {
            guard let former, former < step.limits.count, step.limits[former].isFinite else { continue }
            today.limits[place] = step.limits[former] * limitFactor
        }
        return today
    }
}

extension BranchStep {
    /// Its multipliers; nil for a step without any.
    var step: MultiplierStep? {
        switch self {
        case .fix(let step), .leaf(let step): step
        case .branch, .end: nil
        }
    }
}

extension [BranchStep] {
    /// The multipliers nearest to the root, which stand in for a trail where there is none: one, or none.
    var firstMultipliers: [MultiplierStep] { Array<MultiplierStep>(lazy.compactMap(\.step).prefix(1)) }
}

extension MultiplierStep {
    init(_ multipliers: Multipliers) {
        self.init(rows: multipliers.rows, limits: multipliers.limits)
    }
}
