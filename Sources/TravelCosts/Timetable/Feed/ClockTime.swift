/// Times of day as timetables and studies write them.
package enum ClockTime {
    /// Later than any that a timetable may hold: ten days.
    static let latest: Int32 = 10 * 86_400

    /// Seconds after midnight of "7:05:00", "25:10:00" (ten past one on the next day) or "18:00"; nil when it is none.
    package static func seconds(_ text: String) -> Int32? {
        var parts: (Int32, Int32, Int32) = (0, 0, 0)
        var (count, digits) = (0, 0)
        for byte in text.utf8 {
            if byte == UInt8(ascii: ":") {
                guard count < 2, digits > 0 else { return nil }
                count += 1
                digits = 0
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits < (count == 0 ? 3 : 2) else {
                return nil
            }
            digits += 1
            let digit = Int32(byte - UInt8(ascii: "0"))
            switch count {
            case 0: parts.0 = parts.0 * 10 + digit
            case 1: parts.1 = parts.1 * 10 + digit
            default: parts.2 = parts.2 * 10 + digit
            }
        }
        guard count > 0, digits == 2, parts.1 < 60, parts.2 < 60 else { return nil }
        let seconds = parts.0 * 3600 + parts.1 * 60 + parts.2
        return seconds <= latest ? seconds : nil
    }

    /// "18:05", or "18:05:30" where seconds matter; hours go on past 24.
    package static func text(_ seconds: Int32) -> String {
        func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        guard seconds >= 0 else { return "-" + text(-seconds) }
        let hoursAndMinutes = "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60))"
        return seconds % 60 == 0 ? hoursAndMinutes : "\(hoursAndMinutes):\(padded(seconds % 60))"
    }
}
