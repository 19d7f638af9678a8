import Foundation
import FoundationXML
import HubModel
import Spatial
import Testing

@testable import Reports

@Suite struct PlanFilesTests {
    @Test func packageHoldsLayersAndStyles() throws {
        try Scratch.folder { scratch in
            let path = scratch + "/plan.gpkg"
            let view = RunView(SampleRun.record())
            try PlanFiles.writePackage(view, crs: try CoordinateSystem("EPSG:27700"), to: path)
            let layers = [
                "hubs", "candidates", "assignments", "qualifying_places", "neighbourhoods", "areas_youngFutures",
                "areas_earlyYears",
            ]
            #expect(try VectorFile.layerNames(path).filter { $0 != "layer_styles" } == layers)
            let styles = try VectorFile.read(path, layer: "layer_styles")
            #expect(styles.column("f_table_name")?.compactMap { $0 } == layers)
            let areas = try VectorFile.read(path, layer: "areas_earlyYears")
            #expect(areas.count == 150)
            #expect(areas.crs?.definition == "EPSG:27700")
            #expect(areas.column("code")?.first == "X01000000")
            let hubs = try VectorFile.read(path, layer: "hubs")
            #expect(hubs.count == 8)
            #expect(hubs.column("id")?.prefix(3) == ["s03", "s17", "s44"])
            #expect(hubs.column("borderline")?.first == "1")
            #expect(try VectorFile.read(path, layer: "candidates").count == 60)
            #expect(try VectorFile.read(path, layer: "assignments").count >= 300)
        }
    }

    @Test func stylesAreWellFormedWhateverTheStudySays() throws {
        var record = SampleRun.record()
        record.region.services[0].title = "<Hub> & \"co\""
        let layers = PlanLayers(view: RunView(record), crs: try CoordinateSystem("EPSG:27700")).all
        #expect(layers.count == 7)
        for item in layers {
            #expect(XMLParser(data: Data(item.style.qml.utf8)).parse(), "\(item.layer.name)")
            #expect(item.style.name.count <= 30)
        }
    }

    @Test func hubsAreInLongitudeAndLatitude() throws {
        try Scratch.folder { scratch in
            let path = scratch + "/plan.geojson"
            let crs = try CoordinateSystem("EPSG:27700")
            let degrees = try CoordinateTransform(from: crs, to: CoordinateSystem("EPSG:4326"))
            try PlanFiles.writeHubs(RunView(SampleRun.record()), crs: crs, degrees: degrees, to: path)
            let hubs = try VectorFile.read(path)
            #expect(hubs.count == 8)
            for shape in hubs.shapes {
                guard case .point(let point) = shape else {
                    Issue.record("a hub has no point")
                    continue
                }
                #expect((0.4...0.8).contains(point.x) && (50.7...51.0).contains(point.y))
            }
        }
    }

    @Test func areasWithoutOutlinesArePoints() throws {
        var record = SampleRun.record()
        record.region.areaOutlines = []
        let layers = PlanLayers(view: RunView(record), crs: try CoordinateSystem("EPSG:27700"))
        let areas = layers.areas(layers.view.services[0])
        #expect(areas.layer.geometry == .point)
        #expect(areas.style.qml.contains("<layerGeometryType>0</layerGeometryType>"))
    }

    /// QGIS takes the first class that holds a value, both edges included, so an edge goes to the class below it.
    @Test func classesMeetAtTheServicesOwnLimits() {
        let service = SampleRun.record().region.services[0]
        let bands = MinuteBands(service)
        #expect(bands.edges == [300, 600, 900, 1200])
        #expect(bands.band(of: 600) == 1)
        #expect(bands.band(of: 601) == 2)
        #expect(bands.band(of: 1200) == 3)
        #expect(bands.band(of: 1201) == 4)
    }

    @Test func householdsThatPartGetALineEach() {
        var record = SampleRun.record()
        record.figures.services[0].assignedSite[0] = 3
        record.figures.services[0].assignedSite[1] = 44
        let journeys = RunView(record).services[0].journeys.filter { $0.area == 0 }
        #expect(journeys.map(\.site).sorted() == [3, 44])
        #expect(journeys.reduce(0) { $0 + $1.childrenWithoutCar } == record.region.demand[0][0].children)
        #expect(journeys.reduce(0) { $0 + $1.childrenWithCar } == record.region.demand[0][1].children)
    }
}
