/// A fraction read from text in whole numbers, so that 0.07 of 100 is 7 and never 8.
struct ExactFraction: Hashable, Sendable {
    /// Both in lowest terms; the denominator is positive.
    let numerator: Int
    let denominator: Int

    /// Reads "50%", "12.5 %", "0.5", "1/2" or "1"; nil when the text is none of these, is negative,
    /// or has more than nine digits on either side of the point.
    init?(_ text: String) {
        let text = text.filter { $0 != " " }
        if let slash = text.firstIndex(of: "/") {
            guard let top = Self.whole(text[..<slash]), let bottom = Self.whole(text[text.index(after: slash)...]),
                bottom > 0
            else { return nil }
            self.init(top, over: bottom)
        } else {
            let isPercent = text.hasSuffix("%")
            let parts = (isPercent ? text.dropLast() : text[...])
                .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = parts.first, let units = Self.whole(first) else { return nil }
            var numerator = units
            var denominator = isPercent ? 100 : 1
            if parts.count == 2 {
                guard let decimals = Self.whole(parts[1]) else { return nil }
                let power = parts[1].reduce(1) { scale, _ in scale * 10 }
                numerator = units * power + decimals
                denominator *= power
            }
            self.init(numerator, over: denominator)
        }
    }

    private init(_ numerator: Int, over denominator: Int) {
        let divisor = max(1, Self.greatestCommonDivisor(numerator, denominator))
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    private static func whole(_ text: Substring) -> Int? {
        guard (1...9).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(text)
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : greatestCommonDivisor(b, a % b)
    }
}
