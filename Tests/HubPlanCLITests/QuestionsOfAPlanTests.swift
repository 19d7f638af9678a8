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
        #expect(told.output.contains("Minutes are there and back, estimated"))
        #expect(
            try String(contentsOfFile: out + "/frontier.html", encoding: .utf8).contains("there and back, estimated"))
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
        let page = try String(contentsOfFile: out + "/options.html", encoding: .utf8)
        #expect(
            page.contains("Minutes are there and back, estimated") && told.output.contains("there and back, estimated"))
        let measured = try Command(
            "evaluate", study, "--plan", out + "/option-2.csv", "--no-bound", "--quiet", "--out",
            scratch.file("measured"))
        #expect(measured.status == 0, "\(measured.output) \(measured.errors)")
        let failed = try Command("options", study, "--apart", "far", "--quiet", "--out", out)
        #expect(failed.status == 2)
    }

    /// Where the study's files lay need not be said again; where they are gone, every place is named. A file of the run folder
    /// that bears the name of one of them is not taken for it.
    @Test func aRunIsReadAgainWhereverItWasWritten() throws {
        let scratch = try ScratchFolder()
        _ = try SmallDistrict.write(in: scratch, jobs: 1, sites: "hubs.csv")
        let run = scratch.file("out/deep/run")
        #expect(try Command("solve", scratch.file("study-0.yaml"), "--quiet", "--out", run).status == 0)
        let compared = try Command("compare", run, run, "--out", scratch.file("compared"))
        #expect(compared.status == 0, "\(compared.errors)")
        #expect(compared.output.contains("Minutes are there and back, estimated"))
        #expect(compared.output.contains("The plans have the same hubs."))
        let page = try String(contentsOfFile: scratch.file("compared/compare.html"), encoding: .utf8)
        // Seen on a narrow screen, too.
        #expect(page.contains("<th scope=\"col\">Plan</th><th scope=\"col\">Rules</th>"))
        #expect(page.contains("Minutes are there and back, estimated"))
        #expect(try Command("why", run, "s4", "--quiet").status == 0)
        try FileManager.default.createDirectory(atPath: scratch.file("elsewhere"), withIntermediateDirectories: false)
        for name in ["areas.csv", "hubs.csv"] {
            try FileManager.default.moveItem(atPath: scratch.file(name), toPath: scratch.file("elsewhere/" + name))
        }
        let lost = try Command("compare", run, run)
        #expect(lost.status == 2, "\(lost.output)")
        #expect(lost.errors.contains("looked in \(scratch.path), "), "\(lost.errors)")
        #expect(lost.errors.contains(run) && lost.errors.contains("--data DIR"), "\(lost.errors)")
        #expect(try Command("compare", run, run, "--data", scratch.file("elsewhere")).status == 0)
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
        #expect(Set(rows.dropFirst().compactMap { $0.split(separator: ",").first }) == ["youngFutures", "earlyYears"])
        let id = try #require(rows.dropFirst().first?.split(separator: ",")[2])
        let one = try Command("why", run, String(id), "--study", study, "--prove", "--quiet")
        #expect(one.status == 0 && one.output.contains("is one of the"), "\(one.errors)")
        #expect(try Command("why", run, "--study", study).status == 2)
        #expect(try Command("why", run, "Atlantis", "--study", study, "--quiet").status == 2)
    }
}
