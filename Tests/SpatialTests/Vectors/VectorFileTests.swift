import Foundation
import HubModel
import HubPlanTestSupport
import Spatial
import Testing

@Suite struct VectorFileTests {
    let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    static func collection(_ features: String...) -> String {
        #"{"type": "FeatureCollection", "features": [\#(features.joined(separator: ","))]}"#
    }

    static func feature(_ properties: String, _ geometry: String) -> String {
        #"{"type": "Feature", "properties": {\#(properties)}, "geometry": \#(geometry)}"#
    }

    @Test func csvCodesStayText() throws {
        let path = try scratch.write(
            "t.csv", "code,n,note\n1e+05,00123,\n\"a,b\",-0,\" x \"\nTRUE,2024/01/02,\"\"\"q\"\"\"\n")
        let layer = try VectorFile.read(path)
        #expect(layer.columns == ["code", "n", "note"])
        #expect(layer.column("code") == ["1e+05", "a,b", "TRUE"])
        #expect(layer.column("n") == ["00123", "-0", "2024/01/02"])
        #expect(layer.column("note") == ["", " x ", "\"q\""])
        #expect(layer.column("absent") == nil)
        #expect(layer.count == 3)
        #expect(layer.shapes == [nil, nil, nil])
        #expect(layer.crs == nil)
        #expect(layer.name == "t")
    }

