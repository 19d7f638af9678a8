import Foundation
import HubPlanTestSupport
import Testing

/// `hubplan tables`
@Suite struct TablesTests {
    @Test func schemasAreJSONAndListsAreWords() throws {
        let overview = try Command("tables")
        #expect(overview.status == 0)
        #expect(overview.output.contains("voices"))
        let schema = try Command("tables", "list", "--json")
        let object = try JSONSerialization.jsonObject(with: Data(schema.output.utf8)) as? [String: Any]
        #expect((object?["fields"] as? [[String: Any]])?.first?["name"] as? String == "id")
        #expect(try Command("tables", "list").output.hasPrefix("list.csv: "))
    }

    @Test(arguments: [
        (["tables", "liste"], "Did you mean 'list'?"), (["tables", "--json"], "needs the name of a table"),
    ])
    func mistakesEndWithTwo(arguments: [String], part: String) throws {
        let command = try Command(arguments)
        #expect(command.status == 2)
        #expect(command.errors.contains(part), "\(command.errors)")
    }
}
