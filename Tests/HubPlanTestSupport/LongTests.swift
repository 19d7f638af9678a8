internal import Foundation

/// Searches for counterexamples that go on for longer than anybody waits: with `HUBPLAN_LONG_TESTS` in the environment they
/// look at as many cases as that says (10,000 where it is no number), otherwise at a few hundred.
package enum LongTests {
    package static let wanted: Int? = ProcessInfo.processInfo.environment["HUBPLAN_LONG_TESTS"].map {
        Int($0) ?? 10_000
    }

    /// Seeds to look at. A long run begins with those of a short one.
    /// - Parameters:
    ///   - short: how many in a usual run.
    ///   - fraction: cases of a long run that one of these stands for, because it takes so much longer.
    package static func seeds(_ short: Int, fraction: Int = 1) -> Range<UInt64> {
        0..<UInt64(max(short, (wanted ?? 0) / fraction))
    }
}
