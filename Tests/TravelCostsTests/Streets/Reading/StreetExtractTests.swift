import Foundation
import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct StreetExtractTests {
    private static let nodes: [StreetFileMaker.Node] = [
        .init(10, -1.5, 53.25), .init(12, -1.5001, 53.2501, ["highway": "crossing", "crossing": "zebra"]),
        .init(11, -1.4999, 53.2499, ["amenity": "bench"]), .init(99, 0, 0),
    ]
    private static let ways: [StreetFileMaker.Way] = [
        .init(7, [10, 12, 11], ["highway": "residential", "name": "Sea Lane", "note": "x"]),
        .init(8, [10, 99], ["waterway": "river"]), .init(9, [11, 500], ["highway": "path"]),
    ]

    private func read(_ data: Data) throws -> StreetExtract {
        let folder = try ScratchFolder()
        return try StreetExtract(folder.write("town.osm.pbf", data))
    }

    private func complaint(_ data: Data) -> String {
        do {
            _ = try read(data)
            return "read"
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [StreetFileMaker.Packing.raw, .zlib], [true, false])
    func waysNodesAndTagsComeAsWritten(packing: StreetFileMaker.Packing, isDense: Bool) throws {
        var file = StreetFileMaker(nodes: Self.nodes, ways: Self.ways)
        file.packing = packing
        file.isDense = isDense
        let extract = try read(file.data)
        #expect(extract.ways.map(\.id) == [7, 9])
        #expect(extract.nodeIDs == [10, 12, 11])
        #expect(extract.ways[0].nodes == [0, 1, 2])
        #expect(extract.ways[1].nodes == [2, -1])
        #expect(extract.missingNodes == 1)
        #expect(extract.ways[0].tags == StreetTags(["highway": "residential", "name": "Sea Lane"]))
        #expect(extract.coordinates[1] == Coordinate(east: -15_001_000, north: 532_501_000))
        #expect(extract.nodeTags == [1: StreetTags(["highway": "crossing", "crossing": "zebra"])])
    }

    @Test func aFileThatBreaksOffAnywhereIsToldOrReadsAsNoStreets() throws {
        let whole = StreetFileMaker(nodes: Self.nodes, ways: Self.ways).data
        #expect(complaint(whole) == "read")
        for count in 1..<whole.count {
            let sentence = complaint(whole.prefix(count))
            #expect(sentence.contains("breaks off") || sentence.contains("no way with a highway tag"))
            #expect(sentence.contains("town.osm.pbf"))
        }
    }

    @Test func bytesThatAreWrongNeverCrash() throws {
        let whole = StreetFileMaker(nodes: Self.nodes, ways: Self.ways).data
        for place in whole.indices {
            for change in [UInt8(1), 0x80, 0xff] {
                var wrong = whole
                wrong[place] ^= change
                #expect(!complaint(wrong).isEmpty)
            }
        }
    }

    @Test func whatIsWrongIsTold() {
        #expect(complaint(Data()).contains("the file is empty"))
        #expect(complaint(Data("PK\u{3}\u{4} this is a zip".utf8)).contains("block 1 does not begin as one"))
        #expect(complaint(Data("<?xml version='1.0'?><osm/>".utf8)).contains("block 1 does not begin as one"))
        func told(_ change: (inout StreetFileMaker) -> Void) -> String {
            var file = StreetFileMaker(nodes: Self.nodes, ways: Self.ways)
            change(&file)
            return complaint(file.data)
        }
        #expect(told { $0.ways = [] }.contains("no way with a highway tag"))
        #expect(told { $0.packing = .bzip2 }.contains("packed in a way that hubplan does not read"))
        #expect(
            told { $0.requiredFeatures.append("HistoricalInformation") }.contains("knows \"HistoricalInformation\""))
        #expect(told { $0.firstKind = "OSMData" }.contains("\"OSMHeader\" must come first"))
        #expect(told { $0.wordShift = 1000 }.contains("points at word 100"))
        #expect(told { $0.nodes[0].latitude = 91 }.contains("has a node, 10, that is off the Earth"))
        #expect(told { $0.nodes[1].longitude = -180.1 }.contains("has a node, 12, that is off the Earth"))
        #expect(
            told { $0.ways[0].nodes = [.max, .min, 10] }.contains("whose nodes' numbers run out of range")
                || told { $0.ways[0].nodes = [.max, -10, 10] }.contains("whose nodes' numbers run out of range"))
    }

    @Test func aMissingFileIsTold() {
        #expect(throws: TravelError.self) { try StreetExtract("nowhere/town.osm.pbf") }
    }

    @Test func lengthsAreThoseOfTheGreatCircle() {
        let (here, there) = (Coordinate(east: 0, north: 0), Coordinate(east: 10_000_000, north: 0))
        #expect(abs(here.metres(to: there) - 6_371_008.8 * .pi / 180) < 1e-6)
        let pole = Coordinate(east: 0, north: 900_000_000)
        #expect(abs(here.metres(to: pole) - 6_371_008.8 * .pi / 2) < 1e-3)
    }
}
