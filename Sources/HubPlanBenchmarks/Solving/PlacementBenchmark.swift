internal import ArgumentParser
internal import Foundation
internal import HubModel
internal import Placement

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

    @Option(help: "Units of work, the same on every machine; no limit when left out.")
    var work: Int64?

    @Option(help: "Megabytes that rows, columns and nodes may take; the engine's own number when left out.")
    var memory: Int64?

    @Option(help: "Gap to stop at, a fraction; 0 asks for proof.")
    var gap: Double = 0

    @Option(help: "Threads; never changes the answer.")
    var threads: Int = 2

    @Option(help: "Of the random numbers that the searches for plans draw.")
    var seed: UInt64 = 1

    @Flag(help: "Leave out the share rule.")
    var noShare = false

    @Option(help: "Write every checkpoint to this file, one line of JSON each.")
    var events: String?

    @Option(help: "Write the proof to this file, for Scripts/verify-certificate.py; checked here first.")
    var certificate: String?

    @Flag(help: "Print every checkpoint on standard error.")
    var verbose = false

    func validate() throws {
        if let count, count < 1 { throw ValidationError("--p is \(count): ask for at least one site.") }
        if let reach, reach < 0 || !reach.isFinite {
            throw ValidationError("--reach is \(reach): give a distance from 0 on.")
        }
        if thenMean, reach == nil { throw ValidationError("--then-mean needs --reach METRES.") }
        guard limit > 0 else { throw ValidationError("--limit is \(limit): give seconds above 0.") }
        if let work, work < 1 { throw ValidationError("--work is \(work): give units above 0.") }
        if let memory, !(1...1_000_000).contains(memory) {
            throw ValidationError("--memory is \(memory): give megabytes from 1 to 1,000,000.")
        }
        guard threads > 0 else { throw ValidationError("--threads is \(threads): give at least 1.") }
        guard gap >= 0, gap < 1 else { throw ValidationError("--gap is \(gap): give a fraction from 0 to below 1.") }
    }

    func run() throws {
        let started = Date()
        let given = try InstanceReader.read(instance, purpose: purpose)
        guard let count = count ?? given.count else {
            throw ValidationError("The instance does not say how many sites to open: give --p.")
        }
        guard count <= given.travel.siteCount else {
            throw ValidationError("\(given.name) has \(given.travel.siteCount) sites, fewer than the \(count) to open.")
        }
        // Weight beyond a limit is counted in the instance's own unit; distances are not.
        let unit = reach == nil ? given.unitsPerUnit : 1
        var log = try EventLog(started: started, unit: unit, path: events, isVerbose: verbose)
        let limits = SolveLimits(
            gap: gap, seconds: limit, work: work, memory: memory.map { $0 << 20 }, threads: threads,
            seed: seed)
        let problem = problem(given, count: count)
        let answer = try LagrangianEngine.solve(problem, limits) { log.record($0) }
        print(try BenchmarkLine(given, answer, count: count, log: log).json())
        if let certificate { try certify(problem, answer.outcome, at: certificate) }
    }

    /// Writes a certificate that holds, with what it supports on standard error.
    private func certify(_ problem: ServiceProblem, _ outcome: ServiceOutcome, at path: String) throws {
        let sites = (0..<problem.siteCount).map { String($0) }
        let made = try CertificateMaker.certificate(for: problem, outcome: outcome, sites: sites, threads: threads)
        guard let made else {
            throw BenchmarkError(
                description: """
                    No certificate can be written for \(problem.id): it takes distances in whole units, or a matrix.
                    """)
        }
        let document = CertificateDocument([made])
        for check in CertificateChecker.checks(made, digest: document.entries[0].digest) {
            FileHandle.standardError.write(Data("\(check.holds ? "holds" : "FAILS"): \(check.sentence)\n".utf8))
        }
        try document.data().write(to: URL(fileURLWithPath: path))
    }

    private var purpose: InstanceReader.Purpose {
        guard reach != nil else { return .mean }
        return thenMean ? .reachThenMean : .reach
    }

    private func problem(_ instance: Instance, count: Int) -> ServiceProblem {
        var burden = BurdenFunction.mean
        if let reach {
            let limit = TenthMinutes(min((reach * instance.unitsPerUnit).rounded(.down), Double(UInt32.max - 1)))
            let step = instance.weights.reduce(0, +) * Int64(instance.travel.longest) + 1
            burden = thenMean ? .reach(limit: limit, step: step) : .steps(thresholds: [limit + 1], values: [1])
        }
        var limits: [SiteLimit] = []
        if !instance.disadvantaged.isEmpty, !noShare {
            limits = [
                SiteLimit(
                    title: "half of the hubs in disadvantaged places", sites: instance.disadvantaged,
                    least: count == instance.count ? instance.leastDisadvantaged : (count + 1) / 2)
            ]
        }
        return ServiceProblem(
            id: instance.name, siteIndices: (0..<instance.travel.siteCount).map { UInt32($0) }, siteNames: [],
            travel: instance.travel, weights: instance.weights.flatMap { [$0, 0] }, burden: burden, count: count,
            limits: limits)
    }
}
