package import HubModel

extension WarmStart {
    /// What a solution leaves for the next question on the same areas and sites.
    /// - Parameter problem: what was solved.
    package init(_ solution: Solution, of problem: PlacementProblem) {
        self.init(
            services: zip(solution.services, problem.services).map { outcome, service in
                ServiceStart(plan: outcome.open, former: FormerBound(outcome, of: service))
                    .renumbered { service.siteIndices[Int($0)] }
            })
    }
}

extension FormerBound {
    /// - Returns: nil when the outcome tells no multipliers. Sites are local numbers.
    package init?(_ outcome: ServiceOutcome, of service: ServiceProblem) {
        let trail = outcome.trail.isEmpty ? outcome.branching.firstMultipliers : outcome.trail
        guard let layout = outcome.layout, !trail.isEmpty else { return nil }
        let rows = layout.rows.map { row in
            let (withoutCar, withCar) = outcome.open.reduce((TenthMinutes.max, TenthMinutes.max)) { least, site in
                let (area, site) = (Int(row.area), Int(site))
                return (
                    min(least.0, service.travel.minutes(area: area, household: .withoutCar, site: site)),
                    min(least.1, service.travel.minutes(area: area, household: .withCar, site: site))
                )
            }
            return Row(row, of: row.area, withoutCar: layout.burden(withoutCar), withCar: layout.burden(withCar))
        }
        self.init(
            burden: layout.burden, bound: outcome.bound ?? 0, rows: rows, limits: layout.limits, trail: trail,
            branching: outcome.branching)
    }
}

extension FormerBound.Row {
    /// Shares a multiplier among an area's households as the burden of their nearest hub is shared.
    /// - Parameters:
    ///   - area: of today; nil when it is gone.
    ///   - withoutCar: f(minutes to the nearest open site of the plan) without a car, and the same with one.
    init(_ row: DemandRow, of area: UInt32?, withoutCar: Int64, withCar: Int64) {
        var (left, right) = (Double(withoutCar), Double(withCar))
        var whole = Double(row.withoutCar) * left + Double(row.withCar) * right
        if whole <= 0 {
            (left, right) = (1, 1)
            whole = Double(row.weight)
        }
        self.init(
            area: area, withoutCar: row.withoutCar, withCar: row.withCar, shareWithoutCar: left / whole,
            shareWithCar: right / whole)
    }
}
