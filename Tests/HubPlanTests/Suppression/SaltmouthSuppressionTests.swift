import Foundation
import HubModel
import HubPlanTestSupport
import Reports
import Testing

@testable import HubPlan

/// Rare groups in the fictional district: what the written folder gives away, to whoever subtracts.
@Suite struct SaltmouthSuppressionTests {
    /// Three groups of one family and one alone, counted in a file beside the changed study.
    private func study(_ scratch: ScratchFolder, suppress: String = "") throws -> String {
        var numbers = SeededNumbers(9)
        var rows = ["s26_code,North,East,West,Carers"]
        for area in 1...150 {
            let code = "S26" + String(repeating: "0", count: 6 - String(area).count) + String(area)
            let north = Int.random(in: 0...40, using: &numbers)
            let east = Int.random(in: 0..<6, using: &numbers) == 0 ? 2 : 0
            let west = area == 4 || area == 90 ? 3 : 0
            let carers = Int.random(in: 0..<9, using: &numbers) == 0 ? 1 : 0
            rows.append("\(code),\(north),\(east),\(west),\(carers)")
        }
        _ = try scratch.write("origins.csv", rows.joined(separator: "\n") + "\n")
        return try Saltmouth.changed(
            [
                (
                    "\ntables:\n",
                    "\ntables:\n  origins: {file: origins.csv, key: s26_code, vintage: small areas 2026}\n"
                ),
                (
                    "\ngroups:\n",
                    """
                    \(suppress)
                    groups:
                      north: {title: from the north, family: origin, count: origins/North}
                      east: {title: from the east, family: origin, count: origins/East}
                      west: {title: from the west, family: origin, count: origins/West}
                      carers: {title: young carers, count: origins/Carers}

                    """
                ),
            ], in: scratch)
    }

    private func record(_ study: String) throws -> RunRecord {
        let answer = try Session(limits: SolveLimits(gap: 0)).solve(study: study, dataFolder: Saltmouth.folder.path)
        guard case .plan(let record) = answer.outcome else { throw HubPlanError("no plan") }
        return record
    }

    private func attacker(_ record: RunRecord, folder: String) throws -> TableAttacker {
        try TableAttacker(
            region: record.region, request: record.request, figures: record.figures, today: record.baseline,
            groups: String(contentsOfFile: folder + "/groups.csv", encoding: .utf8),
            result: String(contentsOfFile: folder + "/result.json", encoding: .utf8))
    }

    @Test func noRareGroupCanBeWorkedOutFromTheFolder() throws {
        let scratch = try ScratchFolder()
        let record = try record(study(scratch))
        let west = try #require(record.region.groups.first { $0.id == "west" })
        #expect(west.counts.reduce(0, +) == 6)
        let folder = scratch.file("run")
        try RunFolder.write(record, to: folder)
        #expect(try attacker(record, folder: folder).secretsWorkedOut(below: 10) == [])
        let table = try String(contentsOfFile: folder + "/groups.csv", encoding: .utf8)
        #expect(table.contains("earlyYears,group,west,from the west,,,,,,,,,,,children"))
        let page = try String(contentsOfFile: folder + "/report.html", encoding: .utf8)
        #expect(page.contains("[c] stands for a figure that is withheld: a count of a group from 1 to 9"))
    }

    /// The same folder gives them away when the study asks for nothing to be withheld, so the attacker is no straw man.
    @Test func switchedOffTheFolderGivesThemAway() throws {
        let scratch = try ScratchFolder()
        let record = try record(study(scratch, suppress: "\nsuppressBelow: 0\n"))
        let folder = scratch.file("run")
        try RunFolder.write(record, to: folder)
        #expect(try !attacker(record, folder: folder).secretsWorkedOut(below: 10).isEmpty)
    }

    /// What is noticed in the data stands in every report, so it must not tell how many there are.
    @Test func findingsTellNoCountOfAGroup() throws {
        let scratch = try ScratchFolder()
        let change = ("  disabled: {title:", "  infants: {title: infants, count: ages/0}\n  disabled: {title:")
        let quiet = try record(Saltmouth.changed([change], in: scratch)).region.findings.map(\.sentence)
        #expect(quiet.contains { $0.hasPrefix("Counts of infants were carried from small areas 2011") })
        let loud = try record(Saltmouth.changed([change, ("\ngroups:", "\nsuppressBelow: 0\ngroups:")], in: scratch))
            .region.findings.map(\.sentence)
        #expect(loud.contains { $0.contains(" infants were carried") && $0.first?.isNumber == true })
    }
}
