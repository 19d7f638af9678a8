extension BinaryInteger {
    /// For sentences: thousands set apart by commas and a true minus, the same in every locale of the machine.
    /// 33755 is "33,755", -1200 is "−1,200".
    package var grouped: String {
        var digits = Array(String(magnitude))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return (self < 0 ? "−" : "") + String(digits)
    }
}
