package import HubModel

/// What stands in a table of journeys that another engine worked out, in its plainest form.
package enum JourneysTable {
    package static let description = TableDescription(
        name: "journeys", title: "Journeys that another engine worked out",
        about: """
            One row a pair of area and site. A study names the file under `travel` with `by: imported`, \
            `unit: minutes` and whether they go there and back; it may name other columns, seconds or metres, or a wide \
            table with a column a site.
            """,
        columns: [
            TableDescription.Column(
                "from_id", "Area", isRequired: true,
                meaning: "The area where the journey starts, by its code in the study."),
            TableDescription.Column(
                "to_id", "Site", isRequired: true,
                meaning: "The site where it ends, by its id in the study."),
            TableDescription.Column(
                "minutes", "Minutes", kind: .number, unit: "minutes", isRequired: true,
                meaning:
                    "What the journey takes, one way or there and back as the study says. Blank, NA or inf: it cannot be made."
            ),
        ])
}
