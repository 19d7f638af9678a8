/// Whole numbers as published tables write them.
enum WholeNumber {
    /// "1234", "1,234", "1234.0" and, as a program that took codes for measurements leaves it, "1e+05".
    /// nil for anything else: fractions, text, nothing.
    static func read(_ text: String) -> Int? {
        if let whole = Int(text) { return whole }
        let digits = text.filter { $0 != "," }
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }),
            let number = Double(digits)
        else { return nil }
        return Int(exactly: number)
    }
}

/// Coordinates as published tables write them.
enum DecimalNumber {
    /// A finite number in digits; nil for anything else, so also for "nan" and "0x1F".
    static func read(_ text: String) -> Double? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
            let number = Double(text), number.isFinite
        else { return nil }
        return number
    }
}
