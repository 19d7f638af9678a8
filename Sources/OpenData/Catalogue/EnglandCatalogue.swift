/// Every open file that England's package is made from, in the order in which they are read.
///
/// The forms are the table of known headings: the official downloads first, then shorter names for the same columns.
enum EnglandCatalogue {
    static let files = [
        areaCentres, areaPlaces, districtRegions, ageBands, agesByYear, areaChanges, cars, deprivation, settlement,
        wardsOfAreas, leftBehindList, leftBehindOutlines, areaOutlines, wardOutlines, districtOutlines, schools,
        libraries, communityNeeds,
    ]

    static func file(_ id: OpenFile.ID) -> OpenFile? { files.first { $0.id == id } }

    // MARK: Areas

    private static let area2021 = HeadingRule(.area2021, "lsoa21cd", "lsoa21code", "lsoacode2021", "lsoa2021code")
    private static let area2011 = HeadingRule(.area2011, "lsoa11cd", "lsoa11code", "lsoacode2011", "lsoa2011code")
    /// The Census bulk files do not say which places their codes are of; the codes do.
    private static let censusArea = HeadingRule(
        .area2021, "lsoa21cd", "lsoa21code", "lsoacode2021", "geographycode")

    private static let areaCentres = OpenFile(
        id: .areaCentres, need: .needed, publisher: "Office for National Statistics",
        title: "Lower layer Super Output Areas (December 2021) EW Population Weighted Centroids (V4)",
        vintage: "December 2021", licence: .openGovernment, content: .table,
        rows: "33,755 in England, 35,672 with Wales",
        use: "where the people of each small area live, on average; travel starts there",
        without: "no package can be made",
        codes: (.area2021, "E01"),
        forms: [
            HeadingForm("centres", [area2021, HeadingRule(.x, "easting", "x"), HeadingRule(.y, "northing", "y")])
        ])

    private static let areaPlaces = OpenFile(
        id: .areaPlaces, need: .needed, publisher: "Office for National Statistics",
        title: "LSOA (2021) to Electoral Ward (2024) to LAD (2024) Best Fit Lookup in EW",
        vintage: "2024", licence: .openGovernment, content: .table, rows: "33,755 in England, 35,672 with Wales",
        use: "the name, ward and district of each small area", without: "no package can be made",
        codes: (.area2021, "E01"),
        forms: [
            HeadingForm(
                "lookup",
                [
                    area2021, HeadingRule(.areaName, "lsoa21nm", "lsoa21name"),
                    HeadingRule(.ward2024, "wd24cd", "ward24code"), HeadingRule(.wardName, "wd24nm", "ward24name"),
                    HeadingRule(.district2024, "lad24cd", "ltla24code", "lad24code"),
                    HeadingRule(.districtName, "lad24nm", "ltla24name", "lad24name"),
                ])
        ])

    private static let districtRegions = OpenFile(
        id: .districtRegions, need: .optional, publisher: "Office for National Statistics",
        title: "Local Authority District to Region (December 2024) Lookup in EN",
        vintage: "December 2024", licence: .openGovernment, content: .table, rows: "296",
        use: "the region of each district", without: "hubplan's own list of the districts of each region is used",
        forms: [
            HeadingForm(
                "lookup",
                [
                    HeadingRule(.district2024, "lad24cd", "ltla24code", "lad24code"),
                    HeadingRule(.regionName, "rgn24nm", "regionname", "rgnnm"),
                ])
        ])

    // MARK: People

    private static let ageBands = OpenFile(
        id: .ageBands, need: .needed, publisher: "Office for National Statistics",
        title: "TS007A Age by five-year age bands, Census 2021, or residents by six bands",
        vintage: "21 March 2021", licence: .openGovernment, content: .table,
        rows: "33,755 in England, 35,672 with Wales",
        use: "residents; and how the children of an area that was divided after 2011 are shared among its parts",
        without: "no package can be made",
        codes: (.area2021, "E01"),
        forms: [
            HeadingForm(
                "six bands",
                [
                    censusArea, HeadingRule(.children, "aged15yearsandunder"),
                    HeadingRule(.band(0), "aged16to24years"), HeadingRule(.band(1), "aged25to34years"),
                    HeadingRule(.band(2), "aged35to49years"), HeadingRule(.band(3), "aged50to64years"),
                    HeadingRule(.band(4), "aged65yearsandover"),
                ]),
            HeadingForm(
                "TS007A",
                [
                    censusArea, HeadingRule(.residents, "agetotal"),
                    HeadingRule(.childBand(0), "ageaged4yearsandunder", "aged4yearsandunder"),
                    HeadingRule(.childBand(1), "ageaged5to9years", "aged5to9years"),
                    HeadingRule(.childBand(2), "ageaged10to14years", "aged10to14years"),
                ]),
        ])

