import Foundation
import Testing

@testable import Regions

/// The schema for editors and the decoder know the same fields.
struct StudySchemaTests {
    private struct Schema: Decodable {
        struct Form: Decodable {
            var properties: [String: Property]
            var required: [String]?
            var additionalProperties: Bool
        }
        struct Property: Decodable {}
        var definitions: [String: Form]
        enum CodingKeys: String, CodingKey { case definitions = "$defs" }
    }

    private func schema() throws -> Schema {
        let file = EnglandData.packageRoot.appendingPathComponent("Sources/Regions/Study/study.schema.json")
        return try JSONDecoder().decode(Schema.self, from: Data(contentsOf: file))
    }

    @Test func theSameForms() throws {
        #expect(try Set(schema().definitions.keys) == Set(StudyForm.allCases.map(\.rawValue)))
    }

    /// Editors find the schema from each committed study.
    @Test(arguments: [
        "saltmouth/study", "studies/england/hastings", "studies/england/young-futures", "studies/england/both-services",
        "studies/england/rules",
    ])
    func theStudiesPointAtIt(_ study: String) throws {
        let file = EnglandData.packageRoot.appendingPathComponent("Fixtures/\(study).yaml")
        let first = try #require(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first)
        let path = try #require(first.split(separator: "=").last)
        #expect(first.hasPrefix("# yaml-language-server: $schema="))
        let target = file.deletingLastPathComponent().appendingPathComponent(String(path)).standardizedFileURL
        #expect(target.lastPathComponent == "study.schema.json")
        #expect(FileManager.default.fileExists(atPath: target.path))
    }

    @Test(arguments: StudyForm.allCases)
    func theSameFields(_ form: StudyForm) throws {
        let definition = try #require(try schema().definitions[form.rawValue])
        #expect(Set(definition.properties.keys) == Set(form.fields))
        #expect(Set(definition.required ?? []).isSubset(of: form.fields))
        #expect(!definition.additionalProperties)
    }
}
