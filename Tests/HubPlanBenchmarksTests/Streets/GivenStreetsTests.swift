import HubModel
import HubPlanTestSupport
import Testing

@testable import HubPlanBenchmarks

@Suite struct GivenStreetsTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func read(_ nodes: String, _ arcs: String) throws -> GivenStreets {
        try GivenStreets(nodes: folder.write("nodes.csv", nodes), arcs: folder.write("arcs.csv", arcs))
    }

    private func complaint(_ nodes: String, _ arcs: String) -> String {
        do {
            _ = try read(nodes, arcs)
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test func nodesAndArcsComeAsGivenInMillimetres() throws {
        let streets = try read("node,lon,lat\n0,-1.5,53\n1,-1.4,53.1\n", "from,to,length_m\n0,1,12.3456\n1,0,0\n")
        #expect(streets.nodes.map(\.x) == [-1.5, -1.4])
        #expect(streets.tails == [0, 1])
        #expect(streets.heads == [1, 0])
        #expect(streets.lengths == [12_346, 0])
    }

    @Test func whatIsWrongIsToldWithFileRowAndValue() {
        let nodes = "node,lon,lat\n0,-1.5,53\n1,-1.4,53.1\n"
        #expect(complaint("node,lon,lat\n1,0,0\n", "from,to,length_m\n").contains("row 1, has node \"1\""))
        #expect(complaint("node,lon,lat\n0,x,0\n", "from,to,length_m\n").contains("lon \"x\", but must have a number"))
        #expect(complaint(nodes, "from,to,length_m\n0,2,5\n").contains("to \"2\", but must have a node from 0 to 1"))
        #expect(complaint(nodes, "from,to,length_m\n-1,1,5\n").contains("from \"-1\""))
        #expect(complaint(nodes, "from,to,length_m\n0,1,-5\n").contains("length_m \"-5\""))
        #expect(complaint(nodes, "from,to\n0,1\n").contains("length_m"))
    }

    @Test func listsOfNodesMayHaveAHeading() throws {
        #expect(try GivenStreets.list(folder.write("a.txt", "node\n3\n 0\n"), nodes: 4) == [3, 0])
        #expect(throws: BenchmarkError.self) { try GivenStreets.list(folder.write("b.txt", "1\nx\n"), nodes: 4) }
        #expect(throws: BenchmarkError.self) { try GivenStreets.list(folder.write("c.txt", "4\n"), nodes: 4) }
        #expect(throws: BenchmarkError.self) { try GivenStreets.list(folder.file("none.txt"), nodes: 4) }
    }
}
