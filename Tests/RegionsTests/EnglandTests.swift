import Foundation
import HubModel
import Spatial
import Testing

@testable import Regions

/// The real studies, where the real data is to be had.
@Suite(.enabled(if: EnglandData.isThere))
struct EnglandTests {
    private func column(_ name: String, of file: String) throws -> [String] {
        let folder = try #require(EnglandData.folder)
        let layer = try VectorFile.read("\(folder)/\(file)", columns: [name])
        return try #require(layer.column(name)).map { $0 ?? "" }
    }

    @Test func bothServicesOfEngland() throws {
        let prepared = try EnglandData.load("both-services")
        let region = prepared.region
        #expect(region.areas.count == 33_755)
        #expect(region.areas.map(\.code) == region.areas.map(\.code).sorted())
        #expect(region.areaOutlines.count == 33_755)
        #expect(region.areaOutlines.allSatisfy { !$0.isEmpty })

        try checkChildren(region)
        try checkRules(region)
        try checkSites(region)

        let limits = prepared.request.services.map(\.limits)
        #expect(limits[0].map(\.title).count == 8)
        #expect(limits[1].count == 9)
        #expect(limits.joined().allSatisfy { $0.least == 1 && !$0.sites.isEmpty })
        let regions = limits[1].flatMap(\.sites)
        #expect(Set(regions).count == regions.count)
        #expect(regions.count == region.sites.count { $0.suits & 2 != 0 })
    }

    /// The counts that the data's own note gives: 1,262 areas, 1,485 at least half inside the 225 wards, 530 in both.
    @Test func rulesSideBySide() throws {
        let rules = try EnglandData.load("rules").region.rules
        #expect(rules.map(\.id) == ["wards225", "worstTenthOfBoth", "worstTenthCNI", "worstTenthIMD"])
        #expect(rules[0].areas.count { $0 } == 1_485)
        #expect(rules[1].areas.count { $0 } == 1_262)
        #expect(zip(rules[0].areas, rules[1].areas).count { $0 && $1 } == 530)
        #expect(rules[2].areas.count { $0 } == 3_375)
        #expect(rules[3].areas.count { $0 } == 3_375)
        #expect(zip(rules[2].areas, rules[3].areas).map { $0 && $1 } == rules[1].areas)
    }

    /// Nobody is lost or made on the way from the areas of 2011 to those of 2021.
    private func checkChildren(_ region: Region) throws {
        let codes = try column("lsoa11_code", of: "population20_lsoa11.csv.gz")
        for (service, ages) in [10...18, 0...4].enumerated() {
            let people = try ages.reduce(into: Array(repeating: 0, count: codes.count)) { sum, age in
                for (row, text) in try column("\(age)", of: "population20_lsoa11.csv.gz").enumerated() {
                    sum[row] += try #require(Int(text))
                }
            }
            let english = zip(codes, people).reduce(0) { $1.0.hasPrefix("E") ? $0 + $1.1 : $0 }
            #expect(region.demand[service].reduce(0) { $0 + $1.children } == Int64(english))
        }
        #expect(region.demand[0].reduce(0) { $0 + $1.children } == 5_920_994)
        #expect(region.demand[1].reduce(0) { $0 + $1.children } == 3_239_447)
        let withoutCar = region.demand[0].filter { $0.household == .withoutCar }.reduce(0) { $0 + $1.children }
        #expect((0.20...0.30).contains(Double(withoutCar) / 5_920_994))
    }

    /// 225 wards; 1,262 areas, row by row as the file flags them, by the flag and by the thresholds.
    private func checkRules(_ region: Region) throws {
        #expect(region.rules.map(\.id) == ["wards225", "areas1262", "worstTenthOfBoth"])
        #expect(region.rules.map(\.placeCount) == [225, 1_262, 1_262])
        #expect(region.rules[0].outlines.count == 225)
        let codes = try column("lsoa21_code", of: "cni2023_england_lsoa21.csv.gz")
        let flags = try column("Left Behind Area?", of: "cni2023_england_lsoa21.csv.gz")
        let flagged = Set(zip(codes, flags).filter { $0.1 == "TRUE" }.map(\.0))
        #expect(flagged.count == 1_262)
        for rule in region.rules.dropFirst() {
            #expect(rule.areas == region.areas.map { flagged.contains($0.code) })
            #expect(rule.sites.map(\.inside) == region.sites.map { flagged.contains(region.areas[Int($0.area)].code) })
        }
        for rule in region.rules {
            #expect(rule.sites.contains { $0.borderline && $0.inside })
            #expect(rule.sites.contains { $0.borderline && !$0.inside })
            #expect(rule.sites.allSatisfy { $0.borderline == (($0.metresToBoundary ?? .infinity) < 150) })
        }
    }

