internal import Foundation

/// Amounts as people write them.
package enum Amount {
    /// "0.1%" or "0.001", from 0 up to but not including 1; nil when it is neither.
    package static func fraction(_ text: String) -> Double? {
        let isPercentage = text.hasSuffix("%")
        let digits = isPercentage ? text.dropLast().trimmingCharacters(in: .whitespaces) : text
        guard let number = Double(digits), number.isFinite else { return nil }
        let value = isPercentage ? number / 100 : number
        return (0..<1).contains(value) ? value : nil
    }

    /// "90s", "30min", "2h", "3d" or plain seconds, as seconds, more than 0 and at most 100 million; nil when it is none.
    package static func seconds(_ text: String) -> Double? {
        let units: [(name: String, seconds: Double)] = [
            ("min", 60), ("days", 86_400), ("day", 86_400), ("d", 86_400), ("h", 3_600), ("s", 1), ("m", 60), ("", 1),
        ]
        let lower = text.lowercased().filter { $0 != " " }
        guard let unit = units.first(where: { lower.hasSuffix($0.name) }),
            let number = Double(lower.dropLast(unit.name.count)), number.isFinite
        else { return nil }
        let value = number * unit.seconds
        return value > 0 && value <= 1e8 ? value : nil
    }

    /// "900MB", "2 GB" or "1.5GiB" in bytes, from 1 MB to a million gigabytes; nil when it is none.
    package static func bytes(_ text: String) -> Int64? {
        let units: [(name: String, bytes: Double)] = [
            ("MIB", 1_048_576), ("GIB", 1_073_741_824), ("MB", 1e6), ("GB", 1e9),
        ]
        let upper = text.uppercased()
        guard let unit = units.first(where: { upper.hasSuffix($0.name) }),
            let number = Double(upper.dropLast(unit.name.count).trimmingCharacters(in: .whitespaces)), number.isFinite
        else { return nil }
        let value = number * unit.bytes
        return (1e6...1e15).contains(value) ? Int64(value) : nil
    }
}
