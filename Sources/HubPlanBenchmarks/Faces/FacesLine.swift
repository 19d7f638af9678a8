internal import Foundation
internal import TravelCosts

/// One run of ``FacesBenchmark`` as a line of JSON.
struct FacesLine: Encodable {
    var areas: Int
    var sites: Int
    /// Faces that hold an area, a site or a gate.
    var faces: Int
    var gates: Int
    /// Areas and sites within the longest journey of each other.
    var pairs: Int
    /// Of all pairs together, there and back.
    var crossingSeconds: Int
    var buildSeconds: Double
    var searchSeconds: Double
    /// Of the whole process.
    var cpuSeconds: Double
    var peakResident: Int
    var findings: [String]

    private enum CodingKeys: String, CodingKey {
        case areas, sites, faces, gates, pairs, findings
        case crossingSeconds = "crossing_seconds"
        case buildSeconds = "build_seconds"
        case searchSeconds = "search_seconds"
        case cpuSeconds = "cpu_seconds"
        case peakResident = "peak_rss_mb"
    }

    init(
        _ network: FaceNetwork, pairs: Int, crossingSeconds: Int, _ start: Double, _ built: Double, _ ended: Double
    ) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func cpu(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        func thousandths(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
        (areas, sites) = (network.areas.count, network.sites.count)
        (faces, gates, findings) = (network.faceCount, network.gates.count, network.findings)
        (self.pairs, self.crossingSeconds) = (pairs, crossingSeconds)
        (buildSeconds, searchSeconds) = (thousandths(built - start), thousandths(ended - built))
        cpuSeconds = thousandths(cpu(usage.ru_utime) + cpu(usage.ru_stime))
        peakResident = Int(usage.ru_maxrss / 1024)
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
