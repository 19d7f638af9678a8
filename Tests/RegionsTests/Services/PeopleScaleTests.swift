import HubModel
import Testing

@testable import Regions

@Suite("People beyond those counted")
struct PeopleScaleTests {
    private func children(_ scale: String) throws -> [Int64] {
        let demand = try SmallStudy().replacing("    count: 1\n", with: "    count: 1\n    scale: \(scale)\n").load()
            .region.demand[0]
        return stride(from: 0, to: demand.count, by: 2).map { demand[$0].children + demand[$0 + 1].children }
    }

    @Test("Factors hold everywhere, in a district or in an area, one after another")
    func multiplies() throws {
        #expect(try children("{times: 2}") == [20, 14, 10, 6])
        #expect(try children("{times: 3, in: dale}") == [10, 7, 15, 9])
        #expect(try children("{times: 0, in: E01000001}") == [0, 7, 5, 3])
        #expect(try children("[{times: 2}, {times: 2, in: South}]") == [20, 28, 10, 6])
    }

    @Test("Halves are carried along, so that totals are kept")
    func keepsTotals() throws {
        #expect(try children("{times: 0.5}").reduce(0, +) == 12 || children("{times: 0.5}").reduce(0, +) == 13)
    }

    @Test("It is told, and a place that there is not is a sentence")
    func tells() throws {
        try SmallStudy().replacing("    count: 1\n", with: "    count: 1\n    scale: {times: 1.5, in: Hill}\n")
            .expectFinding("children in Hill are taken 1.5 times as counted, in 2 areas")
        SmallStudy().replacing("    count: 1\n", with: "    count: 1\n    scale: {times: 2, in: Hull}\n")
            .expectFailure("services.youngFutures.scale.in", "there is no place 'Hull'", "Hill")
        SmallStudy().replacing("    count: 1\n", with: "    count: 1\n    scale: {times: -2}\n")
            .expectFailure("too small")
    }

    @Test("Tenths of deprivation are the study's deciles, or its ranks in ten parts")
    func tenths() throws {
        let deciles = try SmallStudy().adding("deprived: {title: poor, thresholds: [{column: decile, atMost: 1}]}")
            .load()
        #expect(deciles.region.deprivationDeciles == [1, 1, 2, 2])
        let ranks = try SmallStudy().adding(
            "deprived: {title: poor, thresholds: [{column: rank, worst: 10%, of: 20}]}"
        ).replacing("urban,10,100,50,1", with: "urban,10,100,50,11", in: "areas.csv").load()
        #expect(ranks.region.deprivationDeciles == [6, 1, 2, 2])
        #expect(try SmallStudy().load().region.deprivationDeciles == nil)
    }
}
