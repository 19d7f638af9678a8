package import HubModel

/// The files that the empty study of `hubplan init` names, for planners who make theirs from nothing.
///
/// A study names its columns itself, so any other names will do once they stand in it.
package enum FormTables {
    package static let areas = TableDescription(
        name: "areas", title: "Small areas that families live in",
        about: """
            One row an area, in the columns that the empty study of `hubplan init` names. A study names the columns \
            itself, so other names, and more columns, will do.
            """,
        columns: [
            TableDescription.Column(
                "lsoa21_code", "Code", isRequired: true,
                meaning:
                    "The area's code, different in every row: text, whatever it looks like. Its vintage stands in the study."
            ),
            TableDescription.Column(
                "lsoa21_name", "Name", isRequired: true,
                meaning: "What people call the area."),
            TableDescription.Column(
                "easting", "Easting", kind: .number, unit: "metres", isRequired: true,
                meaning: "Of the point where its people live on average, on the national grid (EPSG:27700)."),
            TableDescription.Column(
                "northing", "Northing", kind: .number, unit: "metres", isRequired: true,
                meaning: "Of the same point."),
            TableDescription.Column(
                "rural_urban", "Rural or urban", isRequired: true, values: ["rural", "urban"],
                meaning: "How families there wait for a bus."),
            TableDescription.Column(
                "district", "District", isRequired: true,
                meaning: "The district it belongs to, for rules that name districts."),
            TableDescription.Column(
                "households", "Households", kind: .whole, unit: "households", isRequired: true,
                meaning: "All of the area."),
            TableDescription.Column(
                "households_without_car", "Households without a car", kind: .whole, unit: "households",
                isRequired: true,
                meaning: "Those of them with no car or van."),
            TableDescription.Column(
                "age_10_to_15", "Aged 10 to 15", kind: .whole, unit: "children", isRequired: true,
                meaning: "Residents of that age."),
            TableDescription.Column(
                "age_16_to_18", "Aged 16 to 18", kind: .whole, unit: "children", isRequired: true,
                meaning: "Residents of that age."),
        ])

    package static let sites = TableDescription(
        name: "sites", title: "Buildings that could hold a hub",
        about: """
            One row a building, in the columns that the empty study of `hubplan init` names. A study names the columns \
            itself, so other names, and more columns, will do.
            """,
        columns: [
            TableDescription.Column(
                "id", "Id", isRequired: true, meaning: "Different in every row; the study puts `school-` before it."),
            TableDescription.Column("name", "Name", isRequired: true, meaning: "What people call the building."),
            TableDescription.Column(
                "easting", "Easting", kind: .number, unit: "metres", isRequired: true,
                meaning: "Of the building, on the national grid (EPSG:27700)."),
            TableDescription.Column(
                "northing", "Northing", kind: .number, unit: "metres", isRequired: true, meaning: "Of the same point."),
            TableDescription.Column(
                "phase", "Phase", isRequired: true,
                meaning: "Phase of education; the study takes the rows with Secondary and 16 plus."),
        ])
}
