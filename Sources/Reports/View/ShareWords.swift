internal import HubModel

/// The share of hubs in doubly disadvantaged places, in words.
enum ShareWords {
    /// A rule with its date, which many a title holds already: "the 225 wards of 2020".
    static func name(_ rule: DisadvantageRule) -> String {
        rule.title.contains(rule.date) ? rule.title : "\(rule.title) (\(rule.date))"
    }

    /// What the places of a plan's shares are called: all rules' own name where they agree.
    static func places(_ view: RunView) -> String { DisadvantageRule.called(view.region.rules) }

    /// What the services call doubly disadvantaged: one definition, or each its own; nil where none has one.
    static func meaning(_ view: RunView) -> String? {
        let named = view.services.compactMap { service in
            service.rule.flatMap { $0.isCalledByTitle ? nil : (service.plural, name($0)) }
        }
        guard let first = named.first else { return nil }
        guard named.contains(where: { $0.1 != first.1 }) else {
            return "Doubly disadvantaged means: \(Words.ended(first.1))"
        }
        let each = named.map { "for \($0.0), \($0.1)" }.joined(separator: "; ")
        return "Doubly disadvantaged means: \(Words.ended(each))"
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
    static func verdict(_ view: ServiceView) -> String? {
        guard let share = view.share, let required = share.required else { return nil }
        return switch view.request.share {
        case .atLeastFraction, .atLeastNumber: share.inside >= required ? "met" : "missed"
        case .asHighAsPossible, .reportOnly: nil
        }
    }

    /// "between 23 and 27, should hubs near a boundary fall the other way"; nil when none is near one.
    static func bothWays(_ view: ServiceView) -> String? {
        guard let (least, most) = view.shareBothWays, least != most else { return nil }
        return "\(Words.count(least)) to \(Words.count(most))"
    }
}
