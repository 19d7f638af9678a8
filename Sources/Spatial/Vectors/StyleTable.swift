internal import CGDAL

/// The table `layer_styles` of a GeoPackage, in which QGIS keeps and finds the styles of its layers.
struct StyleTable {
    let dataset: GDALDatasetH

    private static let name = "layer_styles"
    /// QGIS's columns with their widths, 0 for unlimited.
    private static let textColumns: [(name: String, width: Int32)] = [
        ("f_table_catalog", 256), ("f_table_schema", 256), ("f_table_name", 256), ("f_geometry_column", 256),
        ("styleName", 30), ("styleQML", 0), ("styleSLD", 0),
    ]

    /// Adds a default style, making the table on first use.
    func add(layer: String, geometryColumn: String, name: String, qml: String, _ complaints: GDAL.Complaints) throws {
        guard let table = GDALDatasetGetLayerByName(dataset, Self.name) ?? make() else {
            throw SpatialError("The table of styles cannot be made: \(complaints.reason).")
        }
        let definition = OGR_L_GetLayerDefn(table)
        let feature = OGR_F_Create(definition)
        defer { OGR_F_Destroy(feature) }
        func set(_ column: String, _ text: String) {
            OGR_F_SetFieldString(feature, OGR_FD_GetFieldIndex(definition, column), text)
        }
        for (column, _) in Self.textColumns { set(column, "") }
        set("f_table_name", layer)
        set("f_geometry_column", geometryColumn)
        set("styleName", name)
        set("styleQML", qml)
        OGR_F_SetFieldInteger(feature, OGR_FD_GetFieldIndex(definition, "useAsDefault"), 1)
        for column in ["description", "owner", "ui"] { set(column, "") }
        let time = OGR_FD_GetFieldIndex(definition, "update_time")
        // A fixed time, like every other in the file: 100 is GDAL's word for UTC.
        OGR_F_SetFieldDateTime(feature, time, 2000, 1, 1, 0, 0, 0, 100)
        guard OGR_L_CreateFeature(table, feature) == OGRERR_NONE else {
            throw SpatialError("The style of layer \"\(layer)\" cannot be stored: \(complaints.reason).")
        }
    }

    private func make() -> OGRLayerH? {
        let options = GDALStringList([
            "FID=id", "ASPATIAL_VARIANT=GPKG_ATTRIBUTES", "DESCRIPTION=Styles of the layers, as QGIS keeps them",
        ])
        guard let table = GDALDatasetCreateLayer(dataset, Self.name, nil, wkbNone, options.pointer) else { return nil }
        func addField(_ name: String, _ type: OGRFieldType, width: Int32 = 0, isBoolean: Bool = false) {
            let definition = OGR_Fld_Create(name, type)
            defer { OGR_Fld_Destroy(definition) }
            if width > 0 { OGR_Fld_SetWidth(definition, width) }
            if isBoolean { OGR_Fld_SetSubType(definition, OFSTBoolean) }
            OGR_L_CreateField(table, definition, 1)
        }
        for (name, width) in Self.textColumns { addField(name, OFTString, width: width) }
        addField("useAsDefault", OFTInteger, isBoolean: true)
        addField("description", OFTString)
        addField("owner", OFTString, width: 30)
        addField("ui", OFTString, width: 30)
        addField("update_time", OFTDateTime)
        return table
    }
}
