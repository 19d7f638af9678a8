internal import HubModel
internal import Spatial

/// A place drawn on a map: the polygons of any layer that GDAL reads.
struct DrawnOutline {
    let outlines: [Outline]

    /// - Parameter layer: nil when the file has one only.
    /// - Throws: when the file has no polygons, or does not say which coordinate system it is in.
    init(path: String, layer: String?) throws {
        let data = try VectorFile.read(path, layer: layer, columns: [])
        guard let system = data.crs else {
            throw OpenDataError(
                "The file \(path) does not say which coordinate system it is in. Save it with one, as a GeoPackage or "
                    + "as GeoJSON.")
        }
        let drawn = data.shapes.compactMap { shape -> Outline? in
            if case .polygons(let outline)? = shape { outline } else { nil }
        }
        guard !drawn.isEmpty else {
            throw OpenDataError("The file \(path) holds no polygon. Draw the outline of the place as one.")
        }
        let grid = try CoordinateSystem("EPSG:27700")
        let moved = system == grid ? drawn : try CoordinateTransform(from: system, to: grid)(drawn)
        outlines = try moved.map { try Geometry.repaired($0).outline }
    }
}
