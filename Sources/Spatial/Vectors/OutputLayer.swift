/// A layer to be written: values with their kinds, and shapes where it has them.
package struct OutputLayer: Sendable {
    package enum GeometryKind: String, Sendable { case none, point, lines, polygons }

    package var name: String
    /// What the layer holds, in a sentence, for formats that keep one (GeoPackage).
    package var description: String
    /// nil for a table without shapes.
    package var crs: CoordinateSystem?
    package var geometry: GeometryKind
    package var fields: [OutputField]
    /// Each row has one value a field, in their order.
    package var rows: [OutputRow]

    package init(
        name: String, description: String = "", crs: CoordinateSystem? = nil, geometry: GeometryKind = .none,
        fields: [OutputField], rows: [OutputRow] = []
    ) {
        self.name = name
        self.description = description
        self.crs = crs
        self.geometry = geometry
        self.fields = fields
        self.rows = rows
    }
}

package struct OutputField: Hashable, Sendable {
    package enum Kind: String, Sendable { case text, integer, real }

    package var name: String
    package var kind: Kind

    package init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

package struct OutputRow: Hashable, Sendable {
    package var values: [OutputValue]
    package var shape: Shape?

    package init(_ values: [OutputValue], shape: Shape? = nil) {
        self.values = values
        self.shape = shape
    }
}

/// A value of a field. A whole number may stand in a field of reals; nothing else is converted.
package enum OutputValue: Hashable, Sendable {
    case text(String)
    case integer(Int64)
    case real(Double)
    case null
}
