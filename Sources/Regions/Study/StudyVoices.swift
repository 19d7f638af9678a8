internal import HubModel

/// The file of residents' voices, and how far sites have to differ to be told apart.
struct StudyVoices: Sendable {
    var source: StudySource

    init(_ node: StudyNode) throws {
        source = try StudySource(node.fields(.voices))
    }
}

/// Error of the minutes to one hub.
struct StudyTies: Sendable {
    var settings: TieSettings

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
        settings = TieSettings(
            thousandths: share.numerator * 1000 / share.denominator, isStated: true,
            source: try fields.optionalText("source"), mark: try fields["mark"]?.choice(Mark.self))
    }
}
