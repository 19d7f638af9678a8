internal import CGDAL

/// What one layer of a file holds, as far as the file declares it.
package struct LayerSummary: Sendable {
    package var name: String
    package var columns: [String]
    /// nil when the file mixes kinds or does not say.
    package var geometry: OutputLayer.GeometryKind?
}

extension OutputLayer.GeometryKind {
    /// nil for a type that mixes kinds, or that hubplan has no use for.
    init?(ogr type: OGRwkbGeometryType) {
        switch OGR_GT_Flatten(type) {
        case wkbNone: self = .none
        case wkbPoint: self = .point
        case wkbLineString, wkbMultiLineString: self = .lines
        case wkbPolygon, wkbMultiPolygon, wkbCurvePolygon, wkbMultiSurface: self = .polygons
        default: return nil
        }
    }
}
