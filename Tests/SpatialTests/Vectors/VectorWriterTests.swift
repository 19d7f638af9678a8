import Foundation
import HubModel
import HubPlanTestSupport
import Spatial
import Testing

@Suite struct VectorWriterTests {
    let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    static let square = Outline(polygons: [
        [
            [(500_000.0, 100_000.0), (500_100, 100_000), (500_100, 100_100), (500_000, 100_000)].map {
                Point(x: $0.0, y: $0.1)
            }
        ]
    ])

    static func layer(_ name: String, _ geometry: OutputLayer.GeometryKind, _ shape: Shape?) throws -> OutputLayer {
        OutputLayer(
            name: name, description: "Places & plans", crs: try CoordinateSystem("EPSG:27700"), geometry: geometry,
            fields: [OutputField("code", .text), OutputField("children", .integer), OutputField("minutes", .real)],
            rows: [
                OutputRow([.text("00123"), .integer(5_000_000_000), .real(0.1)], shape: shape),
                OutputRow([.text("a,\"b\" é"), .null, .integer(3)]),
            ]
        )
    }

    private func write(_ format: VectorWriter.Format, _ name: String, _ layers: [OutputLayer]) throws {
        let writer = try VectorWriter(path: scratch.file(name), format: format)
        for layer in layers { try writer.write(layer: layer) }
        if format == .geoPackage { try writer.addStyle(layer: layers[0].name, name: "plain", qml: "<qgis/>") }
        try writer.finish()
    }

    @Test func geoPackageHoldsLayersAndStyles() throws {
        let shape = Shape.polygons(Self.square)
        let line = Shape.lines([[Point(x: 1, y: 2), Point(x: 3, y: 4)]])
        let layers = [
            try Self.layer("areas", .polygons, shape), try Self.layer("assignments", .lines, line),
            try Self.layer("sites", .point, .point(Point(x: 7, y: 8))), try Self.layer("table", .none, nil),
        ]
        try write(.geoPackage, "plan.gpkg", layers)
        let path = scratch.file("plan.gpkg")
        #expect(try VectorFile.layerNames(path).sorted() == ["areas", "assignments", "layer_styles", "sites", "table"])
        for layer in layers {
            let back = try VectorFile.read(path, layer: layer.name)
            #expect(back.columns == ["code", "children", "minutes"])
            #expect(back.values == [["00123", "a,\"b\" é"], ["5000000000", nil], ["0.1", "3"]])
            #expect(back.shapes == layer.rows.map(\.shape))
            #expect(back.crs == (layer.geometry == .none ? nil : layer.crs))
        }
        let styles = try VectorFile.read(path, layer: "layer_styles")
        #expect(styles.column("f_table_name") == ["areas"])
        #expect(styles.column("f_geometry_column") == ["geom"])
        #expect(styles.column("styleQML") == ["<qgis/>"])
        #expect(styles.column("useAsDefault") == ["true"])
    }

    @Test func geoJSONIsInDegreesWithSevenDecimals() throws {
        try write(.geoJSON, "plan.geojson", [Self.layer("areas", .polygons, .polygons(Self.square))])
        let back = try VectorFile.read(scratch.file("plan.geojson"))
        #expect(back.crs?.definition == "EPSG:4326")
        #expect(back.values == [["00123", "a,\"b\" é"], ["5000000000", nil], ["0.1", "3"]])
        guard case .polygons(let outline)? = back.shapes[0] else {
            Issue.record("no polygons")
            return
        }
        let metres = try CoordinateTransform(from: CoordinateSystem("EPSG:4326"), to: CoordinateSystem("EPSG:27700"))(
            outline.polygons[0][0]
        )
        #expect(zip(metres, Self.square.polygons[0][0]).allSatisfy { $0.distance(to: $1) < 0.02 })
        #expect(!String(decoding: try scratch.read("plan.geojson"), as: UTF8.self).contains("\"crs\""))
    }

    @Test func csvHasPlainColumns() throws {
        try write(.csv, "sites.csv", [Self.layer("sites", .point, .point(Point(x: 7.5, y: 8.5)))])
        let text = String(decoding: try scratch.read("sites.csv"), as: UTF8.self)
        #expect(text == "X,Y,code,children,minutes\n7.5,8.5,00123,5000000000,0.1\n,,\"a,\"\"b\"\" é\",,3\n")
        try write(.csv, "table.csv", [Self.layer("table", .none, nil)])
        #expect(try VectorFile.read(scratch.file("table.csv")).columns == ["code", "children", "minutes"])
    }

    @Test func spreadsheetHasASheetForEachLayer() throws {
        try write(.ods, "plan.ods", [Self.layer("one", .none, nil), Self.layer("two", .none, nil)])
        #expect(try VectorFile.layerNames(scratch.file("plan.ods")) == ["one", "two"])
        let back = try VectorFile.read(scratch.file("plan.ods"), layer: "two")
        #expect(back.values == [["00123", "a,\"b\" é"], ["5000000000", nil], ["0.1", "3"]])
    }

    @Test(arguments: VectorWriter.Format.allCases)
    func sameLayersGiveSameBytes(_ format: VectorWriter.Format) throws {
        let layers = [try Self.layer("areas", .polygons, .polygons(Self.square))]
        try write(format, "a.\(format.rawValue.lowercased())", layers)
        let first = try scratch.read("a.\(format.rawValue.lowercased())")
        try write(format, "a.\(format.rawValue.lowercased())", layers)
        #expect(try scratch.read("a.\(format.rawValue.lowercased())") == first)
        #expect(try scratch.names() == ["a.\(format.rawValue.lowercased())"])
    }

