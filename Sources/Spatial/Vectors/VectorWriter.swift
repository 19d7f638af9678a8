internal import CGDAL
internal import Glibc

/// Writes layers to one file, whole or not at all: aside in the same folder first, renamed into place by `finish`.
///
/// Without `finish`, and after any failure, nothing is left behind and an older file of the name stays as it was.
/// The same layers give the same bytes. Belongs to one task at a time.
package final class VectorWriter {
    package enum Format: String, Sendable, CaseIterable {
        /// Many layers, styles and descriptions in one file.
        case geoPackage = "GPKG"
        /// One layer in longitude and latitude, as RFC 7946 wants it, with 7 decimals (about a centimetre).
        case geoJSON = "GeoJSON"
        /// One layer. Points become columns `X` and `Y`; lines and polygons a column `WKT`.
        case csv = "CSV"
        /// An OpenDocument spreadsheet: a sheet for each layer, without shapes.
        case ods = "ODS"

        fileprivate var holdsManyLayers: Bool { self == .geoPackage || self == .ods }

        fileprivate func options(for layer: OutputLayer) -> [String] {
            switch self {
            case .geoPackage: ["DESCRIPTION=\(layer.description)", "GEOMETRY_NAME=geom", "SPATIAL_INDEX=YES"]
            case .geoJSON:
                ["RFC7946=YES", "COORDINATE_PRECISION=7"]
                    + (layer.description.isEmpty ? [] : ["DESCRIPTION=\(layer.description)"])
            case .csv:
                switch layer.geometry {
                case .none: ["STRING_QUOTING=IF_NEEDED"]
                case .point: ["GEOMETRY=AS_XY", "STRING_QUOTING=IF_NEEDED"]
                case .lines, .polygons: ["GEOMETRY=AS_WKT", "STRING_QUOTING=IF_NEEDED"]
                }
            case .ods: []
            }
        }
    }

    package let path: String
    private let format: Format
    private let partial: String
    /// nil once the file is finished or given up.
    private var dataset: GDALDatasetH?
    private var geometryKinds: [String: OutputLayer.GeometryKind] = [:]

    /// - Throws: `SpatialError` when nothing can be written there.
    package init(path: String, format: Format) throws {
        self.path = path
        self.format = format
        partial = try PartialFile(for: path, ending: ".\(format.rawValue.lowercased())").path
        dataset = try Self.run { complaints in
            let driver = GDALGetDriverByName(format.rawValue)
            guard let dataset = GDALCreate(driver, partial, 0, 0, 0, GDT_Unknown, nil) else {
                throw SpatialError("The file \(path) cannot be written: \(complaints.reason).")
            }
            return dataset
        }
    }

    deinit {
        giveUp()
    }

    /// Adds a layer with all its rows.
    package func write(layer: OutputLayer) throws {
        try write(layer: layer, rows: layer.rows)
    }

    /// Adds a layer whose rows are made as they are written, so that they need not be held.
    /// - Parameters:
    ///   - layer: its own rows are passed over.
    ///   - rows: in the layer's place.
    package func write(layer: OutputLayer, rows: some Sequence<OutputRow>) throws {
        try attempt { dataset, complaints in
            guard geometryKinds[layer.name] == nil, format.holdsManyLayers || geometryKinds.isEmpty else {
                throw failure("layer \"\(layer.name)\"", "the file has a layer already that it cannot stand beside")
            }
            geometryKinds[layer.name] = layer.geometry
            try LayerWriter(dataset: dataset, path: path, layer: layer, options: format.options(for: layer)).write(
                complaints, rows: rows)
        } explain: {
            failure("layer \"\(layer.name)\"", $0)
        }
    }

    /// Stores a QGIS style with a layer of a GeoPackage, as its default style.
    /// - Parameters:
    ///   - layer: A layer that was written before.
    ///   - name: What QGIS lists the style as.
    ///   - qml: The style in QGIS's own XML.
    package func addStyle(layer: String, name: String, qml: String) throws {
        try attempt { dataset, complaints in
            guard format == .geoPackage, let geometry = geometryKinds[layer] else {
                throw failure("a style for layer \"\(layer)\"", "only a layer of this GeoPackage can have one")
            }
            try StyleTable(dataset: dataset).add(
                layer: layer, geometryColumn: geometry == .none ? "" : "geom", name: name, qml: qml, complaints
            )
        } explain: {
            failure("a style for layer \"\(layer)\"", $0)
        }
    }

    /// Closes the file and puts it in its place, over an older one.
    package func finish() throws {
        try attempt { dataset, _ in
            self.dataset = nil
            GDALClose(dataset)
            // The driver tells nobody when it cannot add to its archive, so look.
            if format == .ods { _ = try VectorFile.layerNames(partial) }
        } explain: {
            failure("the whole file", $0)
        }
        guard rename(partial, path) == 0 else {
            let reason = String(cString: strerror(errno))
            giveUp()
            throw failure("the finished file", "it cannot be put in its place (\(reason))")
        }
    }
}

extension VectorWriter {
    /// Runs with GDAL's clock stopped, so that files tell nothing of when they were made.
    private static func run<Result>(_ work: (GDAL.Complaints) throws -> Result) rethrows -> Result {
        let settings = [
            ("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z"),
            // The file is renamed only when whole, so waiting for the disk at each step buys nothing.
            ("OGR_SQLITE_SYNCHRONOUS", "OFF"),
        ]
        for (key, value) in settings { CPLSetThreadLocalConfigOption(key, value) }
        defer { for (key, _) in settings { CPLSetThreadLocalConfigOption(key, nil) } }
        return try GDAL.run(work)
    }

    /// Runs a step on the open file; when it fails in any way the file is given up.
    private func attempt(
        _ step: (GDALDatasetH, GDAL.Complaints) throws -> Void, explain: (String) -> SpatialError
    ) throws {
        guard let dataset else { throw explain("the file is finished, or was given up after an earlier failure") }
        do {
            try Self.run { complaints in
                try step(dataset, complaints)
                if !complaints.failures.isEmpty { throw explain(complaints.reason) }
            }
        } catch {
            giveUp()
            throw error
        }
    }

    private func failure(_ what: String, _ reason: String) -> SpatialError {
        SpatialError("Writing \(what) to \(path) failed: \(reason).")
    }

    private func giveUp() {
        if let dataset {
            self.dataset = nil
            Self.run { _ in GDALClose(dataset) }
        }
        unlink(partial)
        unlink(partial + "-journal")
    }
}
