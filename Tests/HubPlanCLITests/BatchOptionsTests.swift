import Foundation
import HubPlanTestSupport
import Testing

/// Options of `hubplan batch` beside the file of jobs.
@Suite struct BatchOptionsTests {
    /// One job over a small district, its tables in a folder of their own.
    private func district(in scratch: ScratchFolder) throws -> String {
        try FileManager.default.createDirectory(atPath: scratch.file("tables"), withIntermediateDirectories: false)
        try SmallDistrict.writeTables(in: scratch, "tables/")
        _ = try scratch.write("study.yaml", SquareTown.study("District", hubs: 1))
        return try scratch.write("jobs.yaml", "batch: District\njobs:\n  - {name: district, study: study.yaml}\n")
    }

    @Test("Tables are looked for where --data or HUBPLAN_DATA says, as for every command")
    func dataFolder() throws {
        let scratch = try ScratchFolder()
        let jobs = try district(in: scratch)
        let store = scratch.file("store")
        let lost = try Command("batch", jobs, "--store", store)
        #expect(lost.status == 5)
        #expect(lost.output.contains("areas.csv"), "\(lost.output)")
        let named = try Command("batch", jobs, "--store", store, "--data", scratch.file("tables"))
        #expect(named.status == 0, "\(named.output)\(named.errors)")
        let environment = try Command(
            ["batch", jobs, "--store", scratch.file("other")], environment: ["HUBPLAN_DATA": scratch.file("tables")])
        #expect(environment.status == 0, "\(environment.output)\(environment.errors)")
        let again = try Command(
            ["batch", jobs, "--store", store], environment: ["HUBPLAN_DATA": scratch.file("tables")])
        #expect(again.output == "District: 1 job, 1 unchanged\n")
    }

    @Test("With --slurm a dry run says what would run and submits nothing; what this machine alone could do is refused")
    func slurm() throws {
        let scratch = try ScratchFolder()
        let jobs = try district(in: scratch)
        let store = scratch.file("store")
        let dry = try Command("batch", jobs, "--store", store, "--slurm", "2", "--dry-run")
        #expect(dry.status == 0)
        #expect(dry.output == "runs  district: It was never answered.\n")
        #expect(!FileManager.default.fileExists(atPath: store + "/slurm-array.sh"))
        for option in [["--deadline", "2h"], ["--metrics", "m"], ["--on-failure", "true"], ["--log", "l"]] {
            let refused = try Command(["batch", jobs, "--store", store, "--slurm", "2"] + option)
            #expect(refused.status == 2)
            #expect(refused.errors.contains("\(option[0]) is for a batch that runs here"), "\(refused.errors)")
        }
    }

    @Test("Metrics that cannot be written are complained of, and the night is told all the same")
    func metrics() throws {
        let scratch = try ScratchFolder()
        let jobs = try district(in: scratch)
        let program = try scratch.write(
            "tell", "#!/bin/sh\nprintf '%s' \"$HUBPLAN_FAILED\" > \"$HUBPLAN_STORE/told\"\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let night = try Command(
            "batch", jobs, "--store", scratch.file("store"), "--metrics", scratch.file("no/where.prom"), "--on-failure",
            program)
        #expect(night.status == 5)
        #expect(night.output.hasPrefix("District: 1 job, 1 FAILED: district"))
        #expect(night.errors.contains("where.prom cannot be written"), "\(night.errors)")
        #expect(String(decoding: try scratch.read("store/told"), as: UTF8.self) == "district")
    }
}
