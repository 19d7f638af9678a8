internal import HubModel
internal import Spatial

/// The layers of the package. `EnglandLayers` has their names; what they hold is said here.
enum PackageLayers {
    private typealias Area = EnglandLayers.AreaColumn
    private typealias Site = EnglandLayers.SiteColumn
    private typealias Place = EnglandLayers.OutlineColumn

    static func areas(_ areas: AreaFacts) -> PackageLayer {
        let fields: [PackageField] =
            [
                .text(Area.code, "Code of the small area (LSOA of 2021)."),
                .text(Area.name, "Its name."),
                .text(Area.ward, "Code of its ward of 2024, by best fit."),
                .text(Area.wardName, "Name of that ward."),
                .text(Area.district, "Code of its district of 2024."),
                .text(Area.districtName, "Name of that district."),
                .text(Area.region, "Name of its region."),
                .text(
                    Area.settlement, "Class of the rural-urban classification of 2021: U in a town, R in the country."),
                .whole(Area.residents, "people", "Usual residents, Census 2021."),
                .whole(Area.households, "households", "All households, Census 2021."),
                .whole(Area.householdsWithoutCar, "households", "Households without a car or van, Census 2021."),
                .whole(
                    Area.deprivationRank, nil, "Rank by the Index of Multiple Deprivation 2025; 1 is most deprived."),
                .whole(Area.deprivationDecile, nil, "Tenth by the same index; 1 is the most deprived tenth."),
                .text(
                    Area.leftBehindWard,
                    "Code of the left-behind ward of 2020 (ward of 2017) that holds at least half of the area; else blank."
                ),
            ]
            + AreaFacts.ages.map {
                .whole(
                    Area.aged($0), "people",
                    "Residents aged \($0), mid-2020, carried from the areas of 2011 in whole people.")
            }
        let rows = (0..<areas.count).map { area in
            OutputRow(
                [
                    text(areas.index.codes[area]), text(areas.names[area]), text(areas.wards[area]),
                    text(areas.wardNames[area]), text(areas.districts[area]), text(areas.districtNames[area]),
                    text(areas.regions[area]), text(areas.settlements[area]), whole(areas.residents[area]),
                    whole(areas.households[area]), whole(areas.householdsWithoutCar[area]), whole(areas.ranks[area]),
                    whole(areas.deciles[area]), text(areas.leftBehindWards[area]),
                ] + AreaFacts.ages.map { whole(areas.aged[$0][area]) }, shape: .point(areas.points[area]))
        }
        return PackageLayer(
            name: EnglandLayers.areas,
            description: "Population-weighted centres of England's small areas, with what is known of each.",
            geometry: .point, fields: fields, rows: rows)
    }

    static func areaOutlines(_ outlines: Outlines) -> PackageLayer {
        PackageLayer(
            name: EnglandLayers.areaOutlines,
            description: "Outlines of the small areas, generalised: for maps, not to tell where a building stands.",
            geometry: .polygons, fields: [.text(Place.areaCode, "Code of the small area (LSOA of 2021).")],
            rows: outlines.places.map { OutputRow([.text($0.code)], shape: shape($0.outline)) })
    }

    static func wards(_ outlines: Outlines) -> PackageLayer {
        PackageLayer(
            name: EnglandLayers.wards, description: "Outlines of the wards of December 2022, generalised.",
            geometry: .polygons,
            fields: [
                .text(Place.wardCode, "Code of the ward of 2022."), .text(Place.wardName, "Its name."),
            ],
            rows: outlines.places.map { OutputRow([.text($0.code), text($0.name)], shape: shape($0.outline)) })
    }

    static func districts(_ outlines: Outlines) -> PackageLayer {
        PackageLayer(
            name: EnglandLayers.districts, description: "Outlines of the districts of December 2024, generalised.",
            geometry: .polygons,
            fields: [
                .text(Place.districtCode, "Code of the district of 2024."), .text(Place.districtName, "Its name."),
                .text(Place.districtRegion, "Name of its region."),
            ],
            rows: outlines.places.map {
                OutputRow(
                    [.text($0.code), text($0.name), text(EnglandRegions.name(ofDistrict: $0.code) ?? "")],
                    shape: shape($0.outline))
            })
    }

    static func sites(_ sites: CandidateSites) -> PackageLayer {
        PackageLayer(
            name: EnglandLayers.sites,
            description: "Schools, colleges, nurseries, children's centres and libraries that could hold a hub.",
            geometry: .point,
            fields: [
                .text(Site.id, "The register and its number: gias-100000, library-12."),
                .text(Site.name, "Name in the register."),
                .text(Site.kind, SiteKind.allCases.map(\.rawValue).joined(separator: ", ") + "."),
                .text(Site.area, "Code of the small area as the register gives it; blank where it gives none."),
                .text(Site.source, "The register, with its date where that is known."),
            ],
            rows: sites.sites.map {
                OutputRow(
                    [.text($0.id), text($0.name), .text($0.kind.rawValue), text($0.area), .text($0.source)],
                    shape: .point($0.point))
            })
    }

    static func leftBehindWards(_ wards: LeftBehindWards) -> PackageLayer {
        PackageLayer(
            name: EnglandLayers.leftBehindWards,
            description: "The wards of the list of 2020 known as left-behind: codes, names and outlines, no index.",
            geometry: .polygons,
            fields: [
                .text(Place.leftBehindWardCode, "Code of the ward of 2017."),
                .text(Place.leftBehindWardName, "Its name."),
            ],
            rows: wards.wards.map { OutputRow([.text($0.code), text($0.name)], shape: shape($0.outline)) })
    }

    private static func text(_ text: String) -> OutputValue { text.isEmpty ? .null : .text(text) }
    private static func whole(_ number: Int?) -> OutputValue { number.map { .integer(Int64($0)) } ?? .null }
    private static func shape(_ outline: Outline) -> Shape? { outline.isEmpty ? nil : .polygons(outline) }
}
