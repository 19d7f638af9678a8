import Foundation
import HubModel
import HubPlanTestSupport
import Spatial
import Testing

@Suite struct VectorFileErrorTests {
    let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    @Test(arguments: ["absent.csv", "absent.gpkg", "absent.csv.gz", "absent.zip", "absent.zip/places.csv", "absent"])
    func missingFile(_ name: String) {
        let words = sentence { _ = try VectorFile.read(scratch.file(name)) }
        #expect(words.hasPrefix("There is no file \(scratch.path)/absent"))
    }

    @Test func missingLayerTellsWhichThereAre() throws {
        let writer = try VectorWriter(path: scratch.file("two.gpkg"), format: .geoPackage)
        for name in ["wards", "schools"] {
            try writer.write(layer: OutputLayer(name: name, fields: [OutputField("code", .text)]))
        }
        try writer.finish()
        let path = scratch.file("two.gpkg")
        #expect(
            sentence { _ = try VectorFile.read(path, layer: "ward") }
                == "The file \(path) has no layer \"ward\"; layers there are: wards, schools."
        )
        #expect(
            sentence { _ = try VectorFile.read(path) }
                == "The file \(path) does not have exactly one layer, so one must be named; layers there are: wards, schools."
        )
    }

    @Test func missingColumnTellsWhichThereAre() throws {
        let path = try scratch.write("t.csv", "code,name\n1,a\n")
        #expect(
            sentence { _ = try VectorFile.read(path, columns: ["code", "count"]) }
                == "The file \(path), layer \"t\", has no column \"count\"; columns there are: code, name."
        )
    }

    @Test(arguments: [
        ("t.csv", "<!DOCTYPE html><html></html>", "a CSV table: it is a web page"),
        ("t.csv", "{\"type\": 1}", "a CSV table: it holds JSON"),
        ("t.csv", "SQLite format 3\u{0}", "a CSV table: it holds a database, such as a GeoPackage"),
        ("t.csv", "PK\u{3}\u{4}", "a CSV table: it is a zip archive or a spreadsheet"),
        ("t.csv", "a\u{0}b", "a CSV table: it holds bytes that no text has"),
        ("t.csv", "", "a CSV table: it is empty"),
        ("t.geojson", " <html>", "GeoJSON: it is a web page"),
        ("t.gpkg", "", "a GeoPackage: it is empty"),
        ("t.csv.gz", "code\n1\n", "a gzip file: it does not start like one"),
        ("t.zip", "code\n1\n", "a zip archive: it does not start like one"),
    ])
    func notWhatItsNameSays(name: String, content: String, end: String) throws {
        let path = try scratch.write(name, content)
        #expect(sentence { _ = try VectorFile.read(path) } == "The file \(path) is not what its name says, \(end).")
    }

    @Test(arguments: [
        ("t.gpkg", "code\n1\n", "a GeoPackage"), ("t.geojson", "{\"type\": ", "GeoJSON"),
        ("t.shp", "code\n1\n", "a Shapefile"),
        ("t.xlsx", "code\n1\n", "an Excel workbook"),
    ])
    func unreadable(name: String, content: String, title: String) throws {
        let path = try scratch.write(name, content)
        let words = sentence { _ = try VectorFile.read(path) }
        #expect(words.hasPrefix("The file \(path) is not what its name says, \(title), or it is damaged: "))
    }

    @Test func unknownEnding() throws {
        let path = try scratch.write("places.list", "code\n1\n")
        let words = sentence { _ = try VectorFile.read(path) }
        #expect(
            words.hasPrefix("The file \(path) is not a file of places or a table that GDAL knows, or it is damaged: "))
    }

    @Test func compressedUnderAPlainName() throws {
        let path = try scratch.write("t.csv", Packed.gzip)
        #expect(sentence { _ = try VectorFile.read(path) }.hasSuffix("it is compressed; name it with .gz at its end."))
    }

    @Test(arguments: [Packed.gzip.count - 1, Packed.gzip.count - 8, Packed.gzip.count - 20, 12])
    func gzipCutShort(_ length: Int) throws {
        let path = try scratch.write("t.csv.gz", Packed.gzip.prefix(length))
        let words = sentence { _ = try VectorFile.read(path) }
        #expect(words.hasPrefix("The compressed file \(path) is damaged or was cut short; fetch it again ("))
    }

    @Test(arguments: [15, 30, 40])
    func gzipWithAWrongByte(_ position: Int) throws {
        var bytes = Packed.gzip
        bytes[position] ^= 0x55
        let path = try scratch.write("t.csv.gz", bytes)
        let words = sentence { _ = try VectorFile.read(path) }
        #expect(words.hasPrefix("The compressed file \(path) is damaged or was cut short; fetch it again ("))
    }

    @Test(arguments: [
        (#"{"type": "MultiPoint", "coordinates": [[0,0],[1,1]]}"#, "multi point with 2 parts"),
        (
            #"{"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [0,0]}]}"#,
            "geometry collection with 1 parts"
        ),
    ])
    func shapeThatCannotBeUsedNamesItsRow(geometry: String, words: String) throws {
        let path = try scratch.write(
            "p.geojson",
            VectorFileTests.collection(VectorFileTests.feature("", "null"), VectorFileTests.feature("", geometry))
        )
        let words = "The file \(path), layer \"p\", row 2: its shape is a \(words)"
        #expect(sentence { _ = try VectorFile.read(path) }.hasPrefix(words))
    }
}
