import Foundation
import HubPlanTestSupport
import Testing

/// `hubplan batch` as cron runs it.
@Suite struct BatchTests {
    /// Six jobs over a small district of its own, each a study and a number of hubs.
    private func district(in scratch: ScratchFolder, jobs: Int = 6) throws -> String {
        var areas = "code,name,x,y,kind,children,households,nocar\n"
        for index in 0..<16 {
            let (x, y) = (400_500 + index % 4 * 1_000, 300_500 + index / 4 * 1_000)
            areas += "E010000\(10 + index),Area \(index),\(x),\(y),urban,\(20 + index * 7 % 50),100,30\n"
        }
        _ = try scratch.write("areas.csv", areas)
        let sites = (0..<9).map { "s\($0),Hall \($0),\(400_500 + $0 % 3 * 1_500),\(300_500 + $0 / 3 * 1_500)\n" }
        _ = try scratch.write("sites.csv", "id,name,x,y\n" + sites.joined())
        for job in 0..<jobs {
            _ = try scratch.write(
                "study-\(job).yaml",
                """
                hubplan: 1
                name: District \(job)
                crs: EPSG:27700
                areas:
                  file: areas.csv
                  key: code
                  vintage: LSOA 2021
                  point: {x: x, y: y, crs: EPSG:27700}
                  settlement: {column: kind, urban: urban, rural: rural}
                households: {total: households, withoutCar: nocar}
                services:
                  youngFutures:
                    children: children
                    count: \(1 + job)
                    objective: mean
                    travel: {traveller: youngPersonAlone}
                sites:
                  halls:
                    file: sites.csv
                    key: id
                    name: name
                    point: {x: x, y: y, crs: EPSG:27700}
                    suits: [youngFutures]
                """)
        }
        let list = (0..<jobs).map { "  - {name: job-\($0), study: study-\($0).yaml}\n" }.joined()
        return try scratch.write("jobs.yaml", "batch: District\ndefaults: {gap: 0}\njobs:\n" + list)
    }

    private func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test("A batch killed again and again and resumed leaves the store that an undisturbed one leaves, byte for byte")
    func killedAndResumed() throws {
        let scratch = try ScratchFolder()
        let jobs = try district(in: scratch)
        let (whole, killed) = (scratch.file("whole"), scratch.file("killed"))
        let undisturbed = try Command("batch", jobs, "--store", whole)
        #expect(undisturbed.status == 0, "\(undisturbed.errors)\(undisturbed.output)")
        var numbers = SeededNumbers(11)
        for _ in 0..<6 {
            let process = Process()
            process.executableURL = Command.binary
            process.arguments = ["batch", jobs, "--store", killed, "--workers", "2"]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32.random(in: 50_000...1_500_000, using: &numbers))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let resumed = try Command("batch", jobs, "--store", killed)
        #expect(resumed.status == 0, "\(resumed.errors)\(resumed.output)")
        let lasting = try [whole, killed].map { try Command("history", "--lasting", "--store", $0).output }
        #expect(lasting[0] == lasting[1])
        #expect(lasting[0].split(separator: "\n").count == 12)
        let runs = try names(whole + "/runs")
        #expect(try names(killed + "/runs") == runs)
        for run in runs {
            let files = try names("\(whole)/runs/\(run)")
            #expect(try names("\(killed)/runs/\(run)") == files)
            for file in files where file != "timing.json" {
                #expect(
                    FileManager.default.contentsEqual(
                        atPath: "\(whole)/runs/\(run)/\(file)", andPath: "\(killed)/runs/\(run)/\(file)"),
                    "\(run)/\(file)")
            }
        }
    }

    @Test("Part of a night failed: status 5, the file and row told, the others answered; dry runs say what and why")
    func partFails() throws {
        let scratch = try ScratchFolder()
        let jobs = try district(in: scratch, jobs: 2)
        let store = scratch.file("store")
        let dry = try Command("batch", jobs, "--store", store, "--dry-run")
        #expect(dry.status == 0)
        #expect(dry.output == "runs  job-0: It was never answered.\nruns  job-1: It was never answered.\n")
        let study = String(decoding: try scratch.read("study-1.yaml"), as: UTF8.self)
        _ = try scratch.write(
            "study-1.yaml", study.replacingOccurrences(of: "children: children", with: "children: kinder"))
        let night = try Command("batch", jobs, "--store", store, "--metrics", scratch.file("night.prom"))
        #expect(night.status == 5)
        #expect(night.output.hasPrefix("District: 2 jobs, 1 FAILED: job-1; 1 answered, nothing moved\n"))
        #expect(night.output.contains("job-1: study-1.yaml, line "))
        #expect(String(decoding: try scratch.read("night.prom"), as: UTF8.self).contains("hubplan_batch_failures 1.0"))
        let again = try Command("batch", jobs, "--store", store, "--json")
        #expect(again.status == 5)
        #expect(again.output.contains("\"outcome\" : \"unchanged\""))
        let show = try Command("show", "job-0", "--store", store)
        #expect(show.output.contains("Proved: no other plan from the same data is better."))
        let publish = try Command("publish", "job-0", "--store", store)
        #expect(publish.status == 0)
        #expect(FileManager.default.fileExists(atPath: store + "/published/job-0/report.html"))
        #expect(try Command("history", "--store", store).output.split(separator: "\n").count == 5)
        #expect(try Command("show", "nothing", "--store", store).status == 2)
    }

    @Test("A job that holds more memory than its ceiling is ended with a sentence, and the other is answered")
    func ceiling() throws {
        let scratch = try ScratchFolder()
        _ = try district(in: scratch, jobs: 2)
        let jobs = try scratch.write(
            "jobs.yaml",
            """
            batch: District
            jobs:
              - {name: job-0, study: study-0.yaml, ceiling: 1GB}
              - {name: job-1, study: study-1.yaml, ceiling: 1MB}
            """)
        let night = try Command("batch", jobs, "--store", scratch.file("store"))
        #expect(night.status == 5)
        #expect(night.output.hasPrefix("District: 2 jobs, 1 FAILED: job-1; 1 answered, nothing moved\n"))
        #expect(night.output.contains("job-1 was ended when it held more memory than its `ceiling`"))
    }
}
