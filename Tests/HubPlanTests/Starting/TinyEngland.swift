import HubModel
import HubPlanTestSupport
import OpenData
import Spatial

/// A package of two districts in a row of six areas, a square kilometre each, with their points in the middles.
///
/// ```
/// y 301000 +------+------+------+------+------+------+
///          |  A1  |  A2  |  A3  |  A4  |  A5  |  A6  |     A6 is a left-behind ward
/// y 300000 +------+------+------+------+------+------+
///       x 400000        402000        404000        406000
///           Hill North  |  Hill South |     Dale
///                Hill, E07000901      | Dale, E07000902
/// ```
struct TinyEngland {
    let folder: ScratchFolder
    var package: String { folder.file("england.gpkg") }

    private typealias Areas = EnglandLayers.AreaColumn
    private typealias Sites = EnglandLayers.SiteColumn
    private typealias Outlines = EnglandLayers.OutlineColumn

    /// - Parameter sites: id, kind, easting, and the number of the area that the register gives, 0 for none.
    init(sites: [(String, String, Double, Int)] = TinyEngland.sites) throws {
        folder = try ScratchFolder()
        let writer = try VectorWriter(path: folder.file("england.gpkg"), format: .geoPackage)
        let grid = try CoordinateSystem("EPSG:27700")
        for layer in [Self.areas(grid), Self.sites(sites, grid)] { try writer.write(layer: layer) }
        try writer.write(
            layer: Self.squares(
                EnglandLayers.areaOutlines, grid, [Outlines.areaCode], (1...6).map { (["E0100000\($0)"], $0...$0) }))
        try writer.write(
            layer: Self.squares(
                EnglandLayers.wards, grid, [Outlines.wardCode, Outlines.wardName],
                [(["E05000001", "Hill"], 1...4), (["E05000002", "Dale"], 5...6)]))
        try writer.write(
            layer: Self.squares(
                EnglandLayers.districts, grid, [Outlines.districtCode, Outlines.districtName],
                [(["E07000901", "Hill"], 1...4), (["E07000902", "Dale"], 5...6)]))
        try writer.write(
            layer: Self.squares(
                EnglandLayers.leftBehindWards, grid, [Outlines.leftBehindWardCode, Outlines.leftBehindWardName],
                [(["E05009999", "Far End"], 6...6)]))
        try writer.finish()
    }

    static let sites: [(String, String, Double, Int)] = [
        ("college", "college", 404_900, 5), ("library", "library", 402_500, 0), ("nursery", "nursery", 405_500, 6),
        ("primary", "primary", 401_500, 2), ("secondary", "secondary", 400_500, 1),
    ]

    private static func areas(_ grid: CoordinateSystem) -> OutputLayer {
        let texts = [
            Areas.code, Areas.name, Areas.ward, Areas.wardName, Areas.district, Areas.districtName, Areas.region,
            Areas.settlement,
        ]
        let numbers =
            [Areas.households, Areas.householdsWithoutCar, Areas.deprivationRank, Areas.deprivationDecile]
            + (0...18).map { Areas.aged($0) }
        let rows = (1...6).map { area in
            let ward =
                area < 3
                ? ["E05000901", "Hill North"] : area < 5 ? ["E05000902", "Hill South"] : ["E05000903", "Dale"]
            let district = area < 5 ? ["E07000901", "Hill"] : ["E07000902", "Dale"]
            let words = ["E0100000\(area)", "Area \(area)"] + ward + district + ["North East", "UN1"]
            let figures = [100, 25, area, area == 1 ? 1 : area + 1] + Array(repeating: 10 * area, count: 19)
            return OutputRow(
                words.map { .text($0) } + figures.map { .integer(Int64($0)) },
                shape: .point(Point(x: 399_500 + 1_000 * Double(area), y: 300_500)))
        }
        return OutputLayer(
            name: EnglandLayers.areas, crs: grid, geometry: .point,
            fields: texts.map { OutputField($0, .text) } + numbers.map { OutputField($0, .integer) }, rows: rows)
    }

    private static func sites(_ sites: [(String, String, Double, Int)], _ grid: CoordinateSystem) -> OutputLayer {
        OutputLayer(
            name: EnglandLayers.sites, crs: grid, geometry: .point,
            fields: [Sites.id, Sites.name, Sites.kind, Sites.area, Sites.source].map { OutputField($0, .text) },
            rows: sites.map { id, kind, x, area in
                let code: OutputValue = area == 0 ? .null : .text("E0100000\(area)")
                return OutputRow(
                    [.text(id), .text("The \(id)"), .text(kind), code, .text("made up")],
                    shape: .point(Point(x: x, y: 300_500)))
            })
    }

    private static func squares(
        _ name: String, _ grid: CoordinateSystem, _ columns: [String], _ places: [([String], ClosedRange<Int>)]
    ) -> OutputLayer {
        OutputLayer(
            name: name, crs: grid, geometry: .polygons, fields: columns.map { OutputField($0, .text) },
            rows: places.map { values, areas in
                let left = 399_000 + 1_000 * Double(areas.lowerBound)
                let right = 400_000 + 1_000 * Double(areas.upperBound)
                let ring = [(left, 300_000.0), (right, 300_000), (right, 301_000), (left, 301_000), (left, 300_000)]
                return OutputRow(
                    values.map { .text($0) },
                    shape: .polygons(Outline(polygons: [[ring.map { Point(x: $0, y: $1) }]])))
            })
    }
}