    private static let agesByYear = OpenFile(
        id: .agesByYear, need: .needed, publisher: "Office for National Statistics",
        title: "Lower layer Super Output Area population estimates, mid-2020 (persons), saved as one table",
        vintage: "mid-2020, areas of 2011", licence: .openGovernment, content: .table,
        rows: "32,844 in England, 34,753 with Wales",
        use: "children by single year of age, carried to the areas of 2021", without: "no package can be made",
        codes: (.area2011, "E01"),
        forms: [
            HeadingForm(
                "single years",
                [area2011, HeadingRule(.residents, "totalpopulation", "allages", "total", isNeeded: false)]
                    + (0...18).map { HeadingRule(.aged($0), "\($0)", "age\($0)", "aged\($0)") })
        ])

    private static let areaChanges = OpenFile(
        id: .areaChanges, need: .needed, publisher: "Office for National Statistics",
        title: "LSOA (2011) to LSOA (2021) to Local Authority District (2022) Best Fit Lookup for EW (V2)",
        vintage: "2011 to 2021", licence: .openGovernment, content: .table, rows: "35,795 pairs with Wales",
        use: "carries what is published for the areas of 2011 to those of 2021", without: "no package can be made",
        codes: (.area2011, "E01"),
        forms: [
            HeadingForm(
                "lookup",
                [
                    area2011, area2021,
                    HeadingRule(.district2022, "lad22cd", "ltla22code", "lad22code", isNeeded: false),
                ])
        ])

    private static let cars = OpenFile(
        id: .cars, need: .optional, publisher: "Office for National Statistics",
        title: "TS045 Car or van availability, Census 2021", vintage: "21 March 2021", licence: .openGovernment,
        content: .table, rows: "33,755 in England, 35,672 with Wales",
        use: "households with and without a car, which travel differently",
        without: "families without a car cannot be told from those with one",
        codes: (.area2021, "E01"),
        forms: [
            HeadingForm(
                "TS045",
                [
                    censusArea,
                    HeadingRule(.households, "numberofcarsorvanstotalallhouseholds", words: ["totalallhouseholds"]),
                    HeadingRule(
                        .householdsWithoutCar, "numberofcarsorvansnocarsorvansinhousehold", words: ["nocarsorvans"]),
                ])
        ])

    private static let deprivation = OpenFile(
        id: .deprivation, need: .optional, publisher: "Ministry of Housing, Communities and Local Government",
        title: "English indices of deprivation 2025, File 7: all ranks, scores, deciles and population denominators",
        vintage: "2025", licence: .openGovernment, content: .table, rows: "33,755",
        use: "the rank and decile of each small area; one half of the rule of doubly disadvantaged places",
        without: "no rule can rest on the Index of Multiple Deprivation",
        codes: (.area2021, "E01"),
        forms: [
            HeadingForm(
                "indices",
                [
                    area2021,
                    HeadingRule(
                        .rank, "imdrank", words: ["multipledeprivation", "rank"], without: ["decile", "score"]),
                    HeadingRule(.decile, "imddecile", words: ["multipledeprivation", "decile"], isNeeded: false),
                ])
        ])

    private static let settlement = OpenFile(
        id: .settlement, need: .optional, publisher: "Office for National Statistics",
        title: "Rural Urban Classification (2021) of LSOAs in EW", vintage: "2021", licence: .openGovernment,
        content: .table, rows: "33,755 in England, 35,672 with Wales",
        use: "town or country, for walks to a stop and waits there", without: "every area is taken for a town",
        codes: (.area2021, "E01"),
        forms: [HeadingForm("classes", [area2021, HeadingRule(.settlement, "ruc21cd", "ruc21code")])])

    // MARK: Left-behind wards

    private static let wardsOfAreas = OpenFile(
        id: .wardsOfAreas, need: .optional, publisher: "Office for National Statistics",
        title: "LSOA (2011) to Electoral Wards (2017) Best Fit Lookup in EW", vintage: "2017",
        licence: .openGovernment, content: .table, rows: "32,844 in England, 34,753 with Wales",
        use: "which small areas belong to a left-behind ward",
        without: "left-behind wards are known by their outlines only, which are 40 to 300 m out",
        codes: (.area2011, "E01"),
        forms: [HeadingForm("lookup", [area2011, HeadingRule(.ward2017, "wd17cd", "ward17code")])])

    private static let leftBehindList = OpenFile(
        id: .leftBehindList, need: .optional, publisher: "Local Trust and OCSI",
        title: "Left-behind areas 2020: list of wards", vintage: "2020, wards of 2017", licence: .unstated,
        content: .table, rows: "7,433 wards, of which 225 are marked",
        use: "which wards are left behind: their codes only, no value of the index beside them",
        without: "the codes of the outlines are the list",
        forms: [
            HeadingForm(
                "marked wards",
                [
                    HeadingRule(.ward2017, "wd17cd", "ward17code"),
                    HeadingRule(.wardName, "wd17nm", "ward17name", isNeeded: false),
                    HeadingRule(.isLeftBehind, "leftbehindarea", words: ["leftbehind"]),
                ])
        ])

