internal import ArgumentParser
internal import Foundation
internal import HubModel
internal import HubPlan

/// The study and where its data lies.
struct StudyOptions: ParsableArguments {
    @Argument(help: "The study or scenario file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var study: String

    @OptionGroup var data: DataOptions
}

/// Where a study's files lie.
struct DataOptions: ParsableArguments {
    @Option(
        help: "Folder that the study's paths are relative to; HUBPLAN_DATA does the same. Default: the study's own.")
    var data: String?

    /// nil for the study's own folder.
    var folder: String? { data ?? ProcessInfo.processInfo.environment["HUBPLAN_DATA"] }
}

/// What is printed where.
struct PrintOptions: ParsableArguments {
    @Flag(help: "Print the answer as JSON on standard output, and nothing else there.")
    var json = false

    @Flag(help: "No progress on standard error.")
    var quiet = false
}

/// When to stop, and how the work is spread.
struct SolverOptions: ParsableArguments {
    @Option(help: "Gap asked for, as a fraction or in per cent: 0.001 or 0.1%.", transform: fraction)
    var gap: Double = 0.001

    @Flag(help: "Ask for a proof that no plan is better: the same as --gap 0.")
    var prove = false

    @Option(help: "Stop after this many seconds with the best plan so far.")
    var seconds: Double = 600

    @Option(help: "Stop after this much work: the same plan on every machine.")
    var work: Int64?

    @Option(help: "Stop after this many branching nodes of a service: the same plan on every machine.")
    var nodes: Int?

    @Option(
        help: "Memory that the search may use for its tables: 900MB or 2GB. With less the gap stays wider.",
        transform: bytes)
    var memory: Int64?

    @Option(
        help: """
            Repeat a run that its time limit or Ctrl-C stopped: stop at the checkpoints it printed, and look at no clock.
            """,
        transform: checkpoints)
    var stopAt: [Int]?

    @Option(help: "Threads; they never change the answer.")
    var threads: Int = max(1, min(8, ProcessInfo.processInfo.activeProcessorCount))

    @Option(help: "Seed of the search.")
    var seed: UInt64 = 1

    var limits: SolveLimits {
        SolveLimits(
            gap: prove ? 0 : gap, seconds: stopAt == nil ? seconds : nil, work: work, nodes: nodes, memory: memory,
            stopAt: stopAt, threads: threads, seed: seed)
    }

    func validate() throws {
        guard seconds > 0, seconds <= 1e8 else {
            throw ValidationError("--seconds must be more than 0 and at most 100000000, not \(seconds).")
        }
        guard threads > 0 else { throw ValidationError("--threads must be 1 or more, not \(threads).") }
        guard work ?? 1 > 0 else { throw ValidationError("--work must be more than 0.") }
        guard nodes ?? 1 > 0 else { throw ValidationError("--nodes must be more than 0.") }
    }
}

/// How a plan is told.
struct TellingOptions: ParsableArguments {
    @Option(
        help: """
            What the plan is set beside: today (the study's hubs that stand; so by itself where every service has one), \
            none, a run folder, or a list as evaluate reads it.
            """)
    var baseline: String?

    @Option(
        help: """
            everything, or places: leaves names, ids and points of buildings out of every file, with the certificate.
            """)
    var publish: Telling.Publish = .everything

    var telling: Telling {
        Telling(baseline: baseline.map(Telling.BaselineChoice.init) ?? .automatic, publish: publish)
    }
}

extension Telling.Publish: ExpressibleByArgument {}

/// Whether rivers, railways and the like stand in the way.
struct BarrierOptions: ParsableArguments {
    @Option(
        help: "on, or off: leaves the study's barriers out, so that a plan with them and one without can be compared.")
    var barriers: BarrierSwitch = .on
}

/// Where journeys are kept from one run to the next.
struct CacheOptions: ParsableArguments {
    @Flag(
        help: """
            Work every journey out anew. Without it those along streets, by timetables and through crossings are kept in \
            HUBPLAN_CACHE (none where that is empty), or hubplan in the user's cache folder.
            """)
    var noCache = false

    @Option(help: "Most that the kept journeys may take together, such as 500MB or 2GB.", transform: bytes)
    var cacheLimit: Int64 = 2_000_000_000

    /// nil where nothing is to be kept, or there is no folder for it.
    var keeping: TravelKeeping? {
        let environment = ProcessInfo.processInfo.environment
        let own = environment["HUBPLAN_CACHE"]
        guard !noCache, own != "",
            let folder = own.map({ URL(fileURLWithPath: $0) }) ?? TravelKeeping.standardFolder(environment)
        else { return nil }
        return TravelKeeping(folder: folder, limit: Int(clamping: cacheLimit)) { Terminal.note($0) }
    }
}

extension BarrierSwitch: ExpressibleByArgument {}
