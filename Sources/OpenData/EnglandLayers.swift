/// The layers of the GeoPackage that holds England's open data, all in the national grid (EPSG:27700).
///
/// Who writes the package and who reads it meet here, so that a layer or a column has one name.
package enum EnglandLayers {
    /// Population-weighted centres of the 33,755 LSOAs of 2021, with what is known of each.
    package static let areas = "areas"
    /// Their outlines, generalised: for maps and for places that are drawn, not to tell where a building stands.
    package static let areaOutlines = "area_outlines"
    /// Wards of 2022, generalised.
    package static let wards = "wards"
    /// Local authority districts of 2024, generalised.
    package static let districts = "districts"
    /// Schools, colleges, nurseries and libraries.
    package static let sites = "sites"
    /// The wards of the list of 2020 known as left-behind, with codes of 2017.
    package static let leftBehindWards = "left_behind_wards"

    /// Columns of `areas`.
    package enum AreaColumn {
        package static let code = "lsoa21_code"
        package static let name = "lsoa21_name"
        package static let ward = "ward24_code"
        package static let wardName = "ward24_name"
        package static let district = "district24_code"
        package static let districtName = "district24_name"
        package static let region = "region_name"
        /// Class of the rural-urban classification of 2021: UN1, UF1, RLN1, ...
        package static let settlement = "ruc21_code"
        package static let residents = "residents"
        package static let households = "households"
        package static let householdsWithoutCar = "households_without_car"
        package static let deprivationRank = "imd25_rank"
        package static let deprivationDecile = "imd25_decile"
        /// Code of the left-behind ward of 2020 that holds at least half of the area, by best fit; empty elsewhere.
        package static let leftBehindWard = "left_behind_ward17"

        /// Residents of one year of age, 0 to 18.
        package static func aged(_ years: Int) -> String { "aged_\(years)" }
    }

    /// Columns of `sites`.
    package enum SiteColumn {
        package static let id = "site_id"
        package static let name = "site_name"
        /// primary, secondary, allThrough, nursery, college, childrensCentre, library.
        package static let kind = "kind"
        /// The area as the register gives it; empty where it gives none.
        package static let area = "lsoa21_code"
        package static let source = "source"
    }

    /// Columns of the outlines: a code and a name each.
    package enum OutlineColumn {
        package static let areaCode = "lsoa21_code"
        package static let wardCode = "ward22_code"
        package static let wardName = "ward22_name"
        package static let districtCode = "district24_code"
        package static let districtName = "district24_name"
        /// Name of the district's region, in `districts`.
        package static let districtRegion = "region_name"
        package static let leftBehindWardCode = "ward17_code"
        package static let leftBehindWardName = "ward17_name"
    }
}
