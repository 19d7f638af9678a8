import Foundation
import HubPlanTestSupport
import OpenData
import Spatial
import Testing

@Suite("The description beside the package")
struct PackageDescriptionTests {
    private struct Description: Decodable {
        struct Source: Decodable {
            struct License: Decodable { let name: String?, title: String }
            let path: String, hash: String, bytes: Int, license: License, rows: Int
        }
        struct Resource: Decodable {
            struct Dialect: Decodable { let table: String }
            struct Schema: Decodable {
                struct Field: Decodable { let name: String, type: String, unit: String?, description: String }
                let fields: [Field], primaryKey: [String]
            }
            let name: String, path: String, hash: String, bytes: Int, dialect: Dialect, schema: Schema
        }
        let name: String, sources: [Source], resources: [Resource], checks: [Check]
    }

    private func described(_ country: SmallCountry) throws -> Description {
        try country.build()
        return try JSONDecoder().decode(Description.self, from: country.scratch.read("england.datapackage.json"))
    }

    @Test("Every layer is a resource with its columns, in the order that they stand in")
    func resources() throws {
        let country = try SmallCountry()
        let description = try described(country)
        let bytes = try country.scratch.read("england.gpkg").count
        for resource in description.resources {
            #expect(resource.path == "england.gpkg")
            #expect(resource.bytes == bytes)
            #expect(resource.hash.hasPrefix("sha256:"))
            #expect(resource.dialect.table == resource.name)
            #expect(resource.schema.fields.map(\.name) == (try country.layer(resource.name).columns))
            #expect(resource.schema.primaryKey == [resource.schema.fields[0].name])
            #expect(resource.schema.fields.allSatisfy { $0.description.hasSuffix(".") })
        }
        let areas = try #require(description.resources.first { $0.name == EnglandLayers.areas })
        let aged = try #require(areas.schema.fields.first { $0.name == EnglandLayers.AreaColumn.aged(10) })
        #expect(aged.type == "integer")
        #expect(aged.unit == "people")
    }

    @Test("Every source has its path from the folder, digest, size and licence")
    func sources() throws {
        var country = try SmallCountry()
        country["list.csv"] = "WD17CD,Left Behind Area?\nE05000102,TRUE\n"
        let description = try described(country)
        let ruc = try #require(description.sources.first { $0.path == "ruc.csv" })
        // sha256sum of the 100 bytes that the small country writes.
        #expect(ruc.bytes == country["ruc.csv"].utf8.count)
        #expect(ruc.hash.count == 7 + 64)
        #expect(ruc.license.name == "OGL-UK-3.0")
        let list = try #require(description.sources.first { $0.path == "list.csv" })
        #expect(list.license.name == nil)
        #expect(list.license.title == "not stated")
        #expect(description.checks.contains { $0.what == "small areas in England" && !$0.holds })
        #expect(description.sources.allSatisfy { !$0.path.hasPrefix("/") })
    }
}
