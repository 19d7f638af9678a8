import Foundation
import HubModel
import HubPlanTestSupport
import OpenData
import Testing

@testable import HubPlan

/// From a place's name to a study that solves, on a package of six areas.
struct PlaceStarterTests {
    private func write(
        _ places: [String], polygon: String? = nil, in england: TinyEngland, needs: String? = nil,
        buffer: Double = 1_000, countsAcross: Bool = true, count: Int? = 1
    ) throws -> (run: StudyRun, yaml: String, told: String) {
        let written = try PlaceStarter(
            places: places, polygon: polygon, package: england.package, needsIndex: needs, buffer: buffer,
            countsAcross: countsAcross, count: count, out: england.folder.file("study.yaml")
        ).write()
        return (
            try StudyRun.prepare(written.path), try String(contentsOfFile: written.path, encoding: .utf8), written.told
        )
    }

    private func expectFailure<Failure: Error & CustomStringConvertible>(
        _ type: Failure.Type, _ parts: String..., sourceLocation: SourceLocation = #_sourceLocation,
        from work: () throws -> Void
    ) {
        let error = #expect(throws: type, sourceLocation: sourceLocation) { try work() }
        for part in parts {
            #expect(
                error?.description.contains(part) == true, "\(error?.description ?? "")", sourceLocation: sourceLocation
            )
        }
    }

    /// The text that a planner gets, word for word. `HUBPLAN_GOLDEN=write` writes it anew.
    @Test func theStudyReadsAsItShould() throws {
        let england = try TinyEngland()
        let yaml = try write(["Hill"], in: england).yaml
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/hill.yaml")
        if ProcessInfo.processInfo.environment["HUBPLAN_GOLDEN"] == "write" {
            try yaml.write(to: golden, atomically: true, encoding: .utf8)
        }
        let wanted = try String(contentsOf: golden, encoding: .utf8)
        #expect(yaml == wanted)
    }

    @Test func theStudyTakesInWhatItSaysAndSolves() throws {
        let england = try TinyEngland()
        let (run, _, told) = try write(["Hill"], in: england)
        #expect(run.region.areas.map(\.code) == (1...5).map { "E0100000\($0)" })
        #expect(run.region.sites.map(\.id) == ["college", "library", "primary", "secondary"])
        #expect(
            told.contains("Hill, a district (E07000901). 4 areas of the place, and 1 across its border within 1 km."))
        // Nine ages of 10 people an area number, in areas 1 to 4, and in 5.
        #expect(told.contains("Young Futures hubs: 1, for 900 young people aged 10 to 18 and 450 across its border"))
        #expect(run.region.demand[0].reduce(0) { $0 + $1.children } == 1_350)
        guard case .solved(let solution) = try run.solve(limits: SolveLimits(gap: 0)) else {
            Issue.record("the study has no plan")
            return
        }
        #expect(solution.services.map(\.open.count) == [1, 1])
    }

    @Test func onlyThePeopleOfThePlaceMayCount() throws {
        let england = try TinyEngland()
        let run = try write(["Hill"], in: england, countsAcross: false).run
        #expect(run.region.areas.count == 5)
        #expect(run.region.demand[0].reduce(0) { $0 + $1.children } == 900)
    }

    @Test func withoutABufferTheStudyEndsAtTheBorder() throws {
        let england = try TinyEngland()
        let (run, yaml, _) = try write(["Hill"], in: england, buffer: 0)
        #expect(run.region.areas.count == 4)
        #expect(!yaml.contains("buffer"))
    }

    /// No site that suits stands in Far End; the college is 100 m short of it.
    @Test func aRuleThatBitesNobodyIsToldWithTheNearestPlace() throws {
        let england = try TinyEngland()
        let (run, yaml, told) = try write(["Hill"], in: england)
        #expect(run.request.services.map(\.share) == [.reportOnly, .reportOnly])
        #expect(
            told.contains(
                "Of 3 candidates for a Young Futures hub none stands in one of the 1 'left-behind' wards of 2020, so no "
                    + "share is asked for; the plan's is told. Nearest: The college, 100 m from the ward Far End."))
        #expect(yaml.contains("rule: wards225, aim: reportOnly"))
    }

    @Test func aRuleThatBitesAsksForHalfOrForAsMuchAsCanBe() throws {
        let england = try TinyEngland()
        // Of the early-years candidates only the nursery stands in the ward: enough for half of two hubs, not of three.
        let two = try write(["Dale district"], in: england, buffer: 3_000, count: 2)
        #expect(two.yaml.contains("rule: wards225, atLeast: 50%"))
        try FileManager.default.removeItem(atPath: england.folder.file("study.yaml"))
        let three = try write(["Dale district"], in: england, buffer: 5_000, count: 3)
        #expect(three.yaml.contains("rule: wards225, aim: asHighAsPossible"))
        #expect(three.told.contains("only 1 stands in one of the 1 'left-behind' wards of 2020, too few for half"))
    }

    /// The nursery of Dale stands in the ward, and no site of Hill does.
    @Test func aRuleThatBitesAcrossTheBorderAlonePutsNoHubThere() throws {
        let england = try TinyEngland()
        let (run, yaml, told) = try write(["Hill"], in: england, buffer: 3_000, count: 1)
        #expect(run.region.sites.contains { $0.id == "nursery" })
        #expect(run.request.services.map(\.share) == [.reportOnly, .reportOnly])
        #expect(
            told.contains(
                "none in Hill itself stands in one of the 1 'left-behind' wards of 2020, and 1 across its border does"))
        #expect(!yaml.contains("atLeast: 50%"))
        #expect(run.region.isAcross == [false, false, false, false, true, true])
        #expect(run.region.border?.polygons.count == 1)
    }

    @Test func aRuleThatLeavesNoChoiceIsSaid() throws {
        let england = try TinyEngland()
        let told = try write(["Dale district"], in: england, buffer: 3_000, count: 1).told
        #expect(told.contains("the rule alone decides where one of them stands (The nursery)"))
        #expect(told.contains("aim: reportOnly"))
    }

    @Test func groupsAreToldUnderTheHubsThatTheyAreFor() throws {
        let england = try TinyEngland()
        let groups = try write(["Hill"], in: england).run.region.groups
        #expect(groups.map(\.id) == ["age10to15", "age16to18", "age0to1", "age2to4"])
        #expect(groups.filter { $0.isTold(under: "youngFutures") }.map(\.id) == ["age10to15", "age16to18"])
        #expect(groups.filter { $0.isTold(under: "earlyYears") }.map(\.id) == ["age0to1", "age2to4"])
    }

    @Test func moreHubsThanSitesAreNotAskedFor() throws {
        let england = try TinyEngland()
        let (run, _, told) = try write(["Hill"], in: england, buffer: 0, count: 3)
        #expect(run.request.services.map(\.count) == [2, 2])
        #expect(told.contains("Only 2 sites suit it, so 2 hubs instead of 3."))
    }

    @Test func aKindOfHubWithoutSitesIsLeftOutAndSaidSo() throws {
        let england = try TinyEngland(sites: [("primary", "primary", 401_500, 2)])
        let (run, yaml, told) = try write(["Hill"], in: england)
        #expect(run.region.services.map(\.id) == ["earlyYears"])
        #expect(told.contains("No Young Futures hub: no site that suits it"))
        #expect(yaml.contains("# No Young Futures hub: no site that suits it"))
        let none = try TinyEngland(sites: [("primary", "primary", 405_500, 6)])
        expectFailure(OpenDataError.self, "stands in Hill or within 1 km of it", "--buffer") {
            _ = try write(["Hill"], in: none)
        }
    }

    @Test func aDrawnOutlineTakesInTheAreasInIt() throws {
        let england = try TinyEngland()
        let drawn = try england.folder.write(
            "drawn.geojson",
            """
            {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}},
            "features": [{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates":
            [[[400000, 300000], [402000, 300000], [402000, 301000], [400000, 301000], [400000, 300000]]]}}]}
            """)
        let (run, yaml, told) = try write([], polygon: drawn, in: england, buffer: 0)
        #expect(run.region.areas.map(\.code) == ["E01000001", "E01000002"])
        #expect(yaml.contains("within: {file: \"drawn.geojson\"}"))
        #expect(told.contains("drawn, as drawn in"))
    }

    /// A file of the user's own: the study names it, and a part of the index will not do.
    @Test func theNeedsIndexIsJoinedWhereItLies() throws {
        let england = try TinyEngland()
        let ranks = (1...6).map { "E0100000\($0),\($0)" }.joined(separator: "\n")
        let needs = try england.folder.write(
            "cni.csv", "lsoa21_code,Community Needs Index 2023 Rank,Connectedness Domain Rank\n" + ranks + "\n")
        let (_, yaml, _) = try write(["Hill"], in: england, needs: needs, buffer: 0)
        #expect(yaml.contains("cni23: {file: \"cni.csv\", key: \"lsoa21_code\", vintage: LSOA 2021}"))
        #expect(yaml.contains("column: \"cni23/Community Needs Index 2023 Rank\", worst: 10%"))
        let part = try england.folder.write("part.csv", "lsoa21_code,CNI rank\nE01000001,1\n")
        try FileManager.default.removeItem(atPath: england.folder.file("study.yaml"))
        expectFailure(OpenDataError.self, "part.csv has no rank for 5 areas of England") {
            _ = try write(["Hill"], in: england, needs: part)
        }
    }

    @Test func aStudyThatIsThereIsLeftAlone() throws {
        let england = try TinyEngland()
        _ = try england.folder.write("study.yaml", "mine")
        expectFailure(HubPlanError.self, "is there already and is left as it is") {
            _ = try write(["Hill"], in: england)
        }
        #expect(try england.folder.read("study.yaml") == Data("mine".utf8))
    }

    @Test func aMissingPackageIsToldWithHowToMakeOne() {
        expectFailure(HubPlanError.self, "The package nowhere.gpkg is missing", "hubplan data build") {
            _ = try PlaceStarter(
                places: ["Hill"], polygon: nil, package: "nowhere.gpkg", needsIndex: nil, buffer: 0,
                countsAcross: true, count: nil, out: nil)
        }
    }

    @Test func aStudyReachedByALinkNamesFilesFromWhereItReallyStands() throws {
        let england = try TinyEngland()
        let folder = england.folder.file("deep/down")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: england.folder.file("link"), withDestinationPath: folder)
        let study = england.folder.file("link/study.yaml")
        _ = try PlaceStarter(
            places: ["Hill"], polygon: nil, package: england.package, needsIndex: nil, buffer: 0, countsAcross: true,
            count: nil, out: study
        ).write()
        _ = try StudyRun.prepare(study)
    }
}
