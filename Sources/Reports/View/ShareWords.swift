internal import HubModel

/// The share of hubs in doubly disadvantaged places, in words.
enum ShareWords {
    /// A rule with its date, which many a title holds already: "the 225 wards of 2020".
    static func name(_ rule: DisadvantageRule) -> String {
        rule.title.contains(rule.date) ? rule.title : "\(rule.title) (\(rule.date))"
    }

    /// "at least 25", "as many as can be", "only told".
    static func asked(_ view: ServiceView) -> String {
        switch view.request.share {
        case .atLeastFraction, .atLeastNumber:
            "at least \(Words.count(view.share?.required ?? view.request.share.required(of: view.request.count) ?? 0))"
        case .asHighAsPossible: "as many as can be"
        case .reportOnly: "told, not required"
        }
    }

    /// "met", "missed", or nothing where no number was asked.
    static func verdict(_ share: ShareFigures) -> String? {
        share.required.map { share.inside >= $0 ? "met" : "missed" }
    }

    /// "between 23 and 27, should hubs near a boundary fall the other way"; nil when none is near one.
    static func bothWays(_ view: ServiceView) -> String? {
        guard let (least, most) = view.shareBothWays, least != most else { return nil }
        return "\(Words.count(least)) to \(Words.count(most))"
    }
}
