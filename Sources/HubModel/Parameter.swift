/// How far a number can be trusted.
package enum Mark: String, Codable, CaseIterable, Sendable {
    /// Read from the source named beside it.
    case lookedUp = "looked up"
    /// Measured by us on real data.
    case measured
    /// Chosen because no source gives it; test other values.
    case assumed
}

/// A number the study rests on, with all that a reader needs to argue with it.
package struct Parameter: Hashable, Sendable {
    /// Where it stands in the study file, such as `travel.walk.speed`.
    package var key: String
    /// What it is, in plain words: "Walking speed of the traveller".
    package var title: String
    package var value: Double
    package var unit: String
    package var source: String
    package var mark: Mark
    /// Whether the study states it, or it is hubplan's default.
    package var stated: Bool
    /// hubplan's default where the study states a value; nil where the value is the default, or there is none.
    package var standard: Double?

    package init(
        key: String, title: String, value: Double, unit: String, source: String, mark: Mark, stated: Bool = false,
        standard: Double? = nil
    ) {
        self.key = key
        self.title = title
        self.value = value
        self.unit = unit
        self.source = source
        self.mark = mark
        self.stated = stated
        self.standard = standard
    }
}
