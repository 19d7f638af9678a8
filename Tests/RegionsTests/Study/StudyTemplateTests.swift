import Testing

@testable import Regions

struct StudyTemplateTests {
    @Test func itReadsBack() throws {
        let template = StudyTemplate(
            name: "Hubs for \"Ore\": a plan", areas: "our areas.csv", sites: "b.gpkg", places: "c.json")
        let study = try Study(yaml: template.yaml, file: "study.yaml")
        #expect(study.name == "Hubs for \"Ore\": a plan")
        #expect(study.areas.source.file == "our areas.csv")
        #expect(study.sites.map(\.source.file) == ["b.gpkg"])
        #expect(study.rules.map(\.id) == ["leftBehind"])
    }

    /// Every line that is commented out only to be an example must be one.
    @Test(arguments: [
        "outlines: {", "where: {column: district", "need: {", "lockedIn: [", "areaCode: {", "existing: {",
        "neighbourhoods: {", "backdrop: {",
    ])
    func examplesInCommentsReadBackToo(_ start: String) throws {
        let yaml = StudyTemplate().yaml
        #expect(yaml.contains("# " + start))
        _ = try Study(yaml: yaml.replacing("# " + start, with: start), file: "study.yaml")
    }
}
