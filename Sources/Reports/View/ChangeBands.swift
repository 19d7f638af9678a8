internal import HubModel

/// The five classes of change that maps are coloured by, from much shorter to much longer.
struct ChangeBands: Hashable, Sendable {
    /// Tenths of minutes up to which a change is a small one: a fifth of the service's reach limit.
    let small: Int64

    static let count = 5
    static let colours = ["#2166ac", "#92c5de", "#f2f2f2", "#f4a582", "#b2182b"]

    init(_ service: Service) {
        small = max(1, Int64(service.reachLimit) / 5)
    }

    /// - Parameter change: tenths of minutes, after less before.
    func band(of change: Int64) -> Int {
        if change == 0 { return 2 }
        if change < 0 { return change < -small ? 0 : 1 }
        return change > small ? 4 : 3
    }

    func title(of band: Int) -> String {
        let limit = "\(Words.plain(Double(small) / 10)) minutes"
        return switch band {
        case 0: "shorter by more than \(limit)"
        case 1: "shorter by up to \(limit)"
        case 2: "no change"
        case 3: "longer by up to \(limit)"
        default: "longer by more than \(limit)"
        }
    }
}

extension ServiceView {
    /// "new", "reopened" or "kept" beside the baseline; nil without one.
    func compared(_ hub: HubView) -> String? {
        change.map { $0.kept.contains(hub.index) ? "kept" : hub.site.status == .closed ? "reopened" : "new" }
    }

    /// Tenths of minutes that a demand point's journey is longer than in the baseline; nil without one.
    func minutesAdded(_ demand: Int) -> Int64? {
        baseline.map { Int64(figures.minutes[demand]) - Int64($0.minutes[demand]) }
    }
}
