internal import HubModel

/// Children without a car on both sides of the border of the place that the study is for: who counts, and who is reached.
struct BorderSplit {
    struct Side {
        var children: Int64 = 0
        var reached: Int64 = 0

        /// "0% (0 of 1,484)"
        fileprivate var words: String {
            let share = children > 0 ? Words.percent(Double(reached) / Double(children)) : "nobody lives there"
            return children > 0 ? "\(share) (\(Words.count(reached)) of \(Words.count(children)))" : share
        }
    }

    private(set) var own = Side()
    private(set) var across = Side()

    /// nil where the study does not reach across a border, or nobody beyond it counts.
    init?(_ service: ServiceView, in region: Region) {
        guard region.isAcross.count == region.areas.count else { return nil }
        for (point, minutes) in zip(service.demand, service.figures.minutes) where point.household == .withoutCar {
            let reached = minutes <= service.service.reachLimit ? point.children : 0
            if region.isAcross[Int(point.area)] {
                across.children += point.children
                across.reached += reached
            } else {
                own.children += point.children
                own.reached += reached
            }
        }
        guard across.children > 0 else { return nil }
    }

    /// "In the place itself 0% (0 of 1,484), across its border 79% (367 of 466)."
    var sentence: String { "In the place itself \(own.words), across its border \(across.words)." }
}
