/// A moment on the wall clock after which a solve stops; possibly never.
struct Deadline {
    /// Ten years: who asks for longer, or for infinitely long, asks for no end, and no clock holds such a moment.
    static let longest = 10 * 365.25 * 24 * 3600

    private let moment: ContinuousClock.Instant?

    /// - Parameter seconds: from now; nil and anything not below `longest` mean no end, below 0 is now.
    init(seconds: Double?) {
        moment = seconds.flatMap { seconds in
            seconds < Self.longest ? ContinuousClock.now.advanced(by: .seconds(max(0, seconds))) : nil
        }
    }

    var isPast: Bool { moment.map { ContinuousClock.now >= $0 } ?? false }

    /// Seconds left, never negative; nil when there is no end.
    var remaining: Double? {
        moment.map { max(0, (ContinuousClock.now.duration(to: $0)) / .seconds(1)) }
    }
}
