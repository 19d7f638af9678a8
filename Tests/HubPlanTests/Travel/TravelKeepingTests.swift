import Foundation
import HubModel
import HubPlanTestSupport
import Regions
import Synchronization
import Testing

@testable import HubPlan
@testable import TravelCosts

/// Saltmouth's journeys kept from one run to the next.
@Suite struct TravelKeepingTests {
    private static let streets = Saltmouth.folder.appendingPathComponent("study-streets.yaml")
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private var folder: URL { URL(fileURLWithPath: scratch.file("kept")) }

    private func entries() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).sorted {
            $0.path < $1.path
        }
    }

    private func prepare(_ keeping: TravelKeeping?) throws -> StudyRun {
        try StudyRun.prepare(Self.streets.path, keeping: keeping)
    }

    /// The study read, its journeys not yet worked out.
    private func loaded(_ changes: [(String, String)]) throws -> PreparedStudy {
        let text = try changes.reduce(String(contentsOf: Self.streets, encoding: .utf8)) { text, change in
            try #require(text.contains(change.0))
            return text.replacingOccurrences(of: change.0, with: change.1)
        }
        let travellers = TravellerCatalogue(names: Travellers.names, settings: { Travellers.settings($0) })
        return try StudyLoader(travellers: travellers).load(
            StudyText(path: scratch.write("study.yaml", text)), dataFolder: Saltmouth.folder.path)
    }

    private func keeping(_ tell: @escaping @Sendable (String) -> Void = { _ in }) -> TravelKeeping {
        TravelKeeping(folder: folder, limit: 100_000_000, tell: tell)
    }

    /// Every file of the run of its best plan, but the one of seconds.
    private func bytes(_ run: StudyRun, _ name: String) throws -> [String: Data] {
        try Session(limits: SolveLimits(gap: 0, threads: 1)).solve(run, from: nil).write(to: scratch.file(name))
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.file(name)).filter {
            $0 != "timing.json" && !$0.hasSuffix(".gpkg") && !$0.hasSuffix(".ods")
        }
        return try Dictionary(uniqueKeysWithValues: names.map { ($0, try scratch.read("\(name)/\($0)")) })
    }

    @Test func aRunThatFindsItsJourneysWritesTheSameBytes() throws {
        let plain = try bytes(prepare(nil), "plain")
        #expect(!FileManager.default.fileExists(atPath: folder.path))
        let cold = try bytes(prepare(keeping()), "cold")
        #expect(try entries().count == 2)
        let run = try prepare(keeping())
        #expect(run.travel.allSatisfy { ($0 as? SparseTravel)?.ways.isEmpty == true })
        let warm = try bytes(run, "warm")
        #expect(plain.count > 10)
        #expect(cold == plain && warm == plain)
    }

    @Test func everyJourneyIsToldAsBefore() throws {
        _ = try prepare(keeping())
        let (plain, warm) = (try prepare(nil), try prepare(keeping()))
        for (plain, warm) in zip(plain.travel, warm.travel) {
            #expect(warm.ordersHouseholdsAlike == plain.ordersHouseholdsAlike)
            #expect(warm.hasTimetable && plain.hasTimetable)
            let whole = try warm.whole()
            for site in stride(from: 0, to: plain.siteCount, by: 19) {
                for household in Household.allCases {
                    let areas = Array(0..<plain.areaCount)
                    let journeys = plain.journeys(to: site, from: areas, household: household)
                    #expect(warm.journeys(to: site, from: areas, household: household) == journeys)
                    for area in stride(from: 0, to: plain.areaCount, by: 70) {
                        let options = plain.options(area: area, household: household, site: site)
                        #expect(whole.options(area: area, household: household, site: site) == options)
                        #expect(
                            whole.legs(area: area, household: household, site: site)
                                == plain.legs(area: area, household: household, site: site))
                    }
                }
            }
        }
        let finding = plain.region.findings
        #expect(warm.region.findings == finding)
    }

    @Test func aDamagedEntryIsSaidAndMadeAnew() throws {
        _ = try prepare(keeping())
        let entry = try #require(try entries().first)
        let whole = try Data(contentsOf: entry)
        var torn = whole
        torn[torn.count / 2] ^= 1
        try torn.write(to: entry)
        let told = Mutex<[String]>([])
        let run = try prepare(keeping { sentence in told.withLock { $0.append(sentence) } })
        #expect(told.withLock { $0.count == 1 && $0[0].contains("are damaged") })
        #expect(try Data(contentsOf: entry) == whole)
        #expect(run.travel.count == 2)
    }

    /// Whole by its digest, but not what this version writes.
    @Test func anEntryOfAnotherFormIsMadeAnew() throws {
        let run = try prepare(keeping())
        for (number, request) in run.request.services.enumerated() {
            let key = try #require(TravelKey.key(run.study, request))
            keeping().cache.write(number == 0 ? Data() : Data(repeating: 0xff, count: 400), key)
        }
        let again = try prepare(keeping())
        for (table, before) in zip(again.travel, run.travel) {
            #expect(table.pairCount(.withCar) == before.pairCount(.withCar))
        }
    }

    @Test(arguments: [
        ("closes: \"20:00\"", "closes: \"21:00\""), ("date: 2026-06-16", "date: 2026-06-17"),
        ("{traveller: youngPersonAlone}", "{traveller: youngPersonAlone, set: {walk.speed: 4}}"),
        (
            "timetable: {file: buses, date: 2026-06-16}",
            "timetable: {file: buses, date: 2026-06-16}\n  fares: {operator: SB, single: 1}"
        ),
        (
            "suits: [youngFutures, earlyYears]\n    attributes: {kind: kind}",
            "suits: [earlyYears]\n    attributes: {kind: kind}"
        ),
    ])
    func whateverAJourneyDependsOnHasAnEntryOfItsOwn(_ old: String, _ new: String) throws {
        let keys = try [[], [(old, new)]].map { changes in
            let study = try loaded(changes)
            return try study.request.services.map { try #require(TravelKey.key(study, $0)) }
        }
        #expect(keys[0][0] != keys[1][0])
        #expect(keys[0][0] != keys[0][1])
        let again = try loaded([])
        #expect(try keys[0] == again.request.services.map { try #require(TravelKey.key(again, $0)) })
    }

    @Test func tooManyTripsAreNotKeptAndTheTableStaysWhole() throws {
        let run = try prepare(nil)
        let sparse = try #require(run.travel[0] as? SparseTravel)
        func built(_ most: Int) throws -> SparseTravel {
            try SparseTravel(
                ways: sparse.ways, settings: sparse.settings, quality: sparse.quality, threads: 2, keeping: most)
        }
        let (none, all) = (try built(10), try built(1_000_000))
        #expect(none.kept == nil && all.kept?.count == sparse.ways.count)
        for table in [none, all] {
            let bytes = table.packed(findings: [Finding(.note, "One."), Finding(.warning, "Two.")])
            let again = try #require(
                try SparseTravel.unpacked(bytes, settings: sparse.settings, quality: sparse.quality) { sparse.ways })
            #expect(again.hasTrips == (table.kept != nil))
            #expect(again.findings == [Finding(.note, "One."), Finding(.warning, "Two.")])
            let whole = try again.table.whole()
            let areas = Array(0..<sparse.areaCount)
            #expect(
                whole.journeys(to: 2, from: areas, household: .withCar)
                    == sparse.journeys(to: 2, from: areas, household: .withCar))
            for cut in [1, 9, bytes.count / 3, bytes.count - 1] {
                let torn = try SparseTravel.unpacked(
                    bytes.prefix(cut), settings: sparse.settings, quality: sparse.quality
                ) { [] }
                #expect(torn == nil)
            }
        }
    }
}
