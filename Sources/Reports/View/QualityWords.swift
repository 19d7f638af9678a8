package import HubModel

/// How sure minutes are, in words that stand beside every figure made of them.
package enum QualityWords {
    /// "Minutes are there and back, estimated from the straight line, give or take 25%."
    package static func sentence(_ quality: TravelQuality) -> String {
        let bands = quality.errorBands.map { Words.percent($0.fraction) + ($0.mode.map { " \($0)" } ?? "") }
        return "Minutes are there and back, \(quality.title)"
            + (bands.isEmpty ? "." : ", give or take \(bands.joined(separator: ", ")).")
    }
}
