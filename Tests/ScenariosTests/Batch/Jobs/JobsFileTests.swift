import HubModel
import Scenarios
import Testing

@Suite("A file of jobs")
struct JobsFileTests {
    private func read(_ jobs: String) throws -> JobsFile {
        try JobsFile(yaml: jobs, file: "jobs.yaml", folder: "/nights")
    }

    private func sentence(_ yaml: String) -> String {
        do {
            _ = try read(yaml)
            return ""
        } catch { return "\(error)" }
    }

    @Test("Jobs take what they leave out from the defaults, and paths from the file's folder")
    func takesDefaults() throws {
        let file = try read(
            """
            batch: Nights
            defaults: {data: data, gap: 0.2%, seconds: 2min, prefer: published within 1%, guards: {age: 30d}}
            jobs:
              - {name: a, study: a.yaml}
              - {name: b, scenario: /else/b.yaml, gap: 0, memory: 900MB, ceiling: 2GB, prefer: best, baseline: today}
            """)
        #expect(file.title == "Nights")
        #expect(file.jobs.map(\.question) == ["/nights/a.yaml", "/else/b.yaml"])
        #expect(file.jobs.map(\.data) == ["/nights/data", "/nights/data"])
        #expect(file.jobs.map(\.gap) == [0.002, 0])
        #expect(file.jobs.map(\.seconds) == [120, 120])
        #expect(file.jobs.map(\.staysWithin) == [0.01, nil])
        #expect(file.jobs[1].memory == 900_000_000)
        #expect(file.jobs[1].ceiling == 2_000_000_000)
        #expect(file.jobs[0].guards.age == 2_592_000.0)
        #expect(file.jobs[1].baseline == "today")
    }

    @Test(
        "What is wrong is a sentence with file, line and field",
        arguments: [
            ("jobs:\n  - {study: a.yaml}", "jobs.yaml, line 2", "'name' is missing"),
            ("jobs:\n  - {name: a}", "line 2", "'study' or 'scenario' is missing"),
            ("jobs:\n  - {name: a/b, study: a.yaml}", "line 2", "'a/b' cannot name a job"),
            ("jobs:\n  - {name: \"\", study: a.yaml}", "line 2", "'' cannot name a job"),
            ("jobs:\n  - {name: -night, study: a.yaml}", "line 2", "'-night' cannot name a job"),
            ("jobs:\n  - {name: a, study: a.yaml, gap: much}", "gap", "'much' is not a fraction"),
            ("jobs:\n  - {name: a, study: a.yaml, seconds: soon}", "seconds", "'soon' is not a length of time"),
            ("jobs:\n  - {name: a, study: a.yaml, prefer: peace}", "prefer", "'published within 1%'"),
            ("jobs:\n  - {name: a, study: a.yaml, sekonds: 3}", "line 2", "no field 'sekonds'"),
            ("jobs:\n  - {name: a, study: a.yaml}\n  - {name: a, study: b.yaml}", "line 3", "stands here twice"),
            ("jobs:\n  - {name: a, study: a.yaml, guards: {rows: 200%}}", "guards.rows", "'200%'"),
        ])
    func complains(yaml: String, place: String, what: String) {
        let said = sentence(yaml)
        #expect(said.contains(place), "\(said)")
        #expect(said.contains(what), "\(said)")
    }

    @Test("Shards share the jobs out: each job is in one of them", arguments: [1, 2, 3, 7, 50])
    func sharesOut(count: Int) throws {
        let all = Array(0..<40)
        let parts = try (1...count).map { try #require(Shard("\($0)/\(count)")).part(of: all) }
        #expect(parts.flatMap { $0 }.sorted() == all)
        #expect((parts.map(\.count).max() ?? 0) - (parts.map(\.count).min() ?? 0) <= 1)
        #expect(Shard("0/3") == nil && Shard("4/3") == nil && Shard("1/0") == nil && Shard("x") == nil)
    }

    @Test("Lengths of time and memory are read as people write them")
    func readsAmounts() {
        #expect(Amount.seconds("2h") == 7_200)
        #expect(Amount.seconds("1.5 min") == 90)
        #expect(Amount.seconds("90") == 90)
        #expect(Amount.seconds("3 days") == 259_200)
        #expect(Amount.seconds("-1s") == nil && Amount.seconds("h") == nil && Amount.seconds("inf") == nil)
        #expect(Amount.bytes("1GiB") == 1_073_741_824)
        #expect(Amount.bytes("5") == nil)
        #expect(Amount.fraction("100%") == nil && Amount.fraction("nan") == nil)
    }
}