    @Test func summariesTellColumnsAndKindsWithoutRows() throws {
        let table = try VectorFile.summaries(scratch.write("t.csv", "code,n\nA,1\n"))
        #expect(table.map(\.name) == ["t"])
        #expect(table[0].columns == ["code", "n"])
        #expect(table[0].geometry == OutputLayer.GeometryKind.none)
        let polygon = #"{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}"#
        let point = #"{"type": "Point", "coordinates": [0, 0]}"#
        let places = try scratch.write("p.geojson", Self.collection(Self.feature(#""a": 1"#, polygon)))
        #expect(try VectorFile.summaries(places)[0].geometry == .polygons)
        let mixed = try scratch.write(
            "m.geojson", Self.collection(Self.feature(#""a": 1"#, polygon), Self.feature(#""a": 2"#, point)))
        #expect(try VectorFile.summaries(mixed)[0].geometry == nil)
    }

    @Test func anArchiveThatIsMissingIsSaid() throws {
        #expect(
            sentence { _ = try VectorFile.files(inArchive: scratch.file("none.zip")) }
                .contains("none.zip is missing, damaged or empty"))
    }

    @Test func csvOfNumbersOnlyKeepsItsHeader() throws {
        let path = try scratch.write("years.csv", "2019,2020\n1,2\n")
        #expect(try VectorFile.read(path).columns == ["2019", "2020"])
    }

    @Test func columnTypesBesideATableAreIgnored() throws {
        _ = try scratch.write("t.csvt", "Integer,Real\n")
        let layer = try VectorFile.read(scratch.write("t.csv", "code,n\n00123,1e+05\n"))
        #expect(layer.values == [["00123"], ["1e+05"]])
    }

    @Test func windows1252IsRead() throws {
        let path = try scratch.write("t.csv", Data("name\nCaf".utf8) + Data([0xe9, 0x20, 0x96, 0x0a]))
        #expect(try VectorFile.read(path).column("name") == ["Café –"])
    }

    @Test func byteOrderMarkIsNoPartOfAName() throws {
        #expect(try VectorFile.read(scratch.write("t.csv", "\u{feff}code,n\nA,1\n")).columns == ["code", "n"])
    }

    @Test func geoJSONKeepsCodesAndKinds() throws {
        let path = try scratch.write(
            "p.geojson",
            Self.collection(
                Self.feature(
                    #""code": "00123", "exp": "1e+05", "n": 7, "x": 0.1, "b": true, "d": "2024-01-02", "none": null"#,
                    #"{"type": "Point", "coordinates": [-0.1, 51.5, 20]}"#
                ),
                Self.feature(#""code": "", "n": 123456789012, "x": 1e5, "b": false"#, "null")
            )
        )
        let layer = try VectorFile.read(path)
        #expect(layer.column("code") == ["00123", ""])
        #expect(layer.column("exp") == ["1e+05", nil])
        #expect(layer.column("n") == ["7", "123456789012"])
        #expect(layer.column("x") == ["0.1", "100000"])
        #expect(layer.column("b") == ["true", "false"])
        #expect(layer.column("d") == ["2024-01-02", nil])
        #expect(layer.column("none") == [nil, nil])
        #expect(layer.shapes == [.point(Point(x: -0.1, y: 51.5)), nil])
        #expect(layer.crs?.definition == "EPSG:4326")
    }

    @Test func everyKindOfShapeIsFlattened() throws {
        let ring = "[[0,0],[1,0],[1,1],[0,0]]"
        let path = try scratch.write(
            "p.geojson",
            Self.collection(
                Self.feature("", #"{"type": "LineString", "coordinates": [[0,0,5],[1,2,5]]}"#),
                Self.feature("", #"{"type": "MultiLineString", "coordinates": [[[0,0],[1,2]],[[3,3],[4,4]]]}"#),
                Self.feature("", #"{"type": "Polygon", "coordinates": [\#(ring),\#(ring)]}"#),
                Self.feature("", #"{"type": "MultiPolygon", "coordinates": [[\#(ring)],[\#(ring)]]}"#),
                Self.feature("", #"{"type": "MultiPoint", "coordinates": [[3,4]]}"#),
                Self.feature("", #"{"type": "Polygon", "coordinates": []}"#)
            )
        )
        let points = [(0.0, 0.0), (1, 0), (1, 1), (0, 0)].map { Point(x: $0.0, y: $0.1) }
        #expect(
            try VectorFile.read(path).shapes == [
                .lines([[Point(x: 0, y: 0), Point(x: 1, y: 2)]]),
                .lines([[Point(x: 0, y: 0), Point(x: 1, y: 2)], [Point(x: 3, y: 3), Point(x: 4, y: 4)]]),
                .polygons(Outline(polygons: [[points, points]])),
                .polygons(Outline(polygons: [[points], [points]])),
                .point(Point(x: 3, y: 4)),
                nil,
            ]
        )
    }

    @Test(arguments: ["code\nE01\n\"a,b\"\n", "\"code\"\r\nE01\r\n\"a,b\"\r\n", "\u{feff}code\nE01\n\"a,b\""])
    func listOfOneColumnIsATable(_ text: String) throws {
        let layer = try VectorFile.read(scratch.write("codes.csv", text))
        #expect(layer.columns == ["code"])
        #expect(layer.values == [["E01", "a,b"]])
        #expect(try VectorFile.columnNames(scratch.file("codes.csv")) == ["code"])
    }

    @Test(arguments: ["code", "code\n", "code,n\n"]) func tableWithoutRowsIsEmpty(_ text: String) throws {
        let layer = try VectorFile.read(scratch.write("codes.csv", text))
        #expect(layer.columns[0] == "code")
        #expect(layer.count == 0)
    }

    @Test func wantedColumnsOnly() throws {
        let path = try scratch.write("t.csv", "a,b,c\n1,2,3\n")
        let layer = try VectorFile.read(path, columns: ["c", "a"])
        #expect(layer.columns == ["a", "c"])
        #expect(layer.values == [["1"], ["3"]])
        #expect(try VectorFile.columnNames(path) == ["a", "b", "c"])
    }

    @Test func gzipAndZipAreRead() throws {
        let expected: [String?] = ["00123", "1e+05"]
        for (name, bytes) in [("t.csv.gz", Packed.gzip), ("t.zip", Packed.zip)] {
            #expect(try VectorFile.read(scratch.write(name, bytes)).column("code") == expected)
        }
        #expect(try VectorFile.read(scratch.file("t.zip/places.csv")).column("code") == expected)
        #expect(try VectorFile.layerNames(scratch.file("t.csv.gz")) == ["t"])
    }
}

/// Small archives of the table "code,count / 00123,5 / 1e+05,".
enum Packed {
    static let gzip = data("H4sIAAAAAAAC/0vOT0nVSc4vzSvhMjAwNDLWMeUyTNU2MNXhAgDfT8wQGgAAAA==")
    static let zip = data(
        "UEsDBBQAAAAAAAAAIQDfT8wQGgAAABoAAAAKAAAAcGxhY2VzLmNzdmNvZGUsY291bnQKMDAxMjMsNQoxZSswNSwKUEsBAhQDFAAAAAAAAAAhAN9P"
            + "zBAaAAAAGgAAAAoAAAAAAAAAAAAAAIABAAAAAHBsYWNlcy5jc3ZQSwUGAAAAAAEAAQA4AAAAQgAAAAAA"
    )

    private static func data(_ base64: String) -> Data {
        Data(base64Encoded: base64) ?? Data()
    }
}