    private static let leftBehindOutlines = OpenFile(
        id: .leftBehindOutlines, need: .optional, publisher: "Office for National Statistics; list by Local Trust",
        title: "Wards (December 2017) Boundaries, of the left-behind areas", vintage: "2017",
        licence: .openGovernment, content: .polygons, rows: "225 in England (318 in the United Kingdom)",
        use: "the outlines of the left-behind wards", without: "left-behind wards have no outline on the map",
        forms: [
            HeadingForm(
                "outlines",
                [HeadingRule(.ward2017, "lbacode", "lbacd"), HeadingRule(.wardName, "lbaname", "lbanm")]),
            HeadingForm(
                "all wards",
                [HeadingRule(.ward2017, "wd17cd", "ward17code"), HeadingRule(.wardName, "wd17nm", "ward17name")]),
        ])

    // MARK: Outlines

    private static let areaOutlines = OpenFile(
        id: .areaOutlines, need: .optional, publisher: "Office for National Statistics",
        title: "Lower layer Super Output Areas (December 2021) Boundaries EW", vintage: "December 2021",
        licence: .openGovernment, content: .polygons, rows: "33,755 in England, 35,672 with Wales",
        use: "maps; places that are drawn; whether a site stands near its own area",
        without: "maps show points, no place can be drawn, and sites that are far from their own area stay in",
        forms: [HeadingForm("outlines", [area2021])])

    private static let wardOutlines = OpenFile(
        id: .wardOutlines, need: .optional, publisher: "Office for National Statistics",
        title: "Wards (December 2022) Boundaries GB", vintage: "December 2022", licence: .openGovernment,
        content: .polygons, rows: "6,903 in England, 8,483 rows with the other nations",
        use: "names of neighbourhoods, and a ward to start from", without: "a ward is known by its areas only",
        forms: [
            HeadingForm(
                "outlines",
                [HeadingRule(.ward2022, "wd22cd", "ward22code"), HeadingRule(.wardName, "wd22nm", "ward22name")])
        ])

    private static let districtOutlines = OpenFile(
        id: .districtOutlines, need: .optional, publisher: "Office for National Statistics",
        title: "Local Authority Districts (December 2024) Boundaries UK", vintage: "December 2024",
        licence: .openGovernment, content: .polygons, rows: "296 in England, 361 with the other nations",
        use: "the background of maps", without: "maps have no background of districts",
        forms: [
            HeadingForm(
                "outlines",
                [
                    HeadingRule(.district2024, "lad24cd", "ltla24code", "lad24code"),
                    HeadingRule(.districtName, "lad24nm", "ltla24name", "lad24name"),
                ])
        ])

    // MARK: Sites

    private static let schools = OpenFile(
        id: .schools, need: .needed, publisher: "Department for Education",
        title: "Get Information about Schools: all establishments; children's centres",
        vintage: "the day it is fetched",
        licence: .openGovernment, content: .table, rows: "some 27,000 open, 52,000 with closed ones",
        use: "schools, colleges, nurseries and children's centres that could hold a hub",
        without: "no package can be made", mayComeInParts: true,
        forms: [
            HeadingForm(
                "establishments",
                [
                    HeadingRule(.id, "urn"), HeadingRule(.name, "establishmentname"),
                    HeadingRule(.status, "establishmentstatusname", "establishmentstatus", isNeeded: false),
                    HeadingRule(.establishmentType, "typeofestablishmentname", "establishmenttype"),
                    HeadingRule(.establishmentGroup, "establishmenttypegroupname", "establishmenttypegroup"),
                    HeadingRule(.phase, "phaseofeducationname", "educationphase"),
                    HeadingRule(.x, "easting"), HeadingRule(.y, "northing"),
                    HeadingRule(.area2021, "lsoacode", "lsoa21cd", "lsoa21code", isNeeded: false),
                ])
        ])

    private static let libraries = OpenFile(
        id: .libraries, need: .optional, publisher: "Department for Culture, Media and Sport",
        title: "Public libraries in England: basic dataset, with coordinates", vintage: "July 2016",
        licence: .openGovernment, content: .table, rows: "3,238, of which 252 are closed",
        use: "libraries that could hold a hub: check each before deciding, since they are of 2016",
        without: "no library is a candidate",
        forms: [
            HeadingForm(
                "libraries",
                [
                    HeadingRule(.id, "id", "libraryid"), HeadingRule(.name, "name", "libraryname"),
                    HeadingRule(.closed, "closed"),
                    HeadingRule(.x, "lng", "longitude", "lon", "easting"),
                    HeadingRule(.y, "lat", "latitude", "northing"),
                ])
        ])

    // MARK: What stays the user's own

    private static let communityNeeds = OpenFile(
        id: .communityNeeds, need: .userOwn, publisher: "OCSI",
        title: "Community Needs Index 2023", vintage: "2023", licence: .unstated, content: .table, rows: "33,755",
        use: """
            the other half of a rule of doubly disadvantaged places: your study reads your own file when it runs, with \
            `tables: {cni23: {file: YOUR FILE, key: LSOA CODE COLUMN, vintage: LSOA 2021}}` and a threshold on its rank
            """,
        without: "rules rest on deprivation and on the list of left-behind wards",
        codes: (.area2021, "E01"),
        forms: [
            HeadingForm(
                "index", [area2021, HeadingRule(.rank, words: ["communityneedsindex", "rank"], without: ["domain"])])
        ])
}
