internal import Digests
internal import Foundation
internal import HubModel
internal import Spatial

/// Writes the package: a GeoPackage and its description, each whole or not at all.
struct PackageWriter {
    /// Of the GeoPackage.
    let path: String
    private let file: VectorWriter

    /// - Throws: `OpenDataError` for a name that is no GeoPackage's; `SpatialError` when it cannot be written there.
    init(path: String) throws {
        guard path.lowercased().hasSuffix(".gpkg") else {
            throw OpenDataError("The package is a GeoPackage: give it a name that ends in .gpkg, not \"\(path)\".")
        }
        self.path = path
        file = try VectorWriter(path: path, format: .geoPackage)
    }

    /// Where the description stands: `england.datapackage.json` beside `england.gpkg`.
    var descriptionPath: String {
        (path.lowercased().hasSuffix(".gpkg") ? String(path.dropLast(5)) : path) + ".datapackage.json"
    }

    /// - Throws: `SpatialError` or `OpenDataError` when it cannot be written.
    func write(_ layers: [PackageLayer], grid: CoordinateSystem, log: BuildLog) throws {
        for layer in layers { try file.write(layer: layer.output(crs: grid)) }
        try file.finish()
        let url = URL(fileURLWithPath: path)
        let description: Data
        do {
            description = try PackageDescription(
                package: url.lastPathComponent, bytes: try Data(contentsOf: url).count,
                digest: SHA256.digest(ofFile: url), layers: layers, log: log
            ).json()
            try description.write(to: URL(fileURLWithPath: descriptionPath), options: .atomic)
        } catch {
            throw OpenDataError(
                "The description \(descriptionPath) cannot be written; check that its folder may be written to. "
                    + "The package itself, \(path), is whole.")
        }
    }
}
