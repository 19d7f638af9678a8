internal import Foundation
internal import Regions
package import Reports

/// Wall seconds of each step, processor seconds and the peak of memory, for `timing.json` alone.
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

    /// - Parameters:
    ///   - threads: of the search.
    ///   - run: whose folders of data are noted beside it.
    package func timing(threads: Int, of run: StudyRun) -> RunTiming {
        let usage = Self.usage()
        // Linux counts memory in KiB.
        var timing = RunTiming(
            steps: steps, cpuSeconds: usage.map { Self.seconds($0.ru_utime) + Self.seconds($0.ru_stime) },
            peakMemory: usage.map { $0.ru_maxrss * 1024 }, threads: threads)
        timing.folders = run.study.folders
        return timing
    }

    /// What this process has used; nil when the system does not tell.
    private static func usage() -> rusage? {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return nil }
        return usage
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}
