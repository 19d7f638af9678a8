import Foundation
import HubPlanTestSupport
import OpenData
import Spatial
import Testing

/// A country of three small areas, as its publishers would write it down: headings, blanks and traps included.
///
/// Area E01000001 is as it was in 2011. E01000012 of 2011 was divided into E01000002 and E01000003.
struct SmallCountry {
    let scratch: ScratchFolder
    /// Contents by file name; change or remove any before `write`.
    var files: [String: Data]

    init() throws {
        scratch = try ScratchFolder()
        files = Self.official.mapValues { Data($0.utf8) }
        // Windows-1252, as the register of schools is written.
        files["edubasealldata.csv"] = Data(Self.register.unicodeScalars.map { UInt8($0.value) })
    }

    subscript(name: String) -> String {
        get { String(decoding: files[name] ?? Data(), as: UTF8.self) }
        set { files[name] = Data(newValue.utf8) }
    }

    /// The folder, with everything in it.
    func write() throws -> String {
        let folder = scratch.file("from")
        for (name, data) in files {
            let url = URL(fileURLWithPath: "\(folder)/\(name)")
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: url)
        }
        return folder
    }

    @discardableResult
    func build() throws -> BuildReport {
        try EnglandPackage.build(from: try write(), to: scratch.file("england.gpkg"))
    }

    func layer(_ name: String) throws -> VectorLayer {
        try VectorFile.read(scratch.file("england.gpkg"), layer: name)
    }

    func column(_ layer: String, _ name: String) throws -> [String?] {
        try #require(try self.layer(layer).column(name))
    }

    /// The sentence that a build fails with; nothing may be left of it.
    func sentence(_ location: SourceLocation = #_sourceLocation) -> String {
        do {
            try build()
            Issue.record("the package was written", sourceLocation: location)
            return ""
        } catch {
            let left = (try? scratch.names()) ?? []
            #expect(left == ["from"], sourceLocation: location)
            return "\(error)"
        }
    }

    private static let register = """
        "URN","LA (code)","EstablishmentName","TypeOfEstablishment (name)","EstablishmentTypeGroup (name)",\
        "EstablishmentStatus (name)","PhaseOfEducation (name)","Easting","Northing","LSOA (code)"
        1e+05,1,"École of St Mary",Academy converter,Academies,Open,Primary,1005,1005,E01000001
        100002,1,Upper School,Community school,Local authority maintained schools,"Open, but proposed to close",\
        Secondary,3005,1005,E01000003
        100003,1,Closed School,Community school,Local authority maintained schools,Closed,Primary,1005,1005,E01000001
        100004,1,Zero School,Community school,Local authority maintained schools,Open,Primary,0,0,E01000001
        100005,1,Far School,Community school,Local authority maintained schools,Open,Primary,9005,1005,E01000001
        100006,1,Grey Towers,Other independent school,Independent schools,Open,Not applicable,1005,1005,E01000001
        100007,1,Ysgol,Welsh establishment,Welsh schools,Open,Not applicable,1005,1005,W01000001
        100008,1,Nowhere School,Community school,Local authority maintained schools,Open,Primary,,,E01000001
        100009,1,Little Ones,Children's centre,Other types,Open,Not applicable,2005,1005,E01099999
        100010,1,Sixth Form,Sixth form centres,Colleges,Open,Not applicable,2005,1005,E01000001
        100011,1,Locked,Academy secure 16 to 19,Academies,Open,16 plus,2005,1005,E01000002

        """

    private static func square(_ x: Int, _ properties: String) -> String {
        let ring = [[x, 1000], [x + 1000, 1000], [x + 1000, 2000], [x, 2000], [x, 1000]]
        return
            #"{"type": "Feature", "properties": {\#(properties)}, "geometry": {"type": "Polygon", "coordinates": [\#(ring)]}}"#
    }

    private static func collection(_ features: String...) -> String {
        #"{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}, "#
            + #""features": [\#(features.joined(separator: ","))]}"#
    }

    private static let official = [
        "centroids.csv": """
        LSOA21CD,x,y,FID,GlobalID
        E01000002,2500,1500,2,b
        E01000001,1500.25,1500,1,a
        E01000003,3500,1500,3,c
        W01000001,9500,1500,4,d

        """,
        "LSOA21_WD24_LAD24.csv": """
        \u{feff}LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM,ObjectId
        E01000001,West 001A,E05000001,West Ward,E07000008,Cambridge,1
        E01000002,East 001A,E05000002,"East, and North",E07000009,East Cambs,2
        E01000003,East 001B,E05000002,"East, and North",E07000008,Cambridge,3
        W01000001,Cymru 001A,W05000001,Tref,W06000001,Sir,4

        """,
        "census/ts007a-lsoa.csv": """
        date,geography,geography code,Age: Total,Age: Aged 4 years and under,Age: Aged 5 to 9 years,\
        Age: Aged 10 to 14 years,Age: Aged 15 to 19 years
        2021,West 001A,E01000001,100,5,5,5,5
        2021,East 001A,E01000002,200,10,10,10,0
        2021,East 001B,E01000003,100,5,5,5,9
        2021,Cymru 001A,W01000001,100,5,5,5,9

        """,
        // The same table of other places, which must not be taken for it.
        "census/ts007a-ltla.csv": """
        date,geography,geography code,Age: Total,Age: Aged 4 years and under,Age: Aged 5 to 9 years,\
        Age: Aged 10 to 14 years,Age: Aged 15 to 19 years
        2021,Cambridge,E07000008,300,15,15,15,5

        """,
        "sape23.csv": """
        LSOA 2011 Code,LSOA 2011 Name,All Ages,\((0...90).map { $0 == 90 ? "90+" : "\($0)" }.joined(separator: ","))
        E01000001,West 001A,"1,000",\((0...90).map { "\($0)" }.joined(separator: ","))
        E01000012,East 001,2000,\((0...90).map { $0 == 3 ? "10" : "3" }.joined(separator: ","))
        W01000001,Cymru 001A,1000,\((0...90).map { "\($0)" }.joined(separator: ","))

        """,
        "LSOA11_LSOA21.csv": """
        LSOA11CD,LSOA11NM,CHGIND,LSOA21CD,LSOA21NM,LAD22CD,LAD22NM
        E01000001,West 001A,U,E01000001,West 001A,E07000008,Cambridge
        E01000012,East 001,S,E01000003,East 001B,E07000009,East Cambs
        E01000012,East 001,S,E01000002,East 001A,E07000009,East Cambs
        W01000001,Cymru 001A,U,W01000001,Cymru 001A,W06000001,Sir

        """,
        "census/ts045-lsoa.csv": """
        date,geography,geography code,Number of cars or vans: Total: All households,\
        Number of cars or vans: No cars or vans in household
        2021,West 001A,E01000001,40,10
        2021,East 001A,E01000002,80,20
        2021,East 001B,E01000003,50,5

        """,
        "File_7_IoD2025.csv": """
        LSOA code (2021),LSOA name (2021),Index of Multiple Deprivation (IMD) Score,\
        Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),\
        Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),\
        Income Rank (where 1 is most deprived)
        E01000001,West 001A,9.5,3,10,1
        E01000002,East 001A,20.5,1,1,2
        E01000003,East 001B,10.5,2,7,3

        """,
        "ruc.csv": "LSOA21CD,RUC21CD,RUC21NM\nE01000001,UN1,Urban\nE01000002,RSF1,Rural\nE01000003,UF1,Urban\n",
        "LSOA11_WD17.csv": "LSOA11CD,WD17CD\nE01000001,E05000101\nE01000012,E05000102\nW01000001,W05000001\n",
        "libraries.csv": """
        Library name,ID,Longitude,Latitude,Closed
        Town Library,1,-7.524138,49.781893,
        Old Library,2,-7.524138,49.781893,XL

        """,
        "lsoa.geojson": collection(
            square(1000, #""LSOA21CD": "E01000001""#), square(2000, #""LSOA21CD": "E01000002""#),
            square(3000, #""LSOA21CD": "E01000003""#), square(9000, #""LSOA21CD": "W01000001""#)),
        "wards.geojson": collection(
            square(1000, #""WD22CD": "E05000001", "WD22NM": "West""#),
            square(2000, #""WD22CD": "E05000002", "WD22NM": "East""#),
            square(3000, #""WD22CD": "E05000002", "WD22NM": "East""#)),
        "districts.geojson": collection(square(1000, #""LAD24CD": "E07000008", "LAD24NM": "Cambridge""#)),
        "left-behind.geojson": collection(
            square(2000, #""lba_code": "E05000102", "lba_name": "Left""#),
            square(9000, #""lba_code": "S13000001", "lba_name": "Scots""#)),
    ]
}
