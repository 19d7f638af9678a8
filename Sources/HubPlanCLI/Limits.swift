internal import ArgumentParser
internal import Foundation

/// "0.1%" or "0.001", from 0 up to but not including 1.
@Sendable func fraction(_ text: String) throws -> Double {
    let value = try number(text)
    guard (0..<1).contains(value) else {
        throw ValidationError("\"\(text)\" is not between 0 and 1: write 0.001 or 0.1%.")
    }
    return value
}

/// "90%" or "0.9", above 0 and at most 1.
@Sendable func share(_ text: String) throws -> Double {
    let value = try number(text)
    guard value > 0, value <= 1 else {
        throw ValidationError("\"\(text)\" is not more than 0 and at most 100%: write 0.9 or 90%.")
    }
    return value
}

private func number(_ text: String) throws -> Double {
    let isPercentage = text.hasSuffix("%")
    let digits = isPercentage ? String(text.dropLast()).trimmingCharacters(in: .whitespaces) : text
    guard let number = Double(digits), number.isFinite else {
        throw ValidationError("\"\(text)\" is not a fraction: write 0.001 or 0.1%.")
    }
    return isPercentage ? number / 100 : number
}

/// "900MB", "2 GB" or "1.5GiB" in bytes, from 1 MB to a million gigabytes.
@Sendable func bytes(_ text: String) throws -> Int64 {
    let units: [(name: String, bytes: Double)] = [
        ("MIB", 1_048_576), ("GIB", 1_073_741_824), ("MB", 1e6), ("GB", 1e9),
    ]
    let upper = text.uppercased()
    guard let unit = units.first(where: { upper.hasSuffix($0.name) }),
        let number = Double(upper.dropLast(unit.name.count).trimmingCharacters(in: .whitespaces)), number.isFinite
    else { throw ValidationError("\"\(text)\" is not an amount of memory: write 900MB or 2GB.") }
    let value = number * unit.bytes
    guard (1e6...1e15).contains(value) else {
        throw ValidationError("\"\(text)\" is not between 1MB and 1000000GB of memory.")
    }
    return Int64(value)
}

/// "57" or "57,103": whole numbers from 1 in ascending order.
@Sendable func checkpoints(_ text: String) throws -> [Int] {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
        Int($0.trimmingCharacters(in: .whitespaces)) ?? 0
    }
    let isAscending = zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    guard numbers.allSatisfy({ $0 > 0 }), isAscending else {
        throw ValidationError(
            "\"\(text)\" is no list of checkpoints: write whole numbers from 1 in ascending order, such as 57,103.")
    }
    return numbers
}
