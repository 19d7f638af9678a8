import Foundation
import HubModel
import HubPlanTestSupport
import Testing

@testable import HubPlanBenchmarks

@Suite struct InstanceReaderTests {
    private let meta = #"{"name": "t", "p": 1, "metric": "euclid", "dd_key": "dd", "dd_min_open": 1}"#

    private func folder(
        meta: String? = nil, demand: String = "id,x,y,weight\n1,0,0,5\n",
        sites: String = "id,x,y,dd\n1,2500,0,1\n2,2500,1,0\n"
    ) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        _ = try folder.write("meta.json", meta ?? self.meta)
        _ = try folder.write("demand.csv", demand)
        _ = try folder.write("candidates.csv", sites)
        return folder
    }

    /// Reads a folder that lives at least as long.
    private func read(_ folder: ScratchFolder, purpose: InstanceReader.Purpose = .mean) throws -> Instance {
        try withExtendedLifetime(folder) { try InstanceReader.read(folder.path, purpose: purpose) }
    }

    private func sentence(_ folder: ScratchFolder) -> String {
        do {
            _ = try read(folder)
            return "read"
        } catch { return "\(error)" }
    }

    @Test func theShareRuleIsRead() throws {
        let instance = try read(try folder())
        #expect(instance.disadvantaged == [0])
        #expect(instance.leastDisadvantaged == 1)
        #expect(instance.unitsPerUnit == 100)
    }

    /// 2,500.0002 m is 2,500.00 m to the nearest hundredth, and yet beyond a limit of 2,500 m.
    @Test func aHairBeyondTheLimitIsBeyond() throws {
        let instance = try read(try folder(), purpose: .reach)
        #expect(instance.travel.minutes(area: 0, household: .withoutCar, site: 0) == 250_000)
        #expect(instance.travel.minutes(area: 0, household: .withoutCar, site: 1) == 250_001)
        let rounded = try read(try folder())
        #expect(rounded.travel.minutes(area: 0, household: .withoutCar, site: 1) == 250_000)
    }

    @Test func whatIsWrongIsSaidWithItsRow() throws {
        #expect(
            sentence(try folder(demand: "id,x,y,weight\n1,0,0,5\n2,0,0,-3\n"))
                == "Row 3 of demand.csv has “-3” as weight: a whole number from 0 to a thousand million is needed.")
        #expect(
            sentence(try folder(sites: "id,x,y,dd\n1,2500\n")) == "Row 2 of candidates.csv ends before its column dd.")
        #expect(sentence(try folder(sites: "id,x,y\n1,0,0\n")).contains("has no column dd; it has id, x, y"))
        #expect(
            sentence(try folder(demand: "id,x,y,weight\n1,east,0,5\n")).contains("Row 2 of demand.csv has “east” as x"))
        let strange = meta.replacing("euclid", with: "manhattan")
        #expect(sentence(try folder(meta: strange)).contains("The metric manhattan of t is not known"))
        #expect(sentence(try folder(demand: "id,x,y,weight\n")).contains("has a header only"))
    }

    @Test func aBadEdgeIsNoCrash() throws {
        let folder = try ScratchFolder()
        let path = try folder.write("g.txt", "3 2 1\n1 2 4\n2 9 4\n")
        withExtendedLifetime(folder) {
            _ = #expect(throws: BenchmarkError.self) { try InstanceReader.read(path) }
        }
    }
}
