internal import HubModel

/// A group beside all children of its service, travelling alike.
struct EqualityRow: Sendable {
    enum Verdict: String, Sendable {
        case worse, better
        /// Neither by the margin that counts.
        case alike
        case withheld
        /// Nobody is in the group.
        case empty
    }

    let group: ShownGroup
    /// Mean minutes of the group less those of all children; nil where one is not shown.
    let moreMinutes: Double?
    /// Share of the group reached less that of all children, a fraction.
    let moreReached: Double?
    let verdict: Verdict

    /// A mean longer or shorter than that of all children by this fraction counts as worse or better...
    static let margin = 0.05
    /// ...and so does a share reached that is lower or higher by this fraction of the group.
    static let shareMargin = 0.05

    /// - Parameters:
    ///   - everyone: all children of the service, as households without a car travel.
    ///   - inWholeMinutes: whether figures of groups are, so that the other mean is rounded alike.
    init(_ group: ShownGroup, beside everyone: TravelFigures, inWholeMinutes: Bool) {
        self.group = group
        let mean = everyone.meanMinutes.map { inWholeMinutes ? $0.rounded() : $0 }
        let minutes = group.plan.meanMinutes.number.flatMap { own in mean.map { own - $0 } }
        let share = group.plan.shareReached.number.flatMap { own in everyone.shareReached.map { own - $0 } }
        moreMinutes = minutes
        moreReached = share
        let margin = (mean ?? 0) * Self.margin
        if group.plan.children == .shown(0) {
            verdict = .empty
        } else if minutes == nil, share == nil {
            verdict = .withheld
        } else if minutes.map({ $0 >= margin && $0 > 0 }) ?? false || share.map({ $0 <= -Self.shareMargin }) ?? false {
            verdict = .worse
        } else if minutes.map({ -$0 >= margin && $0 < 0 }) ?? false || share.map({ $0 >= Self.shareMargin }) ?? false {
            verdict = .better
        } else {
            verdict = .alike
        }
    }
}

extension ServiceView {
    func equalityRows(in view: RunView) -> [EqualityRow] {
        groups.map {
            EqualityRow($0, beside: figures.asWithoutCar, inWholeMinutes: view.region.suppressBelow > 1)
        }
    }
}
