internal import HubModel

/// A number of the study: by itself, or as `value` with the `source` and the `mark` that a reader needs to argue with it.
struct StudyAmount: Sendable {
    var value: Double
    var source: String?
    var mark: Mark?
    var place: StudyPlace

    /// - Parameters:
    ///   - node: a number, or a mapping with `value`.
    ///   - least: the least that it may be; nil for any number.
    ///   - most: the most that it may be, where there is a least.
    init(_ node: StudyNode, atLeast least: Double? = nil, atMost most: Double = .infinity) throws {
        var number = node
        if node.isMapping {
            let fields = try node.fields(.amount)
            number = try fields.required("value")
            source = try fields.optionalText("source")
            mark = try fields["mark"]?.choice(Mark.self)
        }
        value = try least.map { try number.number(atLeast: $0, atMost: most) } ?? number.number()
        place = number.place
    }

    /// The parameter that it sets. Another value than the standard is no longer what the standard's source says: without
    /// a source or a mark of its own it counts as assumed by the study.
    /// - Parameter standard: with hubplan's own value, source and mark.
    func setting(_ standard: Parameter) -> Parameter {
        var parameter = standard
        let isOther = standard.value != value
        parameter.standard = standard.value
        parameter.value = value
        parameter.stated = true
        parameter.source = source ?? (isOther ? "the study, which gives no source" : standard.source)
        parameter.mark = mark ?? (isOther && source == nil ? .assumed : standard.mark)
        return parameter
    }
}
