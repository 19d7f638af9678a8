internal import ArgumentParser

/// "5km", "800 m" or "800" (metres), from 0 to 100 km.
@Sendable func metres(_ text: String) throws -> Double {
    let lower = text.lowercased().filter { $0 != " " }
    let (digits, unit): (Substring, Double) =
        if lower.hasSuffix("km") {
            (lower.dropLast(2), 1_000)
        } else {
            (lower.hasSuffix("m") ? lower.dropLast() : lower[...], 1)
        }
    guard let number = Double(digits), number.isFinite else {
        throw ValidationError("\"\(text)\" is not a distance: write 5km or 800m.")
    }
    let value = number * unit
    guard (0...100_000).contains(value) else {
        throw ValidationError("\"\(text)\" is not between 0 and 100km: write 5km or 800m.")
    }
    return value
}
