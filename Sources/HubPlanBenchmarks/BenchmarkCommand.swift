internal import ArgumentParser
internal import Foundation
internal import HubModel
internal import Placement

@main
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hubplan-bench", abstract: "Times the engine on published instances.",
        subcommands: [PlacementBenchmark.self])
}

struct PlacementBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "placement", abstract: "Solves one instance and prints one line of JSON.")

    @Option(help: "An OR-Library or TSPLIB file, or a folder with meta.json, demand.csv and candidates.csv.")
    var instance: String

    @Option(name: .customLong("p"), help: "Sites to open; the instance's own number when left out.")
    var count: Int?

    @Option(help: "Least weight beyond this many metres, the limit itself within, instead of the least mean.")
    var reach: Double?

    @Flag(help: "With --reach: then the least mean among equals, as one objective.")
    var thenMean = false

    @Option(help: "Wall seconds.")
    var limit: Double = 300

    @Option(help: "Gap to stop at, a fraction; 0 asks for proof.")
    var gap: Double = 0

    @Option(help: "Threads; never changes the answer.")
    var threads: Int = 2

    @Flag(help: "Leave out the share rule.")
    var noShare = false

    @Flag(help: "Print every checkpoint on standard error.")
    var verbose = false

    func run() throws {
        let started = Date()
        let given = try InstanceReader.read(instance, coarse: thenMean)
        guard let count = count ?? given.count else {
            throw ValidationError("The instance does not say how many sites to open: give --p.")
        }
        let service = problem(given, count: count)
        var reached: [String: Double] = [:]
        let answer = try LagrangianEngine.solve(
            service, SolveLimits(gap: gap, seconds: limit, threads: threads)
        ) { event in
            let seconds = Date().timeIntervalSince(started)
            let incumbent = event.incumbent ?? 0
            let bound = event.bound ?? 0
            let gap = incumbent > 0 ? Double(incumbent - bound) / Double(incumbent) : 0
            for (name, level) in [("1 %", 0.01), ("0.1 %", 0.001), ("0.01 %", 0.0001)]
            where gap <= level && reached[name] == nil { reached[name] = (seconds * 100).rounded() / 100 }
            if verbose {
                let line =
                    String(
                        format: "%8.2f s  %lld  %lld  %.5f %%  work %lld  ", seconds, incumbent, bound, gap * 100,
                        event.work)
                    + event.stage + "\n"
                FileHandle.standardError.write(Data(line.utf8))
            }
        }
        print(try line(given, answer, count: count, seconds: Date().timeIntervalSince(started), reached: reached))
    }

    private func problem(_ instance: Instance, count: Int) -> ServiceProblem {
        let sites = instance.travel.siteCount
        var burden = BurdenFunction.mean
        if let reach {
            let limit = TenthMinutes((reach * instance.unitsPerUnit).rounded())
            let step = instance.weights.reduce(0, +) * Int64(instance.travel.longest) + 1
            burden = thenMean ? .reach(limit: limit, step: step) : .steps(thresholds: [limit + 1], values: [1])
        }
        var limits: [SiteLimit] = []
        if !instance.disadvantaged.isEmpty, !noShare {
            limits = [
                SiteLimit(
                    title: "half of the hubs in disadvantaged places", sites: instance.disadvantaged,
                    least: (count + 1) / 2)
            ]
        }
        return ServiceProblem(
            id: instance.name, siteIndices: (0..<sites).map { UInt32($0) }, siteNames: [], travel: instance.travel,
            weights: instance.weights.flatMap { [$0, 0] }, burden: burden, count: count, limits: limits)
    }

    private struct Line: Encodable {
        var instance: String
        var p: Int
        var status: String
        var objective: Double
        var bound: Double?
        var gap: Double?
        var seconds: Double
        var cpu_seconds: Double
        var peak_rss_mb: Double
        var certified: [String: Double]
        var work: Int64
        var method: String
        var open: [UInt32]
    }

    private func line(
        _ instance: Instance, _ answer: LagrangianEngine.Answer, count: Int, seconds: Double,
        reached: [String: Double]
    ) throws -> String {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func cpu(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        let unit = reach == nil ? instance.unitsPerUnit : 1
        let line = Line(
            instance: instance.name, p: count,
            status: answer.outcome.isOptimal ? "optimal" : answer.stop.rawValue,
            objective: Double(answer.outcome.objective) / unit,
            bound: answer.outcome.bound.map { Double($0) / unit }, gap: answer.outcome.gap,
            seconds: (seconds * 100).rounded() / 100,
            cpu_seconds: ((cpu(usage.ru_utime) + cpu(usage.ru_stime)) * 100).rounded() / 100,
            peak_rss_mb: (Double(usage.ru_maxrss) / 1024).rounded(), certified: reached, work: answer.work,
            method: answer.method, open: answer.outcome.open)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(line), as: UTF8.self)
    }
}
