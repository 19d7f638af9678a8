import Foundation
import HubPlanTestSupport
import Testing

/// `hubplan init` as typed: what goes together and what does not.
@Suite struct InitTests {
    @Test func aFormIsWrittenWithoutAPlace() throws {
        let scratch = try ScratchFolder()
        let file = scratch.file("form.yaml")
        let done = try Command("init", file, "--name", "Hubs for Ore")
        #expect(done.status == 0, "\(done.errors)")
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("name: \"Hubs for Ore\""))
        let again = try Command("init", file)
        #expect(again.status == 2)
        #expect(again.errors.contains("is there already"))
    }

    @Test(arguments: [
        (["--place", "Ore", "--polygon", "a.gpkg"], "not both"), (["a.yaml", "--out", "b.yaml"], "give one"),
        (["--place", "Ore", "--name", "x"], "for a form"), (["--count", "3"], "need a --place"),
        (["--place", "Ore", "--count", "0"], "from 1 to"), (["--place", "Ore", "--buffer", "far"], "not a distance"),
        (["--place", "Ore", "--buffer", "200km"], "not between 0 and 100km"),
        (["--place", "Ore", "--from", "nowhere.gpkg"], "The package nowhere.gpkg is missing"),
    ])
    func whatDoesNotGoTogetherIsSaid(_ arguments: [String], _ words: String) throws {
        let done = try Command(["init"] + arguments)
        #expect(done.status == 2)
        #expect(done.errors.contains(words), "\(done.errors)")
    }
}
