import Foundation
import HubModel
import HubPlanTestSupport
import Testing

@testable import Regions

/// Questions asked with options become studies that read like any other.
struct QuickStudyTests {
    private let areas = """
        LSOA21CD,LSOA21NM,easting,northing,children,decile,kind
        E01000001,North,400500,300500,10,1,a
        E01000002,South,401500,300500,7,1,b
        E01000003,East,402500,300500,5,2,
        E01000004,West,403500,300500,3,2,

        """
    private let sites = """
        lsoa,urn,establishment name,lat,lng,listed,ward,nothing
        E01000001,100,School A,52.6,-1.99,Yes,W1,x
        E01000002,101,School B,52.6,-1.98,No,,y
        E01000003,102,School C,52.6,-1.96,yes,,z
        E01000004,103,School D,52.6,-1.95,,,w

        """

    private func question(_ scratch: ScratchFolder) throws -> QuickQuestion {
        QuickQuestion(
            areas: try scratch.write("areas.csv", areas), weight: "children",
            sites: try scratch.write("sites.csv", sites), count: 2, name: "Quick \"hubs\": a test",
            traveller: "youngPersonAlone")
    }

    /// The study, written where it says and loaded from there.
    private func load(_ question: QuickQuestion, _ scratch: ScratchFolder) throws -> PreparedStudy {
        let (text, _) = try QuickStudy(question).study(in: scratch.file("run"))
        let beforehand = try StudyLoader(travellers: .plain).load(text)
        try FileManager.default.createDirectory(atPath: scratch.file("run"), withIntermediateDirectories: true)
        let path = try scratch.write("run/study.yaml", text.yaml)
        let prepared = try StudyLoader(travellers: .plain).load(path: path)
        #expect(prepared.region.inputs == beforehand.region.inputs)
        #expect(prepared.text == text.yaml)
        return prepared
    }

