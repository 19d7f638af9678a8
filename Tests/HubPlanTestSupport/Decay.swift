internal import Foundation
package import HubModel

/// Access that fades with distance, 1 − ½^(minutes / halfway), rounded to whole numbers as a step table.
package enum Decay {
    /// - Parameters:
    ///   - halfway: minutes at which half of the access is lost.
    ///   - longest: no journey is longer.
    ///   - scale: the burden where nothing is left.
    package static func burden(halfway: TenthMinutes, longest: TenthMinutes, scale: Double) -> BurdenFunction {
        var (thresholds, values): ([TenthMinutes], [Int64]) = ([], [])
        for minutes in 0...longest {
            let lost = (scale * (1 - pow(0.5, Double(minutes) / Double(halfway)))).rounded()
            guard Int64(lost) > values.last ?? 0 else { continue }
            thresholds.append(minutes)
            values.append(Int64(lost))
        }
        return thresholds.isEmpty
            ? .steps(thresholds: [0], values: [0]) : .steps(thresholds: thresholds, values: values)
    }
}
