/// The file of residents' voices, and how far sites have to differ to be told apart.
struct StudyVoices: Sendable {
    var source: StudySource

    /// Columns that every such file has; of the others it needs `site` or `place`.
    static let required = ["stance", "who", "date", "reason"]
    static let optional = ["site", "place", "service"]

    init(_ node: StudyNode) throws {
        source = try StudySource(node.fields(.voices))
    }
}

/// Error of the minutes to one hub, in thousandths of them.
struct StudyTies: Sendable {
    var thousandths: Int

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.ties)
        let error = try fields.required("error")
        let text = try error.text()
        guard let share = ExactFraction(text), share.numerator <= share.denominator,
            share.numerator * 1000 % share.denominator == 0
        else {
            throw error.failure(
                "'\(text)' is not an error of minutes. Write a share of them from 0% to 100% with one decimal at most, "
                    + "such as 10%.")
        }
        thousandths = share.numerator * 1000 / share.denominator
    }
}
