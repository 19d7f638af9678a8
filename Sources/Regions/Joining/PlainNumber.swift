/// Numbers as data files write them: digits, sign, point, exponent; nothing a computer alone would accept.
enum PlainNumber {
    /// The finite number that the text writes, blanks around it left aside; nil for anything else,
    /// so also for "nan", "inf", "0x1F" and "1,234".
    static func read(_ text: String) -> Double? {
        var digits = text.utf8[...]
        while digits.first == 0x20 { digits.removeFirst() }
        while digits.last == 0x20 { digits.removeLast() }
        let isPlain = digits.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
            default: false
            }
        }
        guard isPlain, !digits.isEmpty, let number = Double(Substring(digits)), number.isFinite else { return nil }
        return number
    }

    /// Digits after the point in a number written without an exponent; nil with one.
    static func decimals(_ text: String) -> Int? {
        guard !text.contains(where: { $0 == "e" || $0 == "E" }) else { return nil }
        guard let point = text.firstIndex(of: ".") else { return 0 }
        return text[text.index(after: point)...].filter(\.isNumber).count
    }
}