    private func expectFailure(
        _ question: QuickQuestion, _ parts: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: RegionError.self, sourceLocation: sourceLocation) {
            _ = try QuickStudy(question).study(in: "run")
        }
        for part in parts {
            #expect(
                error?.description.contains(part) ?? false, "\(error?.description ?? "")",
                sourceLocation: sourceLocation)
        }
    }

    @Test func everythingIsFoundAndTold() throws {
        let scratch = try ScratchFolder()
        let question = try question(scratch)
        let (text, taken) = try QuickStudy(question).study(in: scratch.file("run"))
        #expect(taken.count == 3)
        #expect(taken[0].contains("key LSOA21CD, name LSOA21NM, columns easting and northing in EPSG:27700"))
        #expect(taken[1].contains("key urn, name establishment name, columns lng and lat in EPSG:4326"))
        #expect(taken[1].contains("column lsoa says which area each stands in"))
        #expect(taken[2].contains("Coordinate system of the study: EPSG:27700"))
        #expect(text.yaml.contains("file: \"../areas.csv\""))
        let region = try load(question, scratch).region
        #expect(region.name == "Quick \"hubs\": a test")
        #expect(region.areas.map(\.name) == ["North", "South", "East", "West"])
        #expect(region.sites.map(\.id) == ["100", "101", "102", "103"])
        #expect(region.sites.map(\.area) == [0, 1, 2, 3])
        #expect(region.demand[0].reduce(0) { $0 + $1.children } == 25)
        #expect(region.rules.isEmpty)
    }

    @Test(arguments: [
        ("listed>=50%", [true, false, true, false]), ("ward >= 1/2", [true, false, false, false]),
        ("decile<=1 >=50%", [true, true, false, false]), ("kind=b>=1 hub", [false, true, false, false]),
        ("decile>=2>=50%", [false, false, true, true]),
    ])
    func aShareIsByAColumnOfSitesOrAreas(_ share: String, _ inside: [Bool]) throws {
        let scratch = try ScratchFolder()
        var question = try question(scratch)
        question.share = share
        let prepared = try load(question, scratch)
        #expect(prepared.region.rules.map(\.id) == ["disadvantaged"])
        #expect(prepared.region.rules[0].sites.map(\.inside) == inside)
        #expect(prepared.request.services[0].shareRule == 0)
        #expect(prepared.request.services[0].share.required(of: 2) == 1)
        // One column is no double disadvantage, and nobody's car was counted.
        #expect(prepared.region.rules[0].called.hasPrefix("places where "))
        #expect(!prepared.region.tellsCars)
    }

    @Test func aLimitOfMinutesAsksForReach() throws {
        let scratch = try ScratchFolder()
        var question = try question(scratch)
        #expect(try load(question, scratch).request.services[0].objective == .mean)
        question.reach = 90
        let prepared = try load(question, scratch)
        #expect(prepared.request.services[0].objective == .reach)
        #expect(prepared.region.services[0].reachLimit == 900)
        question.objective = "mean"
        #expect(try load(question, scratch).request.services[0].objective == .mean)
    }

    @Test func whatCannotBeToldNamesItsOption() throws {
        let scratch = try ScratchFolder()
        let good = try question(scratch)
        var question = good
        question.weight = "childen"
        expectFailure(question, "--weight", "no column 'childen'", "Did you mean 'children'?")
        question = good
        question.areas = scratch.file("none.csv")
        expectFailure(question, "--areas", "no file")
        question = good
        question.areas = try scratch.write(
            "plain.csv", areas.replacing("LSOA21CD", with: "a").replacing("LSOA21NM", with: "b"))
        expectFailure(question, "Name one with --areas-key", "a, b")
        question.areasKey = "a"
        #expect(try load(question, scratch).region.areas.count == 4)
        question = good
        question.areas = try scratch.write("xy.csv", areas.replacing("easting,northing", with: "x,y"))
        expectFailure(question, "columns x and y", "--crs EPSG:27700")
        question.crs = "EPSG:27700"
        #expect(try load(question, scratch).region.areas[0].point == Point(x: 400_500, y: 300_500))
        question = good
        question.sites = try scratch.write("blind.csv", "id,name\n1,a\n2,b\n")
        expectFailure(question, "--sites", "no shapes and no columns")
        for (share, part) in [
            ("listed", "has no share"), ("listed>=lots", "is not a share"), ("lited>=50%", "Did you mean 'listed'?"),
            ("nothing>=50%", "neither yes and no nor blanks"),
        ] {
            question = good
            question.share = share
            expectFailure(question, "--share", part)
        }
    }

    @Test func layersWithShapesAndDegreesNeedNoColumns() throws {
        let scratch = try ScratchFolder()
        var question = try question(scratch)
        let squares = SmallStudy.squares([("E01000001", 400_000, 402_000), ("E01000002", 402_000, 404_000)])
            .replacing("\"properties\": {", with: "\"properties\": {\"children\": 5, ")
        question.areas = try scratch.write("areas.geojson", squares)
        let region = try load(question, scratch).region
        #expect(region.crs == "EPSG:27700")
        #expect(region.areaOutlines.count == 2)
        // Far from Britain the zone of UTM that holds the middle.
        let far = areas.replacing("easting,northing", with: "lon,lat").replacing(",300500,", with: ",41.15,")
            .replacing(",40", with: ",-8.6")
        question.areas = try scratch.write("far.csv", far)
        question.sites = try scratch.write("far-sites.csv", "id,lon,lat\n1,-8.61,41.15\n2,-8.62,41.16\n")
        #expect(try QuickStudy(question).study(in: "run").text.yaml.contains("crs: \"EPSG:32629\""))
    }

    @Test func pathsLeadFromTheFolderOfTheRun() throws {
        #expect(RelativePath.shortened("/a/./b/../c") == "/a/c")
        let scratch = try ScratchFolder()
        let file = try scratch.write("areas.csv", areas)
        #expect(RelativePath.of(file, from: scratch.file("deep/run")) == "../../areas.csv")
        #expect(RelativePath.of(file, from: scratch.path) == "areas.csv")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.file("link"), withDestinationPath: FileManager.default.temporaryDirectory.path)
        let path = RelativePath.of(file, from: scratch.file("link/run"))
        #expect(FileManager.default.fileExists(atPath: RelativePath.resolved(scratch.file("link/run") + "/" + path)))
        #expect(!path.contains("link"))
    }
}
