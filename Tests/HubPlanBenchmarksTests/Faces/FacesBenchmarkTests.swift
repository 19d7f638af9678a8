import ArgumentParser
import Foundation
import HubPlanTestSupport
import Testing

@testable import HubPlanBenchmarks

struct FacesBenchmarkTests {
    private func line(_ more: [String]) throws -> FacesLine {
        func file(_ name: String) -> String { Saltmouth.folder.appendingPathComponent(name).path }
        let tables = ["--areas", file("small_areas.csv"), "--sites", file("schools.csv"), "--mode", "onFoot"]
        let arguments = more.map { $0.hasSuffix(".geojson") ? file($0) : $0 }
        let benchmark = try #require(try FacesBenchmark.parseAsRoot(tables + arguments) as? FacesBenchmark)
        return try benchmark.line()
    }

    @Test func barriersTakePairsAwayAndCrossingsGiveSomeBack() throws {
        let free = try line([])
        let severed = try line(["--blocks", "barriers.geojson"])
        let joined = try line(["--blocks", "barriers.geojson", "--crossings", "crossings.geojson"])
        #expect(free.areas == 150)
        #expect(free.sites == 29)
        #expect(free.faces == 1)
        #expect(severed.pairs < joined.pairs)
        #expect(joined.pairs < free.pairs)
        #expect(try joined.json().contains("\"pairs\":\(joined.pairs)"))
    }

    @Test func aBarrierThatCostsMinutesIsPaidForOnAnyNumberOfThreads() throws {
        let one = try line(["--costs", "barriers.geojson", "--threads", "1"])
        let four = try line(["--costs", "barriers.geojson", "--threads", "4"])
        #expect(one.crossingSeconds > 0)
        #expect(one.crossingSeconds == four.crossingSeconds)
        #expect(one.pairs == four.pairs)
    }
}
