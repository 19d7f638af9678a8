internal import HubModel

extension ServiceView {
    /// The longest journey that is counted: what stands in for the minutes of those who have no way; nil where the study's
    /// travel knows none.
    var longest: TenthMinutes? {
        travel?.parameters.first { $0.key == "journey.longest" }
            .flatMap { TenthMinutes(exactly: ($0.value * 10).rounded()) }
    }

    /// Whether households of a demand point have no way to the hub nearest to them and home.
    /// - Parameters:
    ///   - point: index of the demand point.
    ///   - figures: of this plan or another.
    func hasNoWay(_ point: Int, in figures: ServiceFigures) -> Bool {
        longest.map { figures.minutes[point] >= $0 } ?? false
    }

    /// Children of demand points that have no way to a hub of some plan and home.
    /// - Parameters:
    ///   - figures: of that plan.
    ///   - household: the kind of household counted; nil for both.
    func childrenWithoutWay(_ figures: ServiceFigures, household: Household? = nil) -> Int64 {
        demand.indices.reduce(0) { sum, point in
            let isCounted = household.map { demand[point].household == $0 } ?? true
            return isCounted && hasNoWay(point, in: figures) ? sum + demand[point].children : sum
        }
    }

    /// The same of all children, were they to travel as households without a car do.
    func allWithoutWayByFoot(_ figures: ServiceFigures) -> Int64 {
        stride(from: 0, to: demand.count, by: 2).reduce(0) { sum, point in
            hasNoWay(point, in: figures) ? sum + demand[point].children + demand[point + 1].children : sum
        }
    }
}

/// Children who have no way there and home, and stand in every mean with minutes that nobody travels.
enum NoWayWords {
    /// "Young Futures hubs: 66 children (today 80) have no way there and home within 720 minutes; each counts as 720 in
    /// these figures."; nil where everybody has one.
    static func sentence(_ view: RunView) -> String? {
        let parts = view.services.compactMap { service -> String? in
            guard let limit = service.longest.map({ Words.limit($0) }) else { return nil }
            let now = service.childrenWithoutWay(service.figures)
            let before = service.baseline.map { service.childrenWithoutWay($0) }
            guard now > 0 || before ?? 0 > 0 else { return nil }
            let beside = before.map { " (\(view.besideWords) \(Words.count($0)))" } ?? ""
            return "\(service.plural): \(Words.count(now)) \(now == 1 ? "child" : "children")\(beside) "
                + "\(now == 1 && before == nil ? "has" : "have") no way there and home within \(limit)"
        }
        guard !parts.isEmpty else { return nil }
        return parts.joined(separator: "; ") + ". Each of them counts as that long in minutes and means."
    }

    /// ", 66 with no way there and home counted as 720": after a mean; empty where everybody has one.
    static func note(_ children: Int64, of service: ServiceView) -> String {
        guard children > 0, let longest = service.longest else { return "" }
        return ", \(Words.count(children)) with no way there and home counted as "
            + Words.plain(Double(longest) / 10)
    }
}
