import HubModel
import Spatial
import Testing

@Suite struct CoordinateSystemTests {
    @Test func nationalGridIsKnownByItsCode() throws {
        let grid = try CoordinateSystem("EPSG:27700")
        #expect(grid.definition == "EPSG:27700")
        #expect(grid.title == "OSGB36 / British National Grid")
        #expect(grid.isProjected)
        #expect(grid.metresPerUnit == 1)
        #expect(grid.areaOfUse?.west == -9)
    }

    @Test func degreesAreNotProjected() throws {
        let degrees = try CoordinateSystem("EPSG:4326")
        #expect(!degrees.isProjected)
        #expect(degrees.metresPerUnit == nil)
    }

    @Test func feetAreTold() throws {
        let feet = try CoordinateSystem("EPSG:2263")
        #expect(abs((feet.metresPerUnit ?? 0) - 0.3048006) < 1e-6)
    }

    @Test func heightsAreDroppedFromACompoundSystem() throws {
        #expect(try CoordinateSystem("EPSG:7405") == CoordinateSystem("EPSG:27700"))
    }

    @Test func wellKnownTextWithoutACodeFindsIt() throws {
        let text = """
            PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",\
            SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],\
            UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],\
            PARAMETER["False_Easting",400000.0],PARAMETER["False_Northing",-100000.0],\
            PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],\
            PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]]
            """
        #expect(try CoordinateSystem(text).definition == "EPSG:27700")
    }

    @Test(arguments: ["EPSG:1", "British", "", "EPSG:99999"])
    func unknownTextGetsASentence(_ text: String) {
        let words = sentence { _ = try CoordinateSystem(text) }
        #expect(
            words.hasPrefix("\"\(text)\" is not a coordinate system that PROJ knows; write a code such as EPSG:27700"))
    }

    @Test func heightsAloneGetASentence() {
        let words = sentence { _ = try CoordinateSystem("EPSG:5701") }
        #expect(words.contains("neither a map projection nor longitude and latitude"))
    }
}
