internal import CGDAL

/// Writes the rows of one layer into an open dataset.
struct LayerWriter {
    let dataset: GDALDatasetH
    /// For messages.
    let path: String
    let layer: OutputLayer
    /// The driver's own options for the layer.
    let options: [String]

    /// - Parameter rows: in place of the layer's own.
    func write(_ complaints: GDAL.Complaints, rows: some Sequence<OutputRow>) throws {
        let system = try spatialReference()
        defer { if let system { OSRRelease(system) } }
        let options = GDALStringList(options)
        guard let target = GDALDatasetCreateLayer(dataset, layer.name, system, layer.geometry.ogr, options.pointer)
        else {
            throw failure(complaints.reason)
        }
        for field in layer.fields {
            let definition = OGR_Fld_Create(field.name, field.kind.ogr)
            defer { OGR_Fld_Destroy(definition) }
            guard OGR_L_CreateField(target, definition, 1) == OGRERR_NONE else { throw failure(complaints.reason) }
        }
        let isTransaction = GDALDatasetStartTransaction(dataset, 0) == OGRERR_NONE
        // A driver without transactions says so as an error; that is no failure of ours.
        if !isTransaction { complaints.forget() }
        let definition = OGR_L_GetLayerDefn(target)
        for (number, row) in rows.enumerated() {
            let feature = OGR_F_Create(definition)
            defer { OGR_F_Destroy(feature) }
            try fill(feature, from: row, number: number)
            guard OGR_L_CreateFeature(target, feature) == OGRERR_NONE else {
                throw failure("row \(number + 1): \(complaints.reason)")
            }
        }
        if isTransaction, GDALDatasetCommitTransaction(dataset) != OGRERR_NONE { throw failure(complaints.reason) }
    }

    private func fill(_ feature: OGRFeatureH?, from row: OutputRow, number: Int) throws {
        guard row.values.count == layer.fields.count else {
            throw failure("row \(number + 1) has \(row.values.count) values for \(layer.fields.count) fields")
        }
        for (index, (field, value)) in zip(layer.fields, row.values).enumerated() {
            let index = Int32(index)
            switch (value, field.kind) {
            case (.null, _): OGR_F_SetFieldNull(feature, index)
            case (.text(let text), .text): OGR_F_SetFieldString(feature, index, text)
            case (.integer(let whole), .integer): OGR_F_SetFieldInteger64(feature, index, whole)
            case (.integer(let whole), .real): OGR_F_SetFieldDouble(feature, index, Double(whole))
            case (.real(let real), .real) where real.isFinite: OGR_F_SetFieldDouble(feature, index, real)
            default:
                throw failure(
                    "row \(number + 1), field \(field.name): \(value) is no value of kind \(field.kind.rawValue)")
            }
        }
        guard let shape = row.shape else { return }
        guard shape.kind == layer.geometry else {
            throw failure(
                "row \(number + 1) has a shape of kind \(shape.kind.rawValue), the layer \(layer.geometry.rawValue)")
        }
        OGR_F_SetGeometryDirectly(feature, shape.makeOGR())
    }

    /// The layer's coordinate system for GDAL, x before y; nil for a layer that states none.
    private func spatialReference() throws -> OGRSpatialReferenceH? {
        guard let crs = layer.crs, layer.geometry != .none else { return nil }
        let system = OSRNewSpatialReference(nil)
        guard OSRSetFromUserInput(system, crs.definition) == OGRERR_NONE else {
            OSRRelease(system)
            throw failure("GDAL does not know the coordinate system \(crs.title)")
        }
        OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
        return system
    }

    private func failure(_ reason: String) -> SpatialError {
        SpatialError("Writing layer \"\(layer.name)\" to \(path) failed: \(reason).")
    }
}

extension OutputField.Kind {
    fileprivate var ogr: OGRFieldType {
        switch self {
        case .text: OFTString
        case .integer: OFTInteger64
        case .real: OFTReal
        }
    }
}
