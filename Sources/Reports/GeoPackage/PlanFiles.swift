internal import HubModel
internal import Spatial

/// The plan as files that open in any geographical program.
enum PlanFiles {
    /// Every layer with its style, in one file.
    static func writePackage(_ view: RunView, crs: CoordinateSystem, to path: String) throws {
        let writer = try VectorWriter(path: path, format: .geoPackage)
        let layers = PlanLayers(view: view, crs: crs).all
        for item in layers { try writer.write(layer: item.layer) }
        for item in layers {
            try writer.addStyle(layer: item.layer.name, name: item.style.name, qml: item.style.qml)
        }
        try writer.finish()
    }

    /// The hubs alone, in longitude and latitude.
    static func writeHubs(
        _ view: RunView, crs: CoordinateSystem, degrees: CoordinateTransform, to path: String
    ) throws {
        var layer = PlanLayers(view: view, crs: crs).hubs.layer
        let points = try degrees(view.services.flatMap { $0.hubs.map(\.site.point) })
        for (row, point) in points.enumerated() { layer.rows[row].shape = .point(point) }
        layer.crs = try CoordinateSystem("EPSG:4326")
        let writer = try VectorWriter(path: path, format: .geoJSON)
        try writer.write(layer: layer)
        try writer.finish()
    }
}
