/// How long a job's searches may take: each as long as the job says, and all of them until the batch's deadline.
struct JobTime {
    /// What one search may take.
    struct Allowance {
        /// Wall, from 1; infinite for no end.
        var seconds: Double
        /// Whether the batch's deadline is what ends it.
        var isOfBatch: Bool
    }

    /// Wall seconds of each search.
    private let most: Double
    private let deadline: ContinuousClock.Instant?

    /// - Parameters:
    ///   - most: wall seconds of each search.
    ///   - left: wall seconds until the batch's deadline; nil for none.
    init(most: Double, left: Double?) {
        self.most = most
        // Longer than a century is no deadline.
        deadline = left.flatMap { $0 < 3e9 ? ContinuousClock.now.advanced(by: .seconds(max(0, $0))) : nil }
    }

    /// For a search that begins now.
    var allowance: Allowance {
        guard let deadline else { return Allowance(seconds: most, isOfBatch: false) }
        let left = max(1, ContinuousClock.now.duration(to: deadline) / .seconds(1))
        return Allowance(seconds: min(most, left), isOfBatch: left < most)
    }
}
