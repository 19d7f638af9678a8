import Foundation
import HubPlanTestSupport
import Testing

/// `hubplan data`, as somebody at a terminal would use it.
@Suite struct DataTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func theListNamesEachFileItsLicenceAndItsUse() throws {
        let list = try Command("data", "list")
        #expect(list.status == 0)
        #expect(list.output.contains("English indices of deprivation 2025, File 7"))
        #expect(list.output.contains("Open Government Licence v3.0"))
        #expect(list.output.contains("stays yours, never copied"))
        let json = try object(Command("data", "list", "--json").output)
        let files = try #require(json["files"] as? [[String: Any]])
        #expect(files.count == 18)
        #expect(files.count { $0["need"] as? String == "needed" } == 6)
    }

    @Test func theListTellsWhatLiesInAFolder() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.write("places of mine.csv", "LSOA21CD,RUC21CD\nE01000001,UN1\n")
        let list = try Command("data", "list", scratch.path)
        #expect(list.status == 0)
        #expect(list.output.contains("found: places of mine.csv"))
    }

    @Test func aFolderWithoutTheNeededFilesIsASentence() throws {
        let scratch = try ScratchFolder()
        let build = try Command("data", "build", scratch.path, "--out", scratch.file("england.gpkg"))
        #expect(build.status == 2)
        #expect(build.errors.contains("nothing can be made without it"))
        #expect(build.output.isEmpty)
        #expect(try scratch.names().isEmpty)
        let nowhere = try Command("data", "build", scratch.file("none"), "--out", scratch.file("england.gpkg"))
        #expect(nowhere.status == 2)
        #expect(nowhere.errors.contains("There is no folder"))
    }
}
