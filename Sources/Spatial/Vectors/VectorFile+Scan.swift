internal import CGDAL

extension VectorFile {
    /// Reads the rows of a table one after another without keeping them.
    /// - Parameters:
    ///   - path: The file, as GDAL names it.
    ///   - columns: The columns wanted. One that the file does not have gives nil in every row.
    ///   - body: Takes the number of a row, counted from 1 below the heading, and its values in the order of `columns`:
    ///     nil where the row has none, "" where it has empty text.
    /// - Returns: The first row with text that is not UTF-8, which was then read as Windows-1252; nil when all of it is.
    /// - Throws: `SpatialError` when the file is missing, damaged or not what its name says; whatever `body` throws.
    @discardableResult
    package static func scan(
        _ path: String, columns: [String], _ body: (_ row: Int, _ values: [String?]) throws -> Void
    ) throws -> Int? {
        try GDAL.run { complaints in
            let dataset = try OpenDataset(path, complaints)
            let layer = try dataset.layer(nil)
            let names = LayerReader.fields(of: layer, dataset).map(\.name)
            let indices = columns.map { wanted in names.firstIndex(of: wanted).map(Int32.init) }
            var values = [String?](repeating: nil, count: columns.count)
            var row = 0
            var firstOther: Int?
            OGR_L_ResetReading(layer)
            while let feature = OGR_L_GetNextFeature(layer) {
                defer { OGR_F_Destroy(feature) }
                row += 1
                for (place, index) in indices.enumerated() {
                    guard let index, OGR_F_IsFieldSetAndNotNull(feature, index) != 0,
                        let text = OGR_F_GetFieldAsString(feature, index)
                    else {
                        values[place] = nil
                        continue
                    }
                    if let valid = String(validatingCString: text) {
                        values[place] = valid
                    } else {
                        values[place] = FieldReader.text(text)
                        firstOther = firstOther ?? row
                    }
                }
                try body(row, values)
            }
            guard complaints.failures.isEmpty else {
                throw SpatialError("The file \(path) cannot be read beyond row \(row): \(complaints.reason).")
            }
            return firstOther
        }
    }
}
