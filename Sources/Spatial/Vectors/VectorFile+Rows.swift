internal import CGDAL

extension VectorFile {
    /// Hands out the rows of a table one by one, so that a file larger than memory can be read.
    /// - Parameters:
    ///   - path: the file, as GDAL names it.
    ///   - layer: its name; may be left out when the file has one layer only.
    ///   - columns: those wanted; nil wants all.
    ///   - start: told the columns that follow, in the file's order.
    ///   - body: given each row's values in the order of those columns, nil for a null.
    /// - Throws: `SpatialError` as reading does, or what `start` or `body` throws.
    package static func forEachRow(
        _ path: String, layer: String? = nil, columns: Set<String>? = nil,
        start: ([String]) throws -> Void = { _ in }, _ body: ([String?]) throws -> Void
    ) throws {
        try GDAL.run { complaints in
            let dataset = try OpenDataset(path, streams: true, complaints)
            try LayerReader(dataset: dataset, layer: try dataset.layer(layer), columns: columns)
                .forEachRow(complaints, start: start, body)
        }
    }
}

extension LayerReader {
    func forEachRow(
        _ complaints: GDAL.Complaints, start: ([String]) throws -> Void, _ body: ([String?]) throws -> Void
    ) throws {
        try start(fields.map(\.name))
        var values = [String?](repeating: nil, count: fields.count)
        var rows = 0
        OGR_L_ResetReading(layer)
        while let feature = OGR_L_GetNextFeature(layer) {
            defer { OGR_F_Destroy(feature) }
            for (column, field) in fields.enumerated() { values[column] = field(feature) }
            try body(values)
            rows += 1
        }
        guard complaints.failures.isEmpty else {
            throw SpatialError(
                "The file \(dataset.source.path), layer \"\(name)\", cannot be read beyond row \(rows): "
                    + "\(complaints.reason).")
        }
    }
}
