import Foundation
import HubModel
import HubPlanTestSupport
import OpenData
import Spatial
import Testing

@Suite("England's package, of a small country")
struct EnglandPackageTests {
    private typealias Area = EnglandLayers.AreaColumn

    @Test("Official headings are known, and what is not of England is left out")
    func areas() throws {
        let country = try SmallCountry()
        let report = try country.build()
        let layer = try country.layer(EnglandLayers.areas)
        #expect(layer.column(Area.code) == ["E01000001", "E01000002", "E01000003"])
        #expect(layer.column(Area.wardName) == ["West Ward", "East, and North", "East, and North"])
        #expect(layer.column(Area.region) == ["East of England", "East of England", "East of England"])
        #expect(layer.column(Area.settlement) == ["UN1", "RSF1", "UF1"])
        #expect(layer.column(Area.residents) == ["100", "200", "100"])
        #expect(layer.column(Area.households) == ["40", "80", "50"])
        #expect(layer.column(Area.householdsWithoutCar) == ["10", "20", "5"])
        #expect(layer.column(Area.deprivationRank) == ["3", "1", "2"])
        #expect(layer.column(Area.deprivationDecile) == ["10", "1", "7"])
        #expect(layer.shapes[0] == .point(.init(x: 1500.25, y: 1500)))
        #expect(layer.crs?.definition == "EPSG:27700")
        let centres = try #require(report.read.first { $0.path == "centroids.csv" })
        #expect(centres.rows == 4)
        #expect(centres.used == 3)
        #expect(centres.dropped == [DroppedRows(rows: 1, why: "outside England")])
    }

    @Test("Children of a divided area are shared as the Census found children, in whole people, none lost")
    func ages() throws {
        let country = try SmallCountry()
        let report = try country.build()
        // Ten aged 3, in parts of 30 and 15 children: 6.67 and 3.33. Three aged 4: 2 and 1.
        #expect(try country.column(EnglandLayers.areas, Area.aged(3)) == ["3", "7", "3"])
        #expect(try country.column(EnglandLayers.areas, Area.aged(4)) == ["4", "2", "1"])
        #expect(try country.column(EnglandLayers.areas, Area.aged(18)) == ["18", "2", "1"])
        let check = try #require(report.checks.first { $0.what.hasPrefix("people aged 0 to 18") })
        #expect(check.holds)
        #expect(check.found == "235")
    }

    @Test("Parts without any child in the Census share equally")
    func agesWithoutWeights() throws {
        var country = try SmallCountry()
        country["census/ts007a-lsoa.csv"] = country["census/ts007a-lsoa.csv"]
            .replacing("200,10,10,10,0", with: "200,0,0,0,0").replacing("100,5,5,5,9", with: "100,0,0,0,9")
        try country.build()
        #expect(try country.column(EnglandLayers.areas, Area.aged(3)) == ["3", "5", "5"])
        #expect(try country.column(EnglandLayers.areas, Area.aged(4)) == ["4", "2", "1"])
    }

    @Test("An area stays in the district it was made for, and that is said")
    func districts() throws {
        let country = try SmallCountry()
        let report = try country.build()
        #expect(try country.column(EnglandLayers.areas, Area.district) == ["E07000008", "E07000009", "E07000009"])
        #expect(try country.column(EnglandLayers.areas, Area.districtName)[2] == "East Cambs")
        #expect(report.notes.contains { $0.hasPrefix("E01000003 (East 001B) was put into East Cambs") })
    }

    @Test("Left-behind wards: by best fit of the areas of 2011, and codes and names only")
    func leftBehind() throws {
        let country = try SmallCountry()
        try country.build()
        #expect(try country.column(EnglandLayers.areas, Area.leftBehindWard) == [nil, "E05000102", "E05000102"])
        let wards = try country.layer(EnglandLayers.leftBehindWards)
        #expect(wards.columns == ["ward17_code", "ward17_name"])
        #expect(wards.values == [["E05000102"], ["Left"]])
    }

    @Test("A table that marks wards is the list where outlines of all wards are there, and none of its index is kept")
    func markedWards() throws {
        var country = try SmallCountry()
        country["cni.csv"] = """
            ward17_code,ward17_name,Community Needs Index score,Left Behind Area?
            E05000101,West,77.125,FALSE
            E05000102,Left,88.125,TRUE

            """
        country["left-behind.geojson"] = country["left-behind.geojson"].replacing("lba_code", with: "WD17CD")
            .replacing("lba_name", with: "WD17NM").replacing("S13000001", with: "E05000101")
        try country.build()
        #expect(try country.column(EnglandLayers.leftBehindWards, "ward17_code") == ["E05000102"])
        let bytes = try country.scratch.read("england.gpkg")
        #expect(bytes.firstRange(of: Data("E05000102".utf8)) != nil)
        #expect(bytes.firstRange(of: Data("88.125".utf8)) == nil)
    }

