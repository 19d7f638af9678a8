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

    private static let area2021 = HeadingRule(
        .area2021, "LSOA21CD", "lsoa21_code", "LSOA code (2021)", "LSOA 2021 Code")
    private static let area2011 = HeadingRule(
        .area2011, "LSOA11CD", "lsoa11_code", "LSOA code (2011)", "LSOA 2011 Code")
    /// The Census bulk files do not say which places their codes are of; the codes do.
    private static let censusArea = HeadingRule(
        .area2021, "geography code", "LSOA21CD", "lsoa21_code", "LSOA code (2021)")

    private static let areaCentres = OpenFile(
        id: .areaCentres, need: .needed, publisher: "Office for National Statistics",
        title: "Lower layer Super Output Areas (December 2021) EW Population Weighted Centroids (V4)",
        vintage: "December 2021", licence: .openGovernment, content: .table,
        rows: "33,755 in England, 35,672 with Wales",
        use: "where the people of each small area live, on average; travel starts there",
        without: "no package can be made",
        codes: (.area2021, "E01"),
        forms: [
            HeadingForm("centres", [area2021, HeadingRule(.x, "Easting", "x"), HeadingRule(.y, "Northing", "y")])
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
                    area2021, HeadingRule(.areaName, "LSOA21NM", "lsoa21_name"),
                    HeadingRule(.ward2024, "WD24CD", "ward24_code"), HeadingRule(.wardName, "WD24NM", "ward24_name"),
                    HeadingRule(.district2024, "LAD24CD", "ltla24_code", "lad24_code"),
                    HeadingRule(.districtName, "LAD24NM", "ltla24_name", "lad24_name"),
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
                    HeadingRule(.district2024, "LAD24CD", "ltla24_code", "lad24_code"),
                    HeadingRule(.regionName, "RGN24NM", "region_name", "RGNNM"),
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
                    censusArea, HeadingRule(.children, "Aged 15 years and under"),
                    HeadingRule(.band(0), "Aged 16 to 24 years"), HeadingRule(.band(1), "Aged 25 to 34 years"),
                    HeadingRule(.band(2), "Aged 35 to 49 years"), HeadingRule(.band(3), "Aged 50 to 64 years"),
                    HeadingRule(.band(4), "Aged 65 years and over"),
                ]),
            HeadingForm(
                "TS007A",
                [
                    censusArea, HeadingRule(.residents, "Age: Total"),
                    HeadingRule(.childBand(0), "Age: Aged 4 years and under", "Aged 4 years and under"),
                    HeadingRule(.childBand(1), "Age: Aged 5 to 9 years", "Aged 5 to 9 years"),
                    HeadingRule(.childBand(2), "Age: Aged 10 to 14 years", "Aged 10 to 14 years"),
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
                [area2011, HeadingRule(.residents, "total_population", "All Ages", "Total", isNeeded: false)]
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
                    HeadingRule(.district2022, "LAD22CD", "ltla22_code", "lad22_code", isNeeded: false),
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
                    HeadingRule(
                        .households, "Number of cars or vans: Total: All households", words: ["totalallhouseholds"]),
                    HeadingRule(
                        .householdsWithoutCar, "Number of cars or vans: No cars or vans in household",
                        words: ["nocarsorvans"]),
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
                        .rank, "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)", "IMD_rank",
                        words: ["multipledeprivation", "rank"], without: ["decile", "score"]),
                    HeadingRule(
                        .decile,
                        "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)",
                        "IMD_decile", words: ["multipledeprivation", "decile"], isNeeded: false),
                ])
        ])

    private static let settlement = OpenFile(
        id: .settlement, need: .optional, publisher: "Office for National Statistics",
        title: "Rural Urban Classification (2021) of LSOAs in EW", vintage: "2021", licence: .openGovernment,
        content: .table, rows: "33,755 in England, 35,672 with Wales",
        use: "town or country, for walks to a stop and waits there", without: "town and country cannot be told apart",
        codes: (.area2021, "E01"),
        forms: [HeadingForm("classes", [area2021, HeadingRule(.settlement, "RUC21CD", "ruc21_code")])])

    // MARK: Left-behind wards

    private static let wardsOfAreas = OpenFile(
        id: .wardsOfAreas, need: .optional, publisher: "Office for National Statistics",
        title: "LSOA (2011) to Electoral Wards (2017) Best Fit Lookup in EW", vintage: "2017",
        licence: .openGovernment, content: .table, rows: "32,844 in England, 34,753 with Wales",
        use: "which small areas belong to a left-behind ward",
        without: "left-behind wards are known by their outlines only, which are 40 to 300 m out",
        codes: (.area2011, "E01"),
        forms: [HeadingForm("lookup", [area2011, HeadingRule(.ward2017, "WD17CD", "ward17_code")])])

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
                    HeadingRule(.ward2017, "WD17CD", "ward17_code"),
                    HeadingRule(.wardName, "WD17NM", "ward17_name", isNeeded: false),
                    HeadingRule(.isLeftBehind, "Left Behind Area?", words: ["leftbehind"]),
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
                [HeadingRule(.ward2017, "lba_code", "LBACD"), HeadingRule(.wardName, "lba_name", "LBANM")]),
            HeadingForm(
                "all wards",
                [HeadingRule(.ward2017, "WD17CD", "ward17_code"), HeadingRule(.wardName, "WD17NM", "ward17_name")]),
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
                [HeadingRule(.ward2022, "WD22CD", "ward22_code"), HeadingRule(.wardName, "WD22NM", "ward22_name")])
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
                    HeadingRule(.district2024, "LAD24CD", "ltla24_code", "lad24_code"),
                    HeadingRule(.districtName, "LAD24NM", "ltla24_name", "lad24_name"),
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
                    HeadingRule(.id, "URN"), HeadingRule(.name, "EstablishmentName"),
                    HeadingRule(.status, "EstablishmentStatus (name)", "establishment_status", isNeeded: false),
                    HeadingRule(.establishmentType, "TypeOfEstablishment (name)", "establishment_type"),
                    HeadingRule(.establishmentGroup, "EstablishmentTypeGroup (name)", "establishment_type_group"),
                    HeadingRule(.phase, "PhaseOfEducation (name)", "education_phase"),
                    HeadingRule(.x, "Easting"), HeadingRule(.y, "Northing"),
                    HeadingRule(.area2021, "LSOA (code)", "LSOA21CD", "lsoa21_code", isNeeded: false),
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
                    HeadingRule(.id, "id", "library_id"), HeadingRule(.name, "name", "Library name"),
                    HeadingRule(.closed, "closed"),
                    HeadingRule(.x, "lng", "longitude", "lon", "Easting"),
                    HeadingRule(.y, "lat", "latitude", "Northing"),
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