    @Test func nothingIsLeftWithoutFinish() throws {
        _ = try scratch.write("plan.gpkg", "older")
        do {
            let writer = try VectorWriter(path: scratch.file("plan.gpkg"), format: .geoPackage)
            try writer.write(layer: Self.layer("areas", .polygons, .polygons(Self.square)))
            let names = try scratch.names()
            #expect(names.count == 2 && names.last == "plan.gpkg")
            #expect(names[0].hasPrefix(".plan.partial.") && names[0].hasSuffix(".gpkg"))
        }
        #expect(try scratch.names() == ["plan.gpkg"])
        #expect(try scratch.read("plan.gpkg") == Data("older".utf8))
    }

    @Test func twoWritersOfOneFileDoNotMeetAndTheLastToFinishStands() throws {
        func writer(_ names: [String]) throws -> VectorWriter {
            let writer = try VectorWriter(path: scratch.file("plan.csv"), format: .csv)
            try writer.write(
                layer: OutputLayer(
                    name: "hubs", description: "", fields: [OutputField("name", .text)],
                    rows: names.map { OutputRow([.text($0)]) }))
            return writer
        }
        func written() throws -> [String?]? { try VectorFile.read(scratch.file("plan.csv")).column("name") }
        let (first, second) = (try writer(["Ore", "Rye"]), try writer(["Hill"]))
        try first.finish()
        #expect(try written() == ["Ore", "Rye"])
        try second.finish()
        #expect(try written() == ["Hill"])
        #expect(try scratch.names() == ["plan.csv"])
    }

    @Test func whatAKilledProcessLeftIsSweptAway() throws {
        let host = ProcessInfo.processInfo.hostName.filter { $0.isLetter || $0.isNumber || $0 == "-" }
        let living = ProcessInfo.processInfo.processIdentifier
        _ = try scratch.write(".plan.partial.\(host).2147483646.0A1B2C3D.csv", "half")
        _ = try scratch.write(".plan.partial.\(host).\(living).0A1B2C3D.csv", "half")
        let writer = try VectorWriter(path: scratch.file("plan.csv"), format: .csv)
        try writer.write(layer: Self.layer("areas", .none, nil))
        try writer.finish()
        #expect(try scratch.names() == [".plan.partial.\(host).\(living).0A1B2C3D.csv", "plan.csv"])
    }

    @Test(arguments: VectorWriter.Format.allCases)
    func nothingIsLeftAfterAFailure(_ format: VectorWriter.Format) throws {
        let writer = try VectorWriter(path: scratch.file("plan.x"), format: format)
        var layer = try Self.layer("areas", .none, nil)
        layer.rows.append(OutputRow([.text("only one value")]))
        let words = sentence { try writer.write(layer: layer) }
        #expect(
            words == "Writing layer \"areas\" to \(scratch.file("plan.x")) failed: row 3 has 1 values for 3 fields."
        )
        #expect(try scratch.names().isEmpty)
        #expect(sentence { try writer.finish() }.contains("given up after an earlier failure"))
        #expect(try scratch.names().isEmpty)
    }

    @Test func valuesOfTheWrongKindAreRefused() throws {
        for (value, kind) in [
            (OutputValue.text("x"), OutputField.Kind.integer), (.real(.nan), .real), (.real(1), .integer),
        ] {
            let writer = try VectorWriter(path: scratch.file("plan.csv"), format: .csv)
            let layer = OutputLayer(name: "t", fields: [OutputField("n", kind)], rows: [OutputRow([value])])
            #expect(sentence { try writer.write(layer: layer) }.contains("row 1, field n: "))
        }
        let writer = try VectorWriter(path: scratch.file("plan.gpkg"), format: .geoPackage)
        let words = sentence { try writer.write(layer: Self.layer("t", .lines, .point(Point(x: 1, y: 1)))) }
        #expect(words.contains("row 1 has a shape of kind point, the layer lines"))
    }

    @Test func aSecondLayerNeedsAFormatForMany() throws {
        let writer = try VectorWriter(path: scratch.file("plan.geojson"), format: .geoJSON)
        try writer.write(layer: Self.layer("one", .none, nil))
        #expect(sentence { try writer.write(layer: Self.layer("two", .none, nil)) }.contains("has a layer already"))
    }

    @Test func aStyleNeedsItsLayer() throws {
        let writer = try VectorWriter(path: scratch.file("plan.gpkg"), format: .geoPackage)
        let words = sentence { try writer.addStyle(layer: "areas", name: "a", qml: "") }
        #expect(words.contains("only a layer of this GeoPackage can have one"))
    }

    @Test func spreadsheetThatItsDriverTearsIsNotKept() throws {
        // GDAL takes the first ending in a path for the archive's, and then writes a part of it only.
        let writer = try VectorWriter(path: scratch.file("a.ods.ods"), format: .ods)
        try writer.write(layer: Self.layer("one", .none, nil))
        #expect(sentence { try writer.finish() }.contains("is not what its name says"))
        #expect(try scratch.names().isEmpty)
    }

    @Test func unwritablePlacesGetASentence() throws {
        let absent = scratch.file("absent/plan.gpkg")
        #expect(
            sentence { _ = try VectorWriter(path: absent, format: .geoPackage) }
                == "The file \(absent) cannot be written: there is no folder \(scratch.path)/absent/."
        )
        #expect(sentence { _ = try VectorWriter(path: scratch.path + "/", format: .csv) }.contains("names no file"))
        let writer = try VectorWriter(path: scratch.path, format: .csv)
        try writer.write(layer: Self.layer("one", .none, nil))
        #expect(sentence { try writer.finish() }.contains("it cannot be put in its place ("))
    }
}
