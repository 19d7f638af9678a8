import Foundation
import HubModel
import Testing

@testable import Reports

@Suite struct RunFolderTests {
    @Test func writesEveryFile() throws {
        try Scratch.folder { scratch in
            let run = scratch + "/run"
            try RunFolder.write(SampleRun.record(), to: run)
            let names = try FileManager.default.contentsOfDirectory(atPath: run).sorted()
            #expect(
                names == [
                    "assignments.csv", "candidates.csv", "datapackage.json", "equality.csv", "equality.html",
                    "events.jsonl",
                    "groups.csv", "hubs.csv", "plan.geojson",
                    "plan.gpkg", "report.html", "result.json", "tables.ods", "timing.json",
                    "travel.csv",
                ])
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch) == ["run"])
        }
    }

    @Test func sameRecordSameBytes() throws {
        try Scratch.folder { scratch in
            try RunFolder.write(SampleRun.record(), to: scratch + "/a")
            try RunFolder.write(SampleRun.record(), to: scratch + "/b")
            for name in try FileManager.default.contentsOfDirectory(atPath: scratch + "/a") {
                let first = try Data(contentsOf: URL(fileURLWithPath: "\(scratch)/a/\(name)"))
                let second = try Data(contentsOf: URL(fileURLWithPath: "\(scratch)/b/\(name)"))
                #expect(first == second, "\(name) differs")
            }
        }
    }

    @Test func replacesAnEarlierRunWhole() throws {
        try Scratch.folder { scratch in
            let run = scratch + "/run"
            try RunFolder.write(SampleRun.record(), to: run)
            for name in ["ties.csv", "plan.gpkg-wal"] {
                try Data("of the run before".utf8).write(to: URL(fileURLWithPath: "\(run)/\(name)"))
            }
            #expect(try RunFolder.write(SampleRun.record(name: "Another"), to: run) == [])
            let names = try FileManager.default.contentsOfDirectory(atPath: run)
            #expect(!names.contains("ties.csv") && !names.contains("plan.gpkg-wal"))
            #expect(try String(contentsOfFile: run + "/result.json", encoding: .utf8).contains("Another"))
        }
    }

    @Test func whatPeoplePutIntoARunStays() throws {
        try Scratch.folder { scratch in
            let run = scratch + "/run"
            try RunFolder.write(SampleRun.record(), to: run)
            try FileManager.default.createDirectory(
                atPath: run + "/dossier/signed", withIntermediateDirectories: true)
            let texts = ["meeting-notes.docx": "agreed", "dossier/signed/assurance.md": "Fit for purpose: yes"]
            for (name, text) in texts { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(run)/\(name)")) }
            for turn in 1...2 {
                let kept = try RunFolder.write(SampleRun.record(name: "Turn \(turn)"), to: run)
                #expect(kept == ["dossier", "meeting-notes.docx"])
                for (name, text) in texts {
                    #expect(try String(contentsOfFile: "\(run)/\(name)", encoding: .utf8) == text)
                }
                #expect(try String(contentsOfFile: run + "/result.json", encoding: .utf8).contains("Turn \(turn)"))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch) == ["run"])
        }
    }

    @Test func secondsOfTheSolveStayWhereNoneAreWrittenAnew() throws {
        try Scratch.folder { scratch in
            let run = scratch + "/run"
            var record = SampleRun.record()
            try RunFolder.write(record, to: run)
            let timing = try String(contentsOfFile: run + "/timing.json", encoding: .utf8)
            record.timing = nil
            #expect(try RunFolder.write(record, to: run) == [])
            #expect(try String(contentsOfFile: run + "/timing.json", encoding: .utf8) == timing)
        }
    }

    @Test func everyFileOfARunIsKnownToBeOurs() throws {
        try Scratch.folder { scratch in
            for record in [SampleRun.record(), SampleRun.settled(), SampleRun.measuredList()] {
                try RunFolder.write(record, to: scratch + "/run")
                let names = try FileManager.default.contentsOfDirectory(atPath: scratch + "/run")
                #expect(Set(names).subtracting(RunFiles.names).isEmpty)
            }
        }
    }

    @Test func leavesAFolderOfSomebodyElseAlone() throws {
        try Scratch.folder { scratch in
            let file = URL(fileURLWithPath: scratch + "/result.json")
            try Data("{\"mine\": true}".utf8).write(to: file)
            let error = #expect(throws: ReportError.self) { try RunFolder.write(SampleRun.record(), to: scratch) }
            #expect(error?.description.contains("no run of hubplan") == true)
            #expect(try Data(contentsOf: file) == Data("{\"mine\": true}".utf8))
        }
    }

    @Test func failureLeavesNothing() throws {
        try Scratch.folder { scratch in
            let blocker = scratch + "/file"
            try Data().write(to: URL(fileURLWithPath: blocker))
            #expect(throws: ReportError.self) { try RunFolder.write(SampleRun.record(), to: blocker + "/run") }
            #expect(throws: ReportError.self) { try RunFolder.write(SampleRun.record(), to: blocker) }
            var broken = SampleRun.record()
            broken.region.crs = "EPSG:0"
            let error = #expect(throws: ReportError.self) { try RunFolder.write(broken, to: scratch + "/run") }
            #expect(error?.description.contains("was not written") == true)
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch) == ["file"])
        }
    }
}
