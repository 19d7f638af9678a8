internal import HubModel

/// Sentences about groups that more than one page needs.
enum EqualityWords {
    /// What "[c]" means; nil where nothing is withheld.
    static func withheld(_ view: RunView) -> String? {
        guard view.services.contains(where: { $0.groups.contains(where: \.hasWithheld) }) else { return nil }
        return """
            [c] stands for a figure that is withheld: a count of a group from 1 to \
            \(Words.count(view.region.suppressBelow - 1)), or one from which such a count could be worked out.
            """
    }
}
