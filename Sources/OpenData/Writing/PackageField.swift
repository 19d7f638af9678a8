internal import Spatial

/// A column of the package, as the GeoPackage and its description have it.
struct PackageField: Sendable {
    let name: String
    let kind: OutputField.Kind
    /// What the numbers count or measure; nil for text and for numbers without a unit.
    let unit: String?
    let description: String

    static func text(_ name: String, _ description: String) -> PackageField {
        PackageField(name: name, kind: .text, unit: nil, description: description)
    }

    static func whole(_ name: String, _ unit: String?, _ description: String) -> PackageField {
        PackageField(name: name, kind: .integer, unit: unit, description: description)
    }
}

/// A layer of the package with its rows.
struct PackageLayer {
    let name: String
    /// A whole sentence.
    let description: String
    let geometry: OutputLayer.GeometryKind
    let fields: [PackageField]
    let rows: [OutputRow]

    /// For the GeoPackage.
    func output(crs: CoordinateSystem) -> OutputLayer {
        OutputLayer(
            name: name, description: description, crs: crs, geometry: geometry,
            fields: fields.map { OutputField($0.name, $0.kind) }, rows: rows)
    }
}
