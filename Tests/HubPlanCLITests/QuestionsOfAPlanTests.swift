import Foundation
import HubPlanTestSupport
import Testing

/// `frontier`, `options` and `why` on the fictional district, as somebody at a terminal would run them.
@Suite struct QuestionsOfAPlanTests {
    private let study = "Fixtures/saltmouth/study.yaml"

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func aFrontierIsToldAndWritten() throws {
        let scratch = try ScratchFolder()
        let out = scratch.file("frontier")
        let told = try Command("frontier", study, "--share", "0:1", "--prove", "--quiet", "--out", out)
        #expect(told.status == 0 && told.errors.isEmpty, "\(told.errors)")
        #expect(told.output.contains("proved") && told.output.contains("rather than 0"))
        let again = try Command("frontier", study, "--prove", "--quiet", "--json", "--threads", "1", "--out", out)
        #expect(try object(again.output)["schema"] as? String == "hubplan-frontier/1")
        #expect(try String(contentsOfFile: out + "/frontier.json", encoding: .utf8) + "\n" == again.output)
    }

    @Test func badRangesAreSentences() throws {
        for arguments in [
            ["--share", "1:0"], ["--share", "0:2"], ["--hubs", "5:2"], ["--rules", "a,,b"], ["--rules", "wards"],
        ] {
            let failed = try Command(["frontier", study, "--quiet"] + arguments)
            #expect(failed.status == 2, "\(arguments): \(failed.status) \(failed.errors)")
        }
    }

    @Test func optionsAreListsThatEvaluateReads() throws {
        let scratch = try ScratchFolder()
        let out = scratch.file("options")
        let told = try Command(
            "options", study, "--service", "youngFutures", "--count", "2", "--within", "30%", "--differ", "1",
            "--apart",
            "500m", "--prove", "--quiet", "--out", out)
        #expect(told.status == 0, "\(told.output) \(told.errors)")
        #expect(FileManager.default.fileExists(atPath: out + "/option-2.csv"))
        let failed = try Command("options", study, "--apart", "far", "--quiet", "--out", out)
        #expect(failed.status == 2)
    }

    @Test func whyAnswersAboutARun() throws {
        let scratch = try ScratchFolder()
        let run = scratch.file("run")
        #expect(try Command("solve", study, "--prove", "--quiet", "--out", run).status == 0)
        let all = try Command(
            "why", run, "--study", study, "--all", "--prove", "--quiet", "--out", scratch.file("sites.csv"))
        #expect(all.status == 0, "\(all.errors)")
        #expect(all.output.contains("What the plan loses without each of its hubs"))
        let rows = String(decoding: try scratch.read("sites.csv"), as: UTF8.self).split(separator: "\n")
        let id = try #require(rows.dropFirst().first?.split(separator: ",")[1])
        let one = try Command("why", run, String(id), "--study", study, "--prove", "--quiet")
        #expect(one.status == 0 && one.output.contains("is one of the"), "\(one.errors)")
        #expect(try Command("why", run, "--study", study).status == 2)
        #expect(try Command("why", run, "Atlantis", "--study", study, "--quiet").status == 2)
    }
}
