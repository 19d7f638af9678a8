internal import CGDAL

/// Reads layers from any vector file that GDAL knows, gzip and zip included.
package enum VectorFile {
    /// The names of a file's layers, in its own order.
    /// - Throws: `SpatialError` when the file is missing, damaged or not what its name says.
    package static func layerNames(_ path: String) throws -> [String] {
        try GDAL.run { complaints in
            let dataset = try OpenDataset(path, complaints)
            return dataset.layerNames
        }
    }

    /// The names of a layer's columns, without reading its rows.
    package static func columnNames(_ path: String, layer: String? = nil) throws -> [String] {
        try GDAL.run { complaints in
            let dataset = try OpenDataset(path, complaints)
            return LayerReader.fields(of: try dataset.layer(layer), dataset).map(\.name)
        }
    }

    /// The files in a zip archive, as paths that other readers take: `places.zip/wards.shp`, ascending.
    /// - Throws: `SpatialError` when the archive is missing or damaged.
    package static func files(inArchive path: String) throws -> [String] {
        try GDAL.run { complaints in
            guard let list = VSIReadDirRecursive("/vsizip/" + path) else {
                throw SpatialError("The archive \(path) is missing, damaged or empty: \(complaints.reason).")
            }
            defer { CSLDestroy(list) }
            var files: [String] = []
            var next = list
            while let name = FieldReader.text(next.pointee) {
                if !name.hasSuffix("/") { files.append(path + "/" + name) }
                next += 1
            }
            return files.sorted()
        }
    }

    /// What each layer of a file holds, without reading its rows, in the file's own order.
    /// - Throws: `SpatialError` when the file is missing, damaged or not what its name says.
    package static func summaries(_ path: String) throws -> [LayerSummary] {
        try GDAL.run { complaints in
            let dataset = try OpenDataset(path, complaints)
            return try dataset.layerNames.map { name in
                let layer = try dataset.layer(name)
                return LayerSummary(
                    name: name, columns: LayerReader.fields(of: layer, dataset).map(\.name),
                    geometry: OutputLayer.GeometryKind(ogr: OGR_L_GetGeomType(layer)))
            }
        }
    }

    /// One layer, whole.
    /// - Parameters:
    ///   - path: The file, as GDAL names it.
    ///   - layer: Its name; may be left out when the file has one layer only.
    ///   - columns: The columns wanted; nil reads all. They come in the file's order.
    /// - Throws: `SpatialError` when the file is missing, damaged or not what its name says, when it has no such layer
    ///   or column (telling which there are), or when a shape is of a kind that hubplan cannot use.
    package static func read(_ path: String, layer: String? = nil, columns: Set<String>? = nil) throws -> VectorLayer {
        try GDAL.run { complaints in
            let dataset = try OpenDataset(path, complaints)
            return try LayerReader(dataset: dataset, layer: try dataset.layer(layer), columns: columns)
                .read(complaints)
        }
    }
}

/// A dataset open for reading.
final class OpenDataset {
    let source: SourceFile
    private let handle: GDALDatasetH

    /// - Parameters:
    ///   - path: the file.
    ///   - streams: whether compressed tables are read as they are unpacked, instead of unpacked whole into memory.
    ///   - complaints: of GDAL.
    init(_ path: String, streams: Bool = false, _ complaints: GDAL.Complaints) throws {
        let source = try SourceFile(path, streams: streams, complaints)
        let drivers = source.kind.map { GDALStringList($0.drivers) }
        let options = source.kind.map { GDALStringList($0.options) }
        let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
        let opened = withExtendedLifetime((drivers, options)) {
            GDALOpenEx(source.gdalPath, flags, drivers?.constant, options?.constant, nil)
        }
        guard let opened else {
            let title =
                source.kind.map { "what its name says, \($0.title)" } ?? "a file of places or a table that GDAL knows"
            throw SpatialError("The file \(path) is not \(title), or it is damaged: \(complaints.reason).")
        }
        self.source = source
        handle = opened
    }

    deinit {
        GDALClose(handle)
    }

    var layerNames: [String] {
        (0..<GDALDatasetGetLayerCount(handle)).compactMap { number in
            FieldReader.text(OGR_L_GetName(GDALDatasetGetLayer(handle, number)))
        }
    }

