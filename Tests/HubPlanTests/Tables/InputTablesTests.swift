import Foundation
import HubModel
import HubPlanTestSupport
import Regions
import Testing

@testable import HubPlan

/// The tables that hubplan reads are as their schemas say.
@Suite struct InputTablesTests {
    private static let names = ["list", "voices", "journeys", "areas", "sites"]

    private func fields(_ name: String) throws -> [[String: Any]] {
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(InputTables.schema(name).utf8)) as? [String: Any])
        return try #require(schema["fields"] as? [[String: Any]])
    }

    @Test("Each has a schema in which every column says what it means, and numbers of what", arguments: names)
    func schemas(name: String) throws {
        let fields = try fields(name)
        #expect(Set(fields.compactMap { $0["name"] as? String }).count == fields.count)
        for field in fields {
            let column = try #require(field["name"] as? String)
            #expect((field["description"] as? String)?.hasSuffix(".") == true, "\(name), \(column)")
            let isNumber = ["number", "integer"].contains(field["type"] as? String)
            #expect(!isNumber || field["unit"] is String || ["x", "y"].contains(column), "\(name), \(column)")
            #expect(try InputTables.text(name).contains("  \(column) ("))
        }
        #expect(InputTables.overview.contains("  \(name) "))
    }

    @Test("A name that no table has is answered with those there are")
    func unknown() {
        let error = #expect(throws: HubPlanError.self) { try InputTables.text("voice") }
        #expect(error?.description.contains("Did you mean 'voices'?") == true)
        #expect(throws: HubPlanError.self) { try InputTables.schema("hubs") }
    }

    @Test("The form that init writes names every column of its areas and sites that has no other use")
    func formColumns() {
        let form = StudyTemplate().yaml
        for column in FormTables.areas.columns + FormTables.sites.columns {
            #expect(form.contains(column.name), "\(column.name)")
        }
    }

    @Test("Only what is needed of voices is asked for, and each stance is known")
    func voices() throws {
        let fields = try fields("voices")
        func isNeeded(_ field: [String: Any]) -> Bool {
            (field["constraints"] as? [String: Any])?["required"] as? Bool == true
        }
        #expect(fields.filter(isNeeded).compactMap { $0["name"] as? String } == ["stance", "who", "date"])
        let stance = try #require(fields.first { $0["name"] as? String == "stance" })
        #expect((stance["constraints"] as? [String: Any])?["enum"] as? [String] == ["support", "object", "veto"])
    }
}
