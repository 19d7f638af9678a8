/// A moment on the wall clock after which a solve stops; possibly never.
struct Deadline {
    private let moment: ContinuousClock.Instant?

    init(seconds: Double?) {
        moment = seconds.map { ContinuousClock.now.advanced(by: .seconds($0)) }
    }

    var isPast: Bool { moment.map { ContinuousClock.now >= $0 } ?? false }

    /// Seconds left, never negative; nil when there is no end.
    var remaining: Double? {
        moment.map { max(0, (ContinuousClock.now.duration(to: $0)) / .seconds(1)) }
    }
}
