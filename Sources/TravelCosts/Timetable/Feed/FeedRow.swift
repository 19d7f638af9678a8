/// One row of a file of a timetable, with sentences for what is wrong in it.
struct FeedRow {
    /// With its folder or archive, for messages.
    let file: String
    /// Counted from 1 below the heading.
    let number: Int
    let columns: [String]
    let values: [String?]

    /// Without blanks around it; nil where there is nothing.
    subscript(column: Int) -> String? {
        guard let value = values[column], !value.isEmpty else { return nil }
        guard let first = value.utf8.first, let last = value.utf8.last, first <= 32 || last <= 32 else { return value }
        let words = value.drop { $0.isWhitespace }
        guard let end = words.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(words[...end])
    }

    func required(_ column: Int) throws -> String {
        guard let value = self[column] else {
            throw TravelError(
                "\(place(column)) is empty; every row needs one. Fetch the timetable again, or mend the row.")
        }
        return value
    }

    /// A whole number.
    /// - Parameters:
    ///   - column: its place.
    ///   - range: that it must lie in.
    /// - Returns: nil where there is nothing.
    func whole(_ column: Int, _ range: ClosedRange<Int>) throws -> Int? {
        guard let text = self[column] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw refused(column, text, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Seconds after midnight; nil where there is nothing.
    func time(_ column: Int) throws -> Int32? {
        guard let text = self[column] else { return nil }
        guard let seconds = ClockTime.seconds(text) else {
            throw refused(
                column, text, "must be a time such as 08:05:00, or 25:10:00 for ten past one in the night after")
        }
        return seconds
    }

    func date(_ column: Int) throws -> ServiceDate {
        let text = try required(column)
        guard let date = ServiceDate(text) else { throw refused(column, text, "must be a date such as 20270331") }
        return date
    }

    /// The number of a name that another file must have.
    /// - Parameters:
    ///   - column: where the name stands.
    ///   - numbers: of the names there are.
    ///   - file: where they come from.
    func known(_ column: Int, _ numbers: [String: UInt32], in file: String) throws -> UInt32 {
        let name = try required(column)
        guard let number = numbers[name] else {
            throw refused(column, name, "is not in \(file); fetch the timetable again, or add it there")
        }
        return number
    }

    func refused(_ column: Int, _ value: String, _ why: String) -> TravelError {
        TravelError("\(place(column)) \"\(value)\" \(why).")
    }

    func place(_ column: Int) -> String { "\(file), row \(number): \(columns[column])" }
}