    /// The named layer, or the only one. A table of QGIS styles does not count as a layer of its own.
    func layer(_ name: String?) throws -> OGRLayerH {
        let names = layerNames
        let there = names.isEmpty ? "it has none" : "layers there are: \(names.joined(separator: ", "))"
        guard let wanted = name else {
            let places = names.indices.filter { names[$0] != "layer_styles" }
            guard places.count == 1, let layer = GDALDatasetGetLayer(handle, Int32(places[0])) else {
                throw SpatialError(
                    "The file \(source.path) does not have exactly one layer, so one must be named; \(there).")
            }
            return layer
        }
        guard let number = names.firstIndex(of: wanted), let layer = GDALDatasetGetLayer(handle, Int32(number)) else {
            throw SpatialError("The file \(source.path) has no layer \"\(wanted)\"; \(there).")
        }
        return layer
    }
}

/// Reads the rows of one layer.
struct LayerReader {
    let dataset: OpenDataset
    let layer: OGRLayerH
    let name: String
    let fields: [FieldReader]

    static func fields(of layer: OGRLayerH, _ dataset: OpenDataset) -> [FieldReader] {
        let definition = OGR_L_GetLayerDefn(layer)
        let count = OGR_FD_GetFieldCount(definition)
        return (0..<(dataset.source.hasOneColumn ? min(1, count) : count)).compactMap { index in
            OGR_FD_GetFieldDefn(definition, index).map { FieldReader($0, index: index) }
        }
    }

    init(dataset: OpenDataset, layer: OGRLayerH, columns: Set<String>?) throws {
        self.dataset = dataset
        self.layer = layer
        name = FieldReader.text(OGR_L_GetName(layer)) ?? ""
        let all = Self.fields(of: layer, dataset)
        let names = all.map(\.name)
        if let missing = columns?.subtracting(names).min() {
            throw SpatialError(
                "The file \(dataset.source.path), layer \"\(name)\", has no column \"\(missing)\"; "
                    + "columns there are: \(names.joined(separator: ", "))."
            )
        }
        fields = all.filter { columns?.contains($0.name) ?? true }
        let ignored = GDALStringList(columns.map { wanted in names.filter { !wanted.contains($0) } } ?? [])
        _ = withExtendedLifetime(ignored) {
            OGR_L_SetIgnoredFields(layer, UnsafeMutablePointer(mutating: ignored.constant))
        }
    }

    func read(_ complaints: GDAL.Complaints) throws -> VectorLayer {
        var values = Array(repeating: [String?](), count: fields.count)
        var shapes: [Shape?] = []
        OGR_L_ResetReading(layer)
        while let feature = OGR_L_GetNextFeature(layer) {
            defer { OGR_F_Destroy(feature) }
            for (column, field) in fields.enumerated() {
                values[column].append(field(feature))
            }
            do {
                shapes.append(try Shape(ogr: OGR_F_GetGeometryRef(feature)))
            } catch let refusal as Shape.Refusal {
                throw SpatialError(
                    "The file \(dataset.source.path), layer \"\(name)\", row \(shapes.count + 1): \(refusal.reason).")
            }
        }
        guard complaints.failures.isEmpty else {
            throw SpatialError(
                "The file \(dataset.source.path), layer \"\(name)\", cannot be read beyond row \(shapes.count): "
                    + "\(complaints.reason)."
            )
        }
        return VectorLayer(
            path: dataset.source.path, name: name, columns: fields.map(\.name), values: values, shapes: shapes,
            crs: try coordinateSystem()
        )
    }

    private func coordinateSystem() throws -> CoordinateSystem? {
        guard let given = OGR_L_GetSpatialRef(layer), OSRIsGeographic(given) != 0 || OSRIsProjected(given) != 0,
            let system = OSRClone(given)
        else { return nil }
        defer { OSRRelease(system) }
        // Heights are dropped from shapes, so from their system too.
        OSRDemoteTo2D(system, nil)
        if let authority = OSRGetAuthorityName(system, nil), let code = OSRGetAuthorityCode(system, nil) {
            return try CoordinateSystem("\(String(cString: authority)):\(String(cString: code))")
        }
        var text: UnsafeMutablePointer<CChar>?
        defer { VSIFree(text) }
        let options = GDALStringList(["FORMAT=WKT2_2019"])
        guard withExtendedLifetime(options, { OSRExportToWktEx(system, &text, options.constant) }) == OGRERR_NONE,
            let text
        else { return nil }
        return try CoordinateSystem(String(cString: text))
    }
}
