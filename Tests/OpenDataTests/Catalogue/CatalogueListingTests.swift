import OpenData
import Testing

@Suite("The list of open data")
struct CatalogueListingTests {
    @Test("Every file says what it is, its licence, its columns and what to do without it")
    func complete() throws {
        let listing = try CatalogueListing(folder: nil)
        for file in listing.files {
            #expect(
                ![
                    file.title, file.publisher, file.vintage, file.licence, file.columns, file.rows, file.use,
                    file.without,
                ]
                .contains(""))
            #expect(file.found == nil)
        }
        #expect(listing.text.contains("LSOA21CD, Easting, Northing"))
        let own = try #require(listing.files.first { $0.need == "userOwn" })
        #expect(own.title.hasPrefix("Community Needs Index"))
        #expect(own.licence == "not stated")
        #expect(own.use.contains("tables:"))
    }

    @Test("With a folder it tells where each was found")
    func found() throws {
        let country = try SmallCountry()
        let listing = try CatalogueListing(folder: country.write())
        let schools = try #require(listing.files.first { $0.id == "schools" })
        #expect(schools.found == ["edubasealldata.csv"])
        #expect(listing.files.first { $0.id == "communityNeeds" }?.found == [])
        #expect(listing.text.contains("found: edubasealldata.csv"))
        #expect(listing.text.contains("found: no"))
    }
}
