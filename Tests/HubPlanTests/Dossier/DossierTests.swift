import Foundation
import HubModel
import HubPlanTestSupport
import Reports
import Testing

@testable import HubPlan

/// The dossier of a run of the fictional district.
@Suite struct DossierTests {
    private func run(_ study: String = Saltmouth.study, in scratch: ScratchFolder) throws -> String {
        let answer = try Session(limits: SolveLimits(gap: 0)).solve(study: study, dataFolder: Saltmouth.folder.path)
        let folder = scratch.file("run")
        try answer.write(to: folder)
        return folder
    }

    private func text(_ name: String, of dossier: Dossier) throws -> String {
        try #require(dossier.files.first { $0.name == name }?.text)
    }

    /// Records of a CSV file whose quoted fields hold no line ends.
    private func records(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { line in
            var fields = [""]
            var isQuoted = false
            for character in line {
                if character == "\"" {
                    isQuoted.toggle()
                } else if character == ",", !isQuoted {
                    fields.append("")
                } else {
                    fields[fields.count - 1].append(character)
                }
            }
            return fields
        }
    }

    /// The committed table, beside this file. To renew it after a wanted change, delete it and run the test twice.
    @Test func assumptionsAreAsCommitted() throws {
        let scratch = try ScratchFolder()
        let study = try Saltmouth.changed(
            [
                ("\ncrs: EPSG:27700\n", "\ncrs: EPSG:27700\nauthors: [A. Planner, Saltmouth Council]\n"),
                (
                    "travel: {traveller: youngPersonAlone}",
                    "travel: {traveller: youngPersonAlone, set: {walk.speed: 4.2}}"
                ),
            ], in: scratch)
        let table = try text("assumptions.csv", of: Dossier(run: run(study, in: scratch)))
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/assumptions.csv")
        guard FileManager.default.fileExists(atPath: golden.path) else {
            try Data(table.utf8).write(to: golden)
            Issue.record("Golden/assumptions.csv was missing and has been written; read it, then commit it.")
            return
        }
        #expect(table == (try String(contentsOf: golden, encoding: .utf8)))
        let speed = try #require(
            records(table).first { $0[0] == "services.youngFutures.travel.walk.speed" })
        #expect(speed[3] == "4.2")
        #expect(speed[5] == "4.8")
        #expect(speed[8] == "A. Planner, Saltmouth Council")
    }

    @Test func theDataLogAccountsForEveryRow() throws {
        let scratch = try ScratchFolder()
        let study = try Saltmouth.changed(
            [("    file: libraries.geojson\n", "    file: libraries.geojson\n    licence: OGL v3\n")], in: scratch)
        let dossier = try Dossier(run: run(study, in: scratch))
        let rows = records(try text("data-log.csv", of: dossier))
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        let schools = try #require(rows.first { $0[1] == "sites secondarySchools" })
        #expect(schools[2...7] == ["small areas 2026", "", "29", "7", "22", "22 do not pass the study's `where`"])
        #expect(rows.filter { $0[0] == "libraries.geojson" }.allSatisfy { $0[3] == "OGL v3" })
        #expect(rows.filter { $0[0] == "saltmouth.gpkg" }.count == 4)
        for row in rows.dropFirst() where !row[4].isEmpty {
            #expect(Int(row[4]) == (Int(row[5]) ?? 0) + (Int(row[6]) ?? 0), "\(row)")
        }
    }

    @Test func everyFileParsesAndLeavesWhatPeopleMustSayBlank() throws {
        let scratch = try ScratchFolder()
        let dossier = try Dossier(run: run(in: scratch))
        let record = try #require(
            JSONSerialization.jsonObject(with: Data(text("transparency.json", of: dossier).utf8)) as? [String: Any])
        let sections = try #require(record["sections"] as? [[String: Any]])
        let fields = sections.flatMap { $0["fields"] as? [[String: Any]] ?? [] }
        #expect(fields.count > 25)
        for field in fields {
            let isBlank = field["value"] is NSNull
            #expect(isBlank == (field["filledBy"] as? String == "a person"), "\(field)")
        }
        let note = try text("assurance.md", of: dossier)
        for head in ["Purpose", "Scope", "Roles", "Verification", "Validation", "Uncertainty", "Limits", "Sign-off"] {
            #expect(note.contains("\n## \(head)"), "\(head)")
        }
        #expect(note.contains("| Approver | [to be filled in] |"))
        let assumptions = records(try text("assumptions.csv", of: dossier))
        #expect(assumptions.allSatisfy { $0.count == 9 })
    }

    @Test func itIsWrittenWholeOrNotAtAll() throws {
        let scratch = try ScratchFolder()
        let folder = try run(in: scratch)
        let dossier = try Dossier(run: folder)
        let target = folder + "/dossier"
        try dossier.write(to: target)
        try dossier.write(to: target)
        let names = try FileManager.default.contentsOfDirectory(atPath: target).sorted()
        #expect(names == ["assumptions.csv", "assurance.md", "data-log.csv", "datapackage.json", "transparency.json"])
        let error = #expect(throws: HubPlanError.self) { try dossier.write(to: folder) }
        #expect(error?.description.contains("none of its files") == true)
        #expect(throws: HubPlanError.self) { try Dossier(run: scratch.file("nowhere")) }
    }

    @Test func aDossierInWhichSomebodyWroteIsNeverReplaced() throws {
        let scratch = try ScratchFolder()
        let folder = try run(in: scratch)
        let target = folder + "/dossier"
        let note = target + "/assurance.md"
        try Dossier(run: folder).write(to: target)
        let written = try String(contentsOfFile: note, encoding: .utf8)
        let signed = written.replacing("Fit for the purpose above: [to be filled in]", with: "Fit: yes, A. Assurer")
        #expect(signed != written)
        try signed.write(toFile: note, atomically: true, encoding: .utf8)
        let error = #expect(throws: HubPlanError.self) { try Dossier(run: folder).write(to: target) }
        #expect(error?.description.contains("assurance.md was changed since hubplan wrote it") == true)
        #expect(try String(contentsOfFile: note, encoding: .utf8) == signed)
        // Another answer in the same folder takes the signed note along.
        let other = try Saltmouth.changed([("\ncrs: EPSG:27700\n", "\ncrs: EPSG:27700\nauthors: [B]\n")], in: scratch)
        let answer = try Session(limits: SolveLimits(gap: 0)).solve(study: other, dataFolder: Saltmouth.folder.path)
        #expect(try answer.write(to: folder)?.contains("dossier") == true)
        #expect(try String(contentsOfFile: note, encoding: .utf8) == signed)
    }

    @Test func aDossierThatNobodyTouchedFollowsAChangedRun() throws {
        let scratch = try ScratchFolder()
        let folder = try run(in: scratch)
        let target = folder + "/dossier"
        try Dossier(run: folder).write(to: target)
        let other = try Saltmouth.changed([("\ncrs: EPSG:27700\n", "\ncrs: EPSG:27700\nauthors: [B]\n")], in: scratch)
        let answer = try Session(limits: SolveLimits(gap: 0)).solve(study: other, dataFolder: Saltmouth.folder.path)
        try answer.write(to: folder)
        try Dossier(run: folder).write(to: target)
        #expect(try String(contentsOfFile: target + "/assurance.md", encoding: .utf8).contains("| Analyst | B |"))
    }
}
