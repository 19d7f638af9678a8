import Foundation
import HubPlanTestSupport
import Testing

@testable import HubPlanBenchmarks

@Suite struct ScatteredInstanceTests {
    /// Name and bytes of every file of an instance.
    private func files(_ instance: MadeInstance) throws -> [String: Data] {
        let folder = try ScratchFolder()
        try instance.write(to: folder.path)
        return Dictionary(uniqueKeysWithValues: try folder.names().map { ($0, try folder.read($0)) })
    }

    @Test(arguments: ScatteredInstance.Kind.allCases)
    func sameSeedSameBytes(_ kind: ScatteredInstance.Kind) throws {
        let first = try files(ScatteredInstance.make(points: 80, kind: kind, seed: 3))
        #expect(Set(first.keys) == ["meta.json", "demand.csv", "candidates.csv"])
        #expect(try files(ScatteredInstance.make(points: 80, kind: kind, seed: 3)) == first)
        #expect(try files(ScatteredInstance.make(points: 80, kind: kind, seed: 4))["demand.csv"] != first["demand.csv"])
    }

    @Test func theShareCanBeKeptAndBinds() {
        let instance = ScatteredInstance.make(points: 500, kind: .uniform, seed: 1)
        #expect(instance.count == 25)
        #expect(instance.leastDisadvantaged == 13)
        #expect(instance.isDisadvantaged.count { $0 } == 30)
        let tight = ScatteredInstance.make(points: 40, kind: .uniform, seed: 1, count: 20)
        #expect(tight.isDisadvantaged.count { $0 } == 10)
    }

    @Test func townsAreDenserThanTheSquare() throws {
        func meanNearest(_ kind: ScatteredInstance.Kind) throws -> Double {
            let instance = ScatteredInstance.make(points: 400, kind: kind, seed: 5)
            guard case .points(let areas, _) = instance.travel else { return .nan }
            let nearest = areas.indices.map { i in
                areas.indices.filter { $0 != i }
                    .map { hypot(Double(areas[$0].x - areas[i].x), Double(areas[$0].y - areas[i].y)) }.min() ?? 0
            }
            #expect(areas.allSatisfy { (0...1_000_000).contains($0.x) && (0...1_000_000).contains($0.y) })
            return nearest.reduce(0, +) / 400
        }
        #expect(try meanNearest(.clustered) < meanNearest(.uniform) / 2)
    }
}
