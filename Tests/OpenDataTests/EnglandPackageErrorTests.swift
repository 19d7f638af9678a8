import Foundation
import HubPlanTestSupport
import OpenData
import Testing

@Suite("What is wrong with open data is said in a sentence, and nothing is written")
struct EnglandPackageErrorTests {
    @Test(
        "A needed file that is missing",
        arguments: [
            ("centroids.csv", "Population Weighted Centroids"), ("LSOA21_WD24_LAD24.csv", "Electoral Ward (2024)"),
            ("census/ts007a-lsoa.csv", "TS007A"), ("sape23.csv", "mid-2020"),
            ("LSOA11_LSOA21.csv", "LSOA (2011) to LSOA (2021)"),
            ("edubasealldata.csv", "Get Information about Schools"),
        ])
    func missing(name: String, title: String) throws {
        var country = try SmallCountry()
        country.files[name] = nil
        country.files["census/ts007a-ltla.csv"] = nil
        let sentence = country.sentence()
        #expect(sentence.contains(title))
        #expect(sentence.contains("nothing can be made without it"))
        #expect(sentence.contains("hubplan data list"))
    }

    @Test("A value that is no count names file, row, area, column and value")
    func count() throws {
        var country = try SmallCountry()
        country["census/ts045-lsoa.csv"] = country["census/ts045-lsoa.csv"].replacing("80,20", with: "80,some")
        #expect(
            country.sentence()
                == "The file census/ts045-lsoa.csv, row 2 (E01000002), column \"Number of cars or vans: No cars or vans "
                + "in household\": \"some\" is not a whole number of 0 or more. Fetch the file again, or correct the row."
        )
    }

    @Test("More households without a car than households")
    func cars() throws {
        var country = try SmallCountry()
        country["census/ts045-lsoa.csv"] = country["census/ts045-lsoa.csv"].replacing("80,20", with: "80,90")
        #expect(country.sentence().contains("has 90 households without a car of 80 in E01000002"))
    }

    @Test("A negative count of children")
    func negative() throws {
        var country = try SmallCountry()
        country["sape23.csv"] = country["sape23.csv"].replacing("2000,3,3", with: "2000,-3,3")
        #expect(country.sentence().contains("row 2 (E01000012), column \"0\": \"-3\" is not a whole number"))
    }

    @Test("A coordinate that is none")
    func coordinate() throws {
        var country = try SmallCountry()
        country["centroids.csv"] = country["centroids.csv"].replacing("E01000002,2500", with: "E01000002,n/a")
        #expect(country.sentence().contains("row 1 (E01000002), column \"x\": \"n/a\" is not a coordinate"))
    }

    @Test(
        "A code that stands twice",
        arguments: [
            ("centroids.csv", "E01000002,2500,1500,2,b"),
            ("LSOA21_WD24_LAD24.csv", "E01000001,A,E05000001,B,E07000008,C,9"),
            ("census/ts007a-lsoa.csv", "2021,East 001B,E01000003,100,5,5,5,9"), ("ruc.csv", "E01000003,UF1,Urban"),
        ])
    func repeated(name: String, row: String) throws {
        var country = try SmallCountry()
        country[name] += row + "\n"
        let sentence = country.sentence()
        #expect(sentence.hasPrefix("The file \(name) has E0100000"))
        #expect(sentence.hasSuffix("Keep one row an area."))
    }

    @Test("A pair of the lookup that stands twice, or lacks a code")
    func lookup() throws {
        var country = try SmallCountry()
        country["LSOA11_LSOA21.csv"] += "E01000001,West 001A,U,E01000001,West 001A,E07000008,Cambridge\n"
        #expect(country.sentence().contains("row 5, repeats the pair E01000001 to E01000001"))
        country = try SmallCountry()
        country["LSOA11_LSOA21.csv"] += "E01000001,West 001A,U,,West 001A,E07000008,Cambridge\n"
        #expect(country.sentence().contains("row 5, lacks the code of 2011 or of 2021"))
    }

    @Test("Areas that a needed table lacks")
    func lacking() throws {
        var country = try SmallCountry()
        country["centroids.csv"] += "E01000004,4500,1500,5,e\n"
        #expect(country.sentence().contains("LSOA21_WD24_LAD24.csv has no row for 1 of 4 areas: E01000004"))
    }

    @Test("Areas that nothing leads to from 2011")
    func unreached() throws {
        var country = try SmallCountry()
        country["LSOA11_LSOA21.csv"] = country["LSOA11_LSOA21.csv"]
            .replacing("E01000012,East 001,S,E01000002", with: "E01000012,East 001,S,E01000009")
        #expect(country.sentence().contains("1 area of 3 would get no children"))
    }

    @Test("An establishment that stands in two downloads")
    func twoRegisters() throws {
        var country = try SmallCountry()
        country.files["older.csv"] = (country.files["edubasealldata.csv"] ?? Data()) + Data("\n".utf8)
        #expect(country.sentence().contains("URN 100000 stands twice: in edubasealldata.csv and in older.csv"))
    }

    @Test("Two files that fit equally well")
    func ambiguous() throws {
        var country = try SmallCountry()
        country["newer.csv"] = country["ruc.csv"].replacing("RSF1", with: "RSN1")
        #expect(
            country.sentence().hasPrefix(
                "2 files fit \"Rural Urban Classification (2021) of LSOAs in EW\": newer.csv, ruc.csv. Leave the one"))
    }

    @Test("A copy of a file is no second file")
    func copy() throws {
        var country = try SmallCountry()
        country["a copy.csv"] = country["ruc.csv"]
        #expect(try country.build().read.count { $0.title.hasPrefix("Rural") } == 1)
    }

    @Test("Outlines of wards without a list of which are left behind")
    func wardsWithoutList() throws {
        var country = try SmallCountry()
        country["left-behind.geojson"] = country["left-behind.geojson"].replacing("lba_code", with: "WD17CD")
            .replacing("lba_name", with: "WD17NM")
        #expect(country.sentence().contains("nothing says which are left behind"))
    }

    @Test("No folder, a file for a folder, and a package with another ending")
    func paths() throws {
        let country = try SmallCountry()
        let folder = try country.write()
        let out = country.scratch.file("england.gpkg")
        func sentence(_ from: String, _ to: String) -> String {
            do {
                _ = try EnglandPackage.build(from: from, to: to)
                return ""
            } catch { return "\(error)" }
        }
        #expect(sentence(folder + "/none", out).hasPrefix("There is no folder"))
        #expect(sentence(folder + "/ruc.csv", out).contains("is a file. Name the folder"))
        #expect(sentence(folder, country.scratch.file("england.csv")).contains("ends in .gpkg"))
        #expect(sentence(folder, country.scratch.file("nowhere/england.gpkg")).contains("there is no folder"))
        #expect(try country.scratch.names() == ["from"])
    }

    @Test("A file that cannot be read is passed over and named")
    func damaged() throws {
        var country = try SmallCountry()
        country["torn.csv.gz"] = "no gzip"
        #expect(try country.build().notes.contains { $0.hasPrefix("torn.csv.gz was passed over.") })
    }
}
