/// A day of the Gregorian calendar, as timetables count them.
package struct ServiceDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1 January 1970.
    package let number: Int32

    /// - Parameter number: days since 1 January 1970.
    package init(number: Int32) { self.number = number }

    /// "20230613" or "2023-06-13"; nil when it is no day of the calendar.
    package init?(_ text: String) {
        let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
        guard digits.count == 8, text.utf8.count == 8 || text.utf8.count == 10,
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        let whole = digits.reduce(0) { $0 * 10 + Int32($1 - UInt8(ascii: "0")) }
        self.init(number: Self.number(year: whole / 10_000, month: whole / 100 % 100, day: whole % 100))
        let (year, month, day) = parts
        guard year * 10_000 + month * 100 + day == whole, year > 0 else { return nil }
    }

    /// Monday is 0.
    package var weekday: Int { Int(((number + 3) % 7 + 7) % 7) }

    package var weekdayName: String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    }

    /// - Parameter days: below 0 for days before.
    package func adding(days: Int32) -> ServiceDate { ServiceDate(number: number + days) }

    package static func < (a: ServiceDate, b: ServiceDate) -> Bool { a.number < b.number }

    /// "2023-06-13".
    package var description: String {
        let (year, month, day) = parts
        func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    /// Days from civil dates in eras of 400 years (H. Hinnant, "chrono-compatible low-level date algorithms").
    private static func number(year: Int32, month: Int32, day: Int32) -> Int32 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private var parts: (year: Int32, month: Int32, day: Int32) {
        let days = number + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}