    /// Wrong coordinates are told and left out; the rewritten number stays as it stands.
    private func checkSites(_ region: Region) throws {
        #expect(region.sites.count { $0.suits & 1 != 0 } == 6_683)
        #expect(region.sites.count { $0.suits & 2 != 0 } == 20_081)
        #expect(region.sites.map(\.id) == region.sites.map(\.id).sorted())
        #expect(region.sites.contains { $0.id == "gias-1e+05" })
        let warnings = region.findings.filter { $0.kind == .warning }.map(\.sentence)
        #expect(warnings.contains { $0.contains("7 sites of 'sites/gias") && $0.contains("gias-139238 at 34.4 km") })
        #expect(warnings.contains { $0.contains("1e+05") })
        #expect(warnings.contains { $0.contains("stand in no neighbourhood") })
    }

    /// Small enough to read by hand: the 225 wards leave one candidate for young people.
    @Test func hastingsAndRother() throws {
        let prepared = try EnglandData.load("hastings")
        let region = prepared.region
        #expect(region.areas.count == 111)
        #expect(Set(region.areaAttributes["districtName"] ?? []) == ["Hastings", "Rother"])
        #expect(prepared.request.services.map(\.share) == [.asHighAsPossible, .asHighAsPossible])
        #expect(prepared.request.services.map(\.shareRule) == [1, 0])
        let wards = region.rules[0]
        let inside = region.sites.indices.filter { wards.sites[$0].inside }
        #expect(inside.map { region.sites[$0].id } == ["gias-114491"])
        #expect(inside.map { region.sites[$0].suits } == [0b10])
        #expect(inside.map { wards.sites[$0].place } == ["Sidley"])
        #expect(region.rules[1].sites.count { $0.inside } == 2)
        #expect(region.rules[1].areas.count { $0 } == 6)
        #expect(region.neighbourhoods.count < 100)
        #expect(region.rules[0].outlines.count < 10)
    }

    /// Ranks and deciles put the bound at the same place: rank 3,375 of 33,755 is in, 3,376 is out.
    @Test(arguments: ["{column: imd25/IMD_rank, worst: 10%}", "{column: imd25/IMD_rank, atMost: 3375}"])
    func ranksAndDecilesAgree(_ test: String) throws {
        let path = EnglandData.packageRoot.appendingPathComponent("Fixtures/studies/england/young-futures.yaml")
        let yaml = try String(contentsOf: path, encoding: .utf8)
            .replacing("  thresholds: [{column: imd25/IMD_decile, atMost: 1}]", with: "  thresholds: [\(test)]")
        let study = try Study(yaml: yaml, file: "study.yaml")
        let files = DataFiles(studyFolders: ["."], dataFolder: EnglandData.folder, wanted: study.wantedColumns)
        let layer = try files.layer(study.areas.source, role: "areas")
        let projector = try Projector(study: study)
        let frame = try AreaFrame(
            study.areas, layer: layer,
            selection: AreaSelection(
                study.areas, layer: layer, projector: projector,
                outlineReader: OutlineReader(files: files, projector: projector)))
        let tests = ThresholdTests(tables: AreaTables(study: study, frame: frame, files: files))
        let byRank = try tests.passes(try #require(study.deprived).thresholds)
        let rule = try #require(study.rules.first { $0.id == "worstTenthOfBoth" })
        guard case .thresholds(let thresholds) = rule.form else { throw RegionError("no thresholds") }
        let byDecile = try tests.passes(thresholds.filter { $0.column.text == "imd25/IMD_decile" })
        #expect(byRank.count { $0 } == 3_375)
        #expect(byRank == byDecile)
    }
}
