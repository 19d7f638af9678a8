import Foundation
import HubPlanTestSupport
import Testing

/// `--publish`, `--baseline` and voices, from the command line.
@Suite struct TellingTests {
    private let study = "Fixtures/saltmouth/study.yaml"

    /// A report may leave buildings out of a copy, and never of the only folder that has them.
    @Test func aReportMayPublishPlacesElsewhere() throws {
        let scratch = try ScratchFolder()
        let run = scratch.file("run")
        let solve = try Command("solve", study, "--out", run, "--quiet", "--baseline", "none")
        #expect(solve.status == 0, "\(solve.errors)")
        #expect(solve.output.contains("2 of 3 places are firm; 1 is a near-tie for residents to settle."))
        #expect(!solve.output.contains("Beside"))
        let inPlace = try Command("report", run, "--study", study, "--publish", "places")
        #expect(inPlace.status == 2)
        #expect(inPlace.errors.contains("give --out a folder of its own"))
        let published = scratch.file("public")
        let report = try Command("report", run, "--study", study, "--publish", "places", "--out", published)
        #expect(report.status == 0, "\(report.errors)")
        #expect(report.output.contains("Beside today"))
        let hubs = try String(contentsOfFile: published + "/hubs.csv", encoding: .utf8)
        #expect(hubs.contains("Coldhythe") && !hubs.contains("Leisure Centre") && !hubs.contains("Net Loft"))
        let verify = try Command("verify", published)
        #expect(verify.status == 2)
        #expect(verify.errors.contains("published with places only"))
    }

    /// The status goes by the search: that voices settle a tie dearer is no failure.
    @Test func voicesThatSettleATieEndWithNought() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.write(
            "voices.csv",
            "site,stance,who,date,reason,service\nH11,support,Residents,2026-11-01,by the bus,youngFutures\n")
        let text = try String(contentsOf: Command.root.appendingPathComponent(study), encoding: .utf8)
        let file = try scratch.write("study.yaml", text + "\nvoices: {file: voices.csv}\n")
        let run = scratch.file("run")
        let solve = try Command("solve", file, "--data", "Fixtures/saltmouth", "--out", run, "--quiet")
        #expect(solve.status == 0, "\(solve.errors)")
        #expect(solve.output.contains("Residents' voices moved 1 of the hubs"))
        let hubs = try String(contentsOfFile: run + "/hubs.csv", encoding: .utf8)
        #expect(hubs.contains("Halyard Community Hall"))
        #expect(try Command("verify", run).status == 0)
        let again = scratch.file("again")
        let report = try Command("report", run, "--study", file, "--data", "Fixtures/saltmouth", "--out", again)
        #expect(report.status == 0, "\(report.errors)")
        for name in ["result.json", "voices.csv", "ties.csv", "changes.csv", "report.html", "certificate.json"] {
            #expect(
                FileManager.default.contents(atPath: run + "/" + name)
                    == FileManager.default.contents(atPath: again + "/" + name), "\(name)")
        }
    }

    @Test func aBaselineThatIsNotThereEndsWithTwo() throws {
        let scratch = try ScratchFolder()
        let solve = try Command("solve", study, "--out", scratch.file("run"), "--baseline", scratch.file("gone"))
        #expect(solve.status == 2)
        #expect(solve.errors.contains("there is no such file or folder"))
    }
}
