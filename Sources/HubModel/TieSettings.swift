/// How far off the minutes to one hub may be, and so which sites cannot be told apart.
package struct TieSettings: Hashable, Sendable {
    /// Error of the minutes to one hub, in thousandths of them.
    package var thousandths: Int
    /// Whether the study states it.
    package var isStated: Bool
    /// Where a stated error comes from; nil when the study does not say.
    package var source: String?
    /// How far a stated error can be trusted; nil when the study does not say.
    package var mark: Mark?

    package init(
        thousandths: Int = TieSettings.standard, isStated: Bool = false, source: String? = nil, mark: Mark? = nil
    ) {
        self.thousandths = thousandths
        self.isStated = isStated
        self.source = source
        self.mark = mark
    }

    /// hubplan's own error, in thousandths.
    package static let standard = 60

    package var parameter: Parameter {
        let isOther = thousandths != Self.standard
        return Parameter(
            key: "ties.error", title: "Error of the minutes to one hub, within which sites count as interchangeable",
            value: Double(thousandths) / 10, unit: "per cent",
            source: source
                ?? (isOther
                    ? "the study, which gives no source"
                    : "mean absolute error of the walks to one of 100 sites in Newport taken together, 5.9 per cent, rounded: "
                        + "what all sites share cancels"),
            mark: mark ?? (isOther && source == nil ? .assumed : .measured), stated: isStated,
            standard: isStated ? Double(Self.standard) / 10 : nil)
    }
}
