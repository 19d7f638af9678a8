import Foundation
import HubPlanTestSupport
import Testing

/// What planners keep beside their runs, and what they look up.
@Suite struct PlannersFilesTests {
    private let study = "Fixtures/saltmouth/study.yaml"

    /// Notes and a signed dossier outlive a report and are named; the search ends with what it came to.
    @Test func whatPeoplePutIntoARunOutlivesAReport() throws {
        let scratch = try ScratchFolder()
        let run = scratch.file("run")
        let solve = try Command("solve", study, "--out", run)
        #expect(solve.status == 0, "\(solve.errors)")
        let progress = solve.errors.split(separator: "\n").filter { $0.contains("early-years hubs: ") }
        #expect(progress.last?.hasSuffix("gap 0 %") == true, "\(solve.errors)")
        #expect(try Command("dossier", run).status == 0)
        let note = run + "/dossier/assurance.md"
        let signed = try String(contentsOfFile: note, encoding: .utf8) + "Signed: A. Assurer\n"
        try signed.write(toFile: note, atomically: true, encoding: .utf8)
        _ = try scratch.write("run/meeting-notes.docx", "agreed")
        let timing = try scratch.read("run/timing.json")
        let report = try Command("report", run, "--study", study)
        #expect(report.status == 0, "\(report.errors)")
        #expect(report.errors.contains("left in \(run) as before: dossier, meeting-notes.docx"))
        #expect(try String(contentsOfFile: note, encoding: .utf8) == signed)
        #expect(try scratch.read("run/meeting-notes.docx") == Data("agreed".utf8))
        #expect(try scratch.read("run/timing.json") == timing)
        let dossier = try Command("dossier", run)
        #expect(dossier.status == 2)
        #expect(dossier.errors.contains("assurance.md was changed since hubplan wrote it"))
        #expect(try String(contentsOfFile: note, encoding: .utf8) == signed)
    }

    /// The ids that a list names can be looked up before anything is solved, and a list may give names instead.
    @Test func idsOfSitesAreLookedUpAndNamesWillDo() throws {
        let scratch = try ScratchFolder()
        let check = try Command("check", study, "--sites", scratch.file("sites.csv"))
        #expect(check.status == 0, "\(check.errors)")
        let rows = String(decoding: try scratch.read("sites.csv"), as: UTF8.self).split(separator: "\n")
        #expect(rows.first?.hasPrefix("id,name,place,") == true)
        #expect(rows.contains { $0.hasPrefix("L01,Breakwater Library,Ferryside,") })
        #expect(try Command("check", study, "--effective", "--sites", scratch.file("no.csv")).status == 2)
        let list = try scratch.write("list.csv", "Service,Name\nyoungFutures,breakwater library\n")
        let evaluate = try Command(
            "evaluate", study, "--plan", list, "--out", scratch.file("run"), "--no-bound", "--quiet")
        #expect(evaluate.status == 0, "\(evaluate.errors)")
        #expect(evaluate.output.contains("since the study keeps what stands today: Net Loft Youth Hub (HUB1)."))
        #expect(evaluate.output.contains("The list names none."))
        #expect(evaluate.output.contains("not in the list: hubs in all: 1 (at least 6, at most 6)"))
    }
}
