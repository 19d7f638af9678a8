internal import Foundation
internal import HubModel
internal import Placement

/// One run as a line of JSON, with the keys of the peers' lines. Objectives are in the instance's own unit.
struct BenchmarkLine: Encodable {
    private var instance: String
    private var p: Int
    private var status: String
    private var objective: Double
    private var bound: Double?
    private var gap: Double?
    private var seconds: Double
    private var cpuSeconds: Double
    private var peakResident: Double
    private var certified: [String: Double]
    private var nodes: Int
    private var work: Int64
    private var method: String
    private var open: [UInt32]

    private enum CodingKeys: String, CodingKey {
        case instance, p, status, objective, bound, gap, seconds, certified, nodes, work, method, open
        case cpuSeconds = "cpu_seconds"
        case peakResident = "peak_rss_mb"
    }

    init(_ instance: Instance, _ answer: LagrangianEngine.Answer, count: Int, log: EventLog) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func cpu(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        self.instance = instance.name
        p = count
        status = answer.outcome.isOptimal ? "optimal" : answer.stop.rawValue
        objective = Double(answer.outcome.objective) / log.unit
        bound = answer.outcome.bound.map { Double($0) / log.unit }
        gap = answer.outcome.gap
        seconds = log.seconds
        cpuSeconds = ((cpu(usage.ru_utime) + cpu(usage.ru_stime)) * 1000).rounded() / 1000
        peakResident = (Double(usage.ru_maxrss) / 1024).rounded()
        certified = log.certified
        nodes = log.nodes
        work = answer.work
        method = answer.method
        open = answer.outcome.open
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
