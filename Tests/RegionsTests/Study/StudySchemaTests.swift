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

    @Test(arguments: StudyForm.allCases)
    func theSameFields(_ form: StudyForm) throws {
        let definition = try #require(try schema().definitions[form.rawValue])
        #expect(Set(definition.properties.keys) == Set(form.fields))
        #expect(Set(definition.required ?? []).isSubset(of: form.fields))
        #expect(!definition.additionalProperties)
    }
}
