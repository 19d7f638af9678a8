/// Counts and weights of a column, read with a sentence for whatever is not one.
enum NumberColumn {
    /// No count, weight or rank of an area is larger, so whatever is larger is a slip; sums stay exact below it.
    static let most = 1e9

    /// - Parameters:
    ///   - values: as the file writes them.
    ///   - labels: the code of each row, for the sentence.
    /// - Returns: one number a value, none negative.
    /// - Throws: for text, negative numbers, numbers above `most`, and blanks unless they count as zero.
    static func read(
        _ values: [String], labels: [String], column: String, file: String, missing: MissingValues, place: StudyPlace
    ) throws -> [Double] {
        var numbers: [Double] = []
        numbers.reserveCapacity(values.count)
        var blank: [String] = []
        var negative: [String] = []
        var large: [String] = []
        var text: [String] = []
        for (row, value) in values.enumerated() {
            guard !value.isEmpty else {
                if missing == .fail { blank.append(labels[row]) }
                numbers.append(0)
                continue
            }
            guard let number = PlainNumber.read(value) else {
                text.append("\(labels[row]): '\(value)'")
                continue
            }
            if number < 0 { negative.append("\(labels[row]): \(value)") }
            if number > most { large.append("\(labels[row]): \(value)") }
            numbers.append(number)
        }
        func failure(_ found: [String], _ one: String, _ many: String, _ advice: String) -> RegionError {
            place.failure(
                "the file '\(file)', column '\(column)', has \(Wording.count(found.count, one, many)) "
                    + "(\(Wording.firstFive(found))). \(advice)")
        }
        if !text.isEmpty {
            throw failure(text, "value that is not a number", "values that are not numbers", "Correct them.")
        }
        if !negative.isEmpty {
            throw failure(
                negative, "negative value", "negative values", "A count or weight is 0 or more: correct them.")
        }
        if !large.isEmpty {
            throw failure(
                large, "value above a thousand million", "values above a thousand million", "Correct them.")
        }
        if !blank.isEmpty {
            throw failure(
                blank, "blank value", "blank values",
                "Fill them in, or state `missing: zero` for the table if blank means none.")
        }
        return numbers
    }
}
