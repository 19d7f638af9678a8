internal import ArgumentParser

/// "0:1", "0%:100%" or "50%": parts of a whole, from 0 to 1.
@Sendable func shares(_ text: String) throws -> ClosedRange<Double> {
    let ends = try text.split(separator: ":", omittingEmptySubsequences: false).map { part -> Double in
        let isPercentage = part.hasSuffix("%")
        guard let number = Double(isPercentage ? part.dropLast() : part), number.isFinite,
            (0...1).contains(isPercentage ? number / 100 : number)
        else { throw ValidationError("\"\(text)\" is no range of shares: write 0:1 or 20%:80%.") }
        return isPercentage ? number / 100 : number
    }
    guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last else {
        throw ValidationError("\"\(text)\" is no range of shares: write the lower end first, as in 0:1 or 20%:80%.")
    }
    return first...last
}

/// "40:60" or "50": whole numbers from 1 up to a million.
@Sendable func counts(_ text: String) throws -> ClosedRange<Int> {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first > 0, first <= last,
        last <= 1_000_000
    else { throw ValidationError("\"\(text)\" is no range of numbers: write 40:60, the lower end first.") }
    return first...last
}

/// "a,b": names without blanks around them.
@Sendable func names(_ text: String) throws -> [String] {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingPrefix { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    }.map { String($0) }
    guard names.allSatisfy({ !$0.isEmpty }), Set(names).count == names.count else {
        throw ValidationError("\"\(text)\" is no list of names: write them with commas between, each once.")
    }
    return names
}
