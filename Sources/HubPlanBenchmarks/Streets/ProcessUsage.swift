internal import Foundation

/// What this process has used so far.
struct ProcessUsage {
    /// Of all threads, user and system.
    let cpuSeconds: Double
    let peakMegabytes: Double

    static var now: ProcessUsage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return ProcessUsage(
            cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peakMegabytes: (Double(usage.ru_maxrss) / 1024).rounded())
    }
}
