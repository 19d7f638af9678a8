import Foundation
import HubModel
import HubPlanTestSupport
import Testing

@testable import TravelCosts

/// Tables of journeys as other engines write them.
@Suite struct ImportedMatrixTests {
    private static let areas = ["A1", "A2", "A3"]
    private static let sites = ["s1", "s2"]

    private func read(
        _ text: String, name: String = "costs.csv", _ change: (inout MatrixRequest) -> Void = { _ in }
    ) throws -> ImportedMatrix {
        let folder = try ScratchFolder()
        let path = try folder.write(name, text)
        return try withExtendedLifetime(folder) {
            var request = MatrixRequest(
                file: .init(title: name, path: path), place: "study.yaml, line 9, travel.matrix")
            change(&request)
            return try ImportedMatrix(request, areaCodes: Self.areas, siteIDs: Self.sites)
        }
    }

    private func fails(
        _ text: String, _ parts: String..., change: (inout MatrixRequest) -> Void = { _ in },
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: TravelError.self, sourceLocation: sourceLocation) { try read(text, change) }
        let sentence = error?.description ?? ""
        for part in parts + ["study.yaml, line 9, travel.matrix: "] {
            #expect(sentence.contains(part), "the sentence is: \(sentence)", sourceLocation: sourceLocation)
        }
        #expect(!sentence.contains(FileManager.default.temporaryDirectory.path), sourceLocation: sourceLocation)
    }

    /// Seconds by area and site; nil where there is no journey.
    private func seconds(_ matrix: ImportedMatrix) throws -> [[Int32?]] {
        let source = try ImportedTrips(matrix, settings: Travellers.adult)
        let bySite = Self.sites.indices.map { source.trips(site: $0) }
        return Self.areas.indices.map { area in
            bySite.map { trips in
                trips.trip(from: UInt32(area)).map { max($0.rideSeconds, $0.walkSeconds) }
            }
        }
    }

    private let r5r = "from_id,to_id,travel_time_p50\nA1,s1,10\nA2,s1,20\nA3,s2,30\nA1,s2,\nA2,s2,NA\n"

    @Test func r5rIsUnderstoodByItself() throws {
        let matrix = try read(r5r)
        #expect(matrix.unit == .minutes)
        #expect(try seconds(matrix) == [[1_200, nil], [2_400, nil], [nil, 3_600]])
        #expect(matrix.findings.isEmpty)
    }

    @Test func pandanaIsUnderstoodOnceItsUnitIsStated() throws {
        let text = "source,destination,weight\nA1,s1,400\nA3,s2,1000.5\n"
        fails(text, "State `unit:")
        fails(text, "State `direction:", change: { $0.unit = .metres })
        let matrix = try read(text) {
            $0.unit = .metres
            $0.direction = .oneWay
        }
        // 4.8 km/h: 800 metres there and back take ten minutes.
        #expect(try seconds(matrix)[0] == [600, nil])
        #expect(try seconds(matrix)[2] == [nil, 1_501])
        let source = try ImportedTrips(matrix, settings: Travellers.adult)
        #expect(source.mode == .onFoot && source.trips(site: 0).trips[0].walkSeconds == 600)
    }

    @Test func fartherThanTheLongestWalkIsNotWalked() throws {
        let matrix = try read("source,destination,weight\nA1,s1,4828\nA2,s1,4829\n") {
            $0.unit = .metres
            $0.direction = .oneWay
        }
        #expect(try seconds(matrix).map { $0[0] != nil } == [true, false, false])
    }

    @Test func theOrderOfRowsAndCompressionChangeNothing() throws {
        let lines = r5r.split(separator: "\n")
        let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
        let (one, other) = (try read(r5r), try read(turned))
        #expect(one.starts == other.starts && one.areas == other.areas && one.values == other.values)
        let folder = try ScratchFolder()
        let path = try folder.write("costs.csv", r5r)
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-k", path]
        try gzip.run()
        gzip.waitUntilExit()
        let request = MatrixRequest(file: .init(title: "costs.csv.gz", path: path + ".gz"), place: "here")
        let packed = try ImportedMatrix(request, areaCodes: Self.areas, siteIDs: Self.sites)
        #expect(packed.areas == one.areas && packed.values == one.values)
        // Cut short, it is refused whole.
        let data = try Data(contentsOf: URL(fileURLWithPath: path + ".gz"))
        try data.dropLast(10).write(to: URL(fileURLWithPath: path + ".gz"))
        let error = #expect(throws: TravelError.self) {
            try ImportedMatrix(request, areaCodes: Self.areas, siteIDs: Self.sites)
        }
        #expect(error?.description.contains("damaged or was cut short") == true)
    }

    @Test func aWideTableIsTheLongOneTurnedOnItsSide() throws {
        let matrix = try read("area,s2,s1,elsewhere\nA1,,600,1\nA2,NA,1200,1\nA3,1800,,1\n") {
            $0.isWide = true
            $0.unit = .seconds
            $0.direction = .oneWay
        }
        #expect(try seconds(matrix) == (try seconds(read(r5r))))
        #expect(matrix.findings.map(\.sentence).contains { $0.contains("1 sites") && $0.contains("elsewhere") })
    }

    @Test func pairsThatAreMissingFollowTheRule() throws {
        #expect(
            try seconds(read(r5r) { $0.missing = .value(45) }) == [[1_200, 5_400], [2_400, 5_400], [5_400, 3_600]])
        fails(
            r5r, "lacks 3 of 6 journeys", "A3 to s1", "A1 to s2", "A2 to s2", "missing: unreachable",
            change: { $0.missing = .error })
        let whole = r5r.replacing("A1,s2,\nA2,s2,NA\n", with: "A1,s2,5\nA2,s2,6\nA3,s1,7\n")
        #expect(try seconds(read(whole) { $0.missing = .error }).joined().allSatisfy { $0 != nil })
    }

    @Test func idsAreHeldAgainstTheStudyBothWays() throws {
        let matrix = try read("from_id,to_id,travel_time_p50\nA1,s1,10\nB9,s1,10\nB9,s9,10\nA2,s8,1\n")
        let sentences = matrix.findings.map(\.sentence)
        #expect(sentences.contains { $0.contains("1 areas that the study does not have (B9)") })
        #expect(sentences.contains { $0.contains("2 sites that the study does not have (s9, s8)") })
        #expect(sentences.contains { $0.contains("no journey for 2 areas of the study (A2, A3)") })
        #expect(sentences.contains { $0.contains("no journey for 1 site of the study (s2)") })
        fails("from_id,to_id,travel_time_p50\ns1,A1,10\n", "'s1' where the study has 'A1'", "exchanged")
    }

    @Test(arguments: [
        ("A1,s1,fast", "row 2, column 'travel_time_p50': 'fast'"), ("A1,s1,-1", "'-1'"),
        ("A1,s1,1e300", "'1e300'"), ("A1,s1,100000", "four weeks"),
        ("A2,s1,20", "from A2 to s1 more than once"),
    ])
    func aRowThatCannotBeMeantIsNamed(_ row: String, _ sentence: String) {
        fails("from_id,to_id,travel_time_p50\nA2,s1,20\n\(row)\n", sentence)
    }

    @Test func columnsAreNamedWhereTheyCannotBeFound() throws {
        fails("a,b,c\nA1,s1,1\n", "no column of a name known for 'from'", "columns there are: a, b, c")
        fails("a,b,c\nA1,s1,1\n", "no column 'd'", change: { $0.from = "d" })
        let matrix = try read("a,b,c\nA1,s1,1\n") {
            ($0.from, $0.to, $0.cost, $0.unit, $0.direction) = ("a", "b", "c", .minutes, .thereAndBack)
        }
        #expect(try seconds(matrix)[0] == [60, nil])
        fails("from_id,to_id,travel_time_p50\n", "no rows")
    }

    @Test func importedMinutesCountAsTheyAre() throws {
        let way = TravelWay(try ImportedTrips(read(r5r), settings: Travellers.adult))
        let table = try SparseTravel(
            ways: [way], settings: Travellers.adult,
            quality: TravelQuality(title: "imported", errorBands: [], source: "a test"), threads: 1)
        #expect(table.minutes(area: 1, household: .withoutCar, site: 0) == 400)
        #expect(table.minutes(area: 1, household: .withCar, site: 1) == table.longest)
        #expect(!table.canTravel(area: 1, household: .withCar, site: 1))
        #expect(table.options(area: 1, household: .withoutCar, site: 0)[0].parts?[.imported] == 400)
    }
}
