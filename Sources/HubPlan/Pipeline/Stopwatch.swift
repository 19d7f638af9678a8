internal import Foundation
package import Reports

/// Wall seconds of each step and the peak of memory, for `timing.json` alone.
package struct Stopwatch {
    private let start = ContinuousClock.now
    private var lap = ContinuousClock.now
    private var steps: [RunTiming.Step] = []

    package init() {}

    /// Ends a step that began when the one before it ended.
    package mutating func end(_ step: String) {
        let now = ContinuousClock.now
        steps.append(.init(name: step, seconds: (now - lap) / .seconds(1)))
        lap = now
    }

    package func timing(threads: Int) -> RunTiming {
        RunTiming(steps: steps, peakMemory: Self.peakMemory(), threads: threads)
    }

    /// Largest resident memory of this process in bytes; Linux counts in KiB.
    private static func peakMemory() -> Int? {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return nil }
        return usage.ru_maxrss * 1024
    }
}
