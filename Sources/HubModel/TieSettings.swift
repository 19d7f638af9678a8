/// How far off the minutes to one hub may be, and so which sites cannot be told apart.
package struct TieSettings: Hashable, Sendable {
    /// Error of the minutes to one hub, in thousandths of them.
    package var thousandths: Int
    /// Whether the study states it.
    package var isStated: Bool

    package init(thousandths: Int = 100, isStated: Bool = false) {
        self.thousandths = thousandths
        self.isStated = isStated
    }

    package var parameter: Parameter {
        Parameter(
            key: "ties.error", title: "Error of the minutes to one hub, within which sites count as interchangeable",
            value: Double(thousandths) / 10, unit: "per cent",
            source:
                "mean absolute error of 11,470 walks in Newport, 10.4 per cent, rounded; errors that two sites of one "
                + "place share cancel",
            mark: .measured, stated: isStated)
    }
}
