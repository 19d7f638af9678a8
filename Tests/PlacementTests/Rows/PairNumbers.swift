@testable import Placement

extension ContributionRows {
    /// What every pair adds, in the order of the pairs.
    var values: [Int64] { (0..<count).flatMap { row in range(row).map { value(at: $0, of: row) } } }
}

extension ContributionColumns {
    /// What every pair adds, in the order of the pairs.
    var values: [Double] { (0..<pairCount).map { value($0) } }
}