    @Test("Sites: kinds, mended numbers, and each reason for leaving one out")
    func sites() throws {
        let country = try SmallCountry()
        let report = try country.build()
        let layer = try country.layer(EnglandLayers.sites)
        #expect(
            layer.column("site_id") == ["gias-100000", "gias-100002", "gias-100009", "gias-100010", "library-1"])
        #expect(layer.column("site_name")?.first == "École of St Mary")
        #expect(layer.column("kind") == ["primary", "secondary", "childrensCentre", "college", "library"])
        #expect(layer.column("lsoa21_code") == ["E01000001", "E01000003", nil, "E01000001", nil])
        let register = try #require(report.read.first { $0.path == "edubasealldata.csv" })
        #expect(register.used == 4)
        #expect(
            Set(register.dropped.map(\.why)) == [
                "not open: closed", "at 0,0", "without coordinates", "independent schools", "welsh schools",
                "more than 2 km from the small area that the register gives", "secure, so not open to all",
            ])
    }

    @Test("Parts of a place are joined")
    func parts() throws {
        let country = try SmallCountry()
        let report = try country.build()
        #expect(try country.column(EnglandLayers.wards, "ward22_code") == ["E05000001", "E05000002"])
        #expect(report.notes.contains { $0.contains("came in parts and was joined: E05000002") })
        #expect(try country.column(EnglandLayers.districts, "region_name") == ["East of England"])
    }

    @Test("The same files give the same bytes, whatever they are called and wherever they lie")
    func deterministic() throws {
        let first = try SmallCountry()
        var second = try SmallCountry()
        second.files["deep/er/any name.csv"] = second.files.removeValue(forKey: "sape23.csv")
        try first.build()
        try second.build()
        #expect(try first.scratch.read("england.gpkg") == second.scratch.read("england.gpkg"))
        try first.build()
        let again = try first.scratch.read("england.datapackage.json")
        #expect(try first.scratch.names() == ["england.datapackage.json", "england.gpkg", "from"])
        try first.build()
        #expect(try first.scratch.read("england.datapackage.json") == again)
    }

    @Test("A package that lies in the folder already is not read as a source")
    func ownOutput() throws {
        let country = try SmallCountry()
        let folder = try country.write()
        let first = try EnglandPackage.build(from: folder, to: folder + "/england.gpkg")
        let second = try EnglandPackage.build(from: folder, to: country.scratch.file("other.gpkg"))
        #expect(first.read.map(\.path) == second.read.map(\.path))
    }

    @Test("Without optional files it goes on and says what cannot be done")
    func optional() throws {
        var country = try SmallCountry()
        for name in country.files.keys.sorted() where name.hasSuffix(".geojson") { country.files[name] = nil }
        for name in ["File_7_IoD2025.csv", "ruc.csv", "libraries.csv", "census/ts045-lsoa.csv", "LSOA11_WD17.csv"] {
            country.files[name] = nil
        }
        let report = try country.build()
        #expect(report.layers.map(\.rows) == [3, 0, 0, 0, 5, 0])
        #expect(try country.column(EnglandLayers.areas, Area.households) == [nil, nil, nil])
        #expect(try country.column(EnglandLayers.areas, Area.deprivationRank) == [nil, nil, nil])
        #expect(report.missing.contains { $0.without == "no library is a candidate" })
        #expect(report.text.contains("no rule can rest on the Index of Multiple Deprivation"))
        // Outlines alone can tell that a site is far from its area.
        #expect(try country.column(EnglandLayers.sites, "site_id").contains("gias-100005"))
    }

    @Test("Checks say found and expected, and a small country fails them")
    func checks() throws {
        let report = try SmallCountry().build()
        let areas = try #require(report.checks.first { $0.what == "small areas in England" })
        #expect(areas.found == "3")
        #expect(areas.expected == "33,755")
        #expect(!areas.holds)
        #expect(report.checks.filter { !$0.holds }.contains(areas))
        let ranks = try #require(report.checks.first { $0.what == "ranks of deprivation" })
        #expect(ranks.holds)
        #expect(ranks.expected == "1 to 3, each once")
        #expect(report.text.contains("DIFFERS  small areas in England: found 3, expected 33,755"))
    }

    @Test("A rank that stands twice is found")
    func repeatedRank() throws {
        var country = try SmallCountry()
        country["File_7_IoD2025.csv"] = country["File_7_IoD2025.csv"].replacing("9.5,3,10", with: "9.5,2,10")
        let ranks = try #require(try country.build().checks.first { $0.what == "ranks of deprivation" })
        #expect(!ranks.holds)
        #expect(ranks.found == "2 different ranks")
    }

    @Test("Files are found in archives")
    func archive() throws {
        var country = try SmallCountry()
        let folder = try country.write()
        let zip = Process()
        zip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        zip.currentDirectoryURL = URL(fileURLWithPath: folder)
        zip.arguments = [
            "python3", "-m", "zipfile", "-c", "census.zip", "census/ts007a-lsoa.csv", "census/ts007a-ltla.csv",
        ]
        try zip.run()
        zip.waitUntilExit()
        try #require(zip.terminationStatus == 0)
        country.files = ["census.zip": try Data(contentsOf: URL(fileURLWithPath: folder + "/census.zip"))]
        for name in ["census/ts007a-lsoa.csv", "census/ts007a-ltla.csv"] {
            try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
        let report = try country.build()
        #expect(
            report.read.contains {
                $0.path == "census.zip/ts007a-lsoa.csv" || $0.path == "census.zip/census/ts007a-lsoa.csv"
            })
        #expect(try country.column(EnglandLayers.areas, Area.residents) == ["100", "200", "100"])
    }
}
