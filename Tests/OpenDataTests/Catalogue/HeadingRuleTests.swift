import Testing

@testable import OpenData

@Suite("Headings")
struct HeadingRuleTests {
    @Test("Case, blanks and punctuation say nothing")
    func plain() {
        #expect(HeadingRule.plain("LSOA code (2021)") == "lsoacode2021")
        #expect(HeadingRule.plain(" Left Behind Area? ") == "leftbehindarea")
        #expect(HeadingRule.plain("\u{feff}URN") == "urn")
    }

    @Test("The likeliest heading wins over the first column")
    func likeliest() throws {
        let form = HeadingForm("test", [HeadingRule(.x, "Easting", "x")])
        #expect(form.columns(among: ["X", "EASTING"])?[.x] == "EASTING")
        #expect(form.columns(among: ["X", "y"])?[.x] == "X")
        #expect(form.columns(among: ["y"]) == nil)
    }

    @Test("Words must all be there, and none that must not")
    func words() {
        let form = HeadingForm("test", [HeadingRule(.rank, words: ["needs", "rank"], without: ["domain"])])
        #expect(form.columns(among: ["Needs Domain Rank", "Needs score", "Needs Rank"])?[.rank] == "Needs Rank")
        #expect(form.columns(among: ["Needs Domain Rank"]) == nil)
    }

    @Test("No heading of a form means two things, and every file has a form")
    func distinct() {
        for file in EnglandCatalogue.files {
            #expect(!file.forms.isEmpty)
            for form in file.forms {
                let headings = form.rules.flatMap(\.exact).map(HeadingRule.plain)
                #expect(Set(headings).count == headings.count, "\(file.id) \(form.title)")
                #expect(Set(form.rules.map(\.role)).count == form.rules.count)
            }
        }
        #expect(EnglandCatalogue.files.map(\.id) == OpenFile.ID.allCases)
    }
}
