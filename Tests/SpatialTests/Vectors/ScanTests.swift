import Foundation
import HubPlanTestSupport
import Spatial
import Testing

@Suite struct ScanTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func rows(_ path: String, _ columns: [String]) throws -> [[String?]] {
        var rows: [[String?]] = []
        try VectorFile.scan(path, columns: columns) { number, values in
            #expect(number == rows.count + 1)
            rows.append(values)
        }
        return rows
    }

    @Test(arguments: ["stops.txt", "stops.csv"])
    func columnsComeInTheOrderAskedForAndAMissingOneIsNil(name: String) throws {
        let path = try scratch.write(name, "id,name,zone\n007,\"Quay, upper\",\n8,Hill,z\n")
        #expect(
            try rows(path, ["name", "depth", "id", "zone"]) == [
                ["Quay, upper", nil, "007", ""], ["Hill", nil, "8", "z"],
            ])
    }

    @Test func aTextTableOfOneColumnIsRead() throws {
        let path = try scratch.write("stops.txt", "id\n01\n2\n")
        #expect(try rows(path, ["id"]) == [["01"], ["2"]])
        #expect(try VectorFile.columnNames(path) == ["id"])
    }

    @Test func theFirstRowThatIsNotUTF8IsTold() throws {
        var bytes = Array("id,name\n1,Hill\n2,Caf".utf8)
        bytes += [0xe9] + Array("\n3,Quay\n".utf8)
        let path = try scratch.write("stops.txt", Data(bytes))
        var names: [String?] = []
        let first = try VectorFile.scan(path, columns: ["name"]) { names.append($1[0]) }
        #expect(first == 2)
        #expect(names == ["Hill", "Café", "Quay"])
    }

    @Test func anErrorOfTheReaderComesThrough() throws {
        struct Enough: Error {}
        let path = try scratch.write("stops.txt", "id,name\n1,Hill\n")
        #expect(throws: Enough.self) { try VectorFile.scan(path, columns: ["id"]) { _, _ in throw Enough() } }
    }
}
