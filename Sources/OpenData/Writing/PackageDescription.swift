internal import Foundation
internal import HubModel
internal import Spatial

/// The description of the package in the form of a Data Package (version 2, Frictionless Data): what its layers hold,
/// where each value comes from, with a digest of every source, and what was checked.
struct PackageDescription: Encodable {
    private let schema = "https://datapackage.org/profiles/2.0/datapackage.json"
    private let name = "england-open-data"
    private let title = "England's open data for siting hubs"
    private let description: String
    private let licenses: [License]
    private let sources: [Source]
    private let resources: [Resource]
    private let checks: [Check]
    private let notes: [String]

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case name, title, description, licenses, sources, resources, checks, notes
    }

    /// - Parameters:
    ///   - package: file name of the GeoPackage, which stands beside the description.
    ///   - digest: SHA-256 of its bytes.
    init(package: String, bytes: Int, digest: String, layers: [PackageLayer], log: BuildLog) {
        description =
            "Contains public sector information licensed under the Open Government Licence v3.0. Source: Office for "
            + "National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright "
            + "and database right. Contains Royal Mail data © Royal Mail copyright and database right. None of the bodies "
            + "named endorses it. Of lists whose terms are unstated it holds codes and names only, no value of an index."
        licenses = [License(.openGovernment)]
        sources = log.reads.map(Source.init)
        resources = layers.map { Resource($0, package: package, bytes: bytes, digest: digest) }
        checks = log.checks
        notes = log.notes
    }

    /// The same description, the same bytes.
    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }

    private struct License: Encodable {
        let name: String?
        let title: String
        let path: String?

        init(_ licence: Licence) {
            (name, title, path) = (licence.name, licence.title, licence.path)
        }
    }

    private struct Source: Encodable {
        let title: String
        let publisher: String
        let version: String
        let path: String
        let hash: String
        let bytes: Int
        let license: License
        let rows: Int
        let rowsUsed: Int
        let rowsDropped: [DroppedRows]

        init(_ read: ReadFile) {
            title = read.title
            publisher = read.publisher
            version = read.vintage
            path = read.path
            hash = "sha256:" + read.sha256
            bytes = read.bytes
            license = License(Licence(name: read.licenceName, title: read.licence, path: read.licencePath))
            rows = read.rows
            rowsUsed = read.used
            rowsDropped = read.dropped
        }
    }

    private struct Resource: Encodable {
        let name: String
        let path: String
        let format = "gpkg"
        let mediatype = "application/geopackage+sqlite3"
        let description: String
        let bytes: Int
        let hash: String
        let rowCount: Int
        let geometry: String
        let crs = "EPSG:27700"
        let dialect: Dialect
        let schema: Schema

        init(_ layer: PackageLayer, package: String, bytes: Int, digest: String) {
            name = layer.name
            path = package
            description = layer.description
            self.bytes = bytes
            hash = "sha256:" + digest
            rowCount = layer.rows.count
            geometry = layer.geometry == .point ? "Point" : "MultiPolygon"
            dialect = Dialect(table: layer.name)
            schema = Schema(fields: layer.fields.map(Field.init), primaryKey: layer.fields.prefix(1).map(\.name))
        }
    }

    private struct Dialect: Encodable {
        let table: String
    }

    private struct Schema: Encodable {
        let fields: [Field]
        let primaryKey: [String]
    }

    private struct Field: Encodable {
        let name: String
        let type: String
        let unit: String?
        let description: String

        init(_ field: PackageField) {
            name = field.name
            type = field.kind == .integer ? "integer" : field.kind == .real ? "number" : "string"
            unit = field.unit
            description = field.description
        }
    }
}
