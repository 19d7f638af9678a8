package import HubModel

/// What stands in the file of residents' voices.
package enum VoicesTable {
    package static let description = TableDescription(
        name: "voices", title: "What residents say of sites and places",
        about: """
            One row a voice. Of the columns site and place the file has at least one, and a row fills one of the two. \
            A study names the file with `voices: {file: voices.csv}`.
            """,
        columns: [
            TableDescription.Column(
                "site", "Site",
                meaning: "A candidate site, by its id in the study. Blank in a row that names a place."),
            TableDescription.Column(
                "place", "Place",
                meaning: """
                    A place by its name or code: a neighbourhood, or an area where none is called so. Where several places share \
                    a name it is written with the district, as "City, Bradford", or as the code. Blank in a row that \
                    names a site.
                    """),
            TableDescription.Column(
                "service", "Service",
                meaning: """
                    The service that the voice is about, by its id in the study. Blank, or without the column: every service \
                    that the site suits.
                    """),
            TableDescription.Column(
                "stance", "Stance", isRequired: true, values: Stance.allCases.map(\.rawValue),
                meaning: """
                    support: prefer the site among those that cannot be told apart. object: avoid it among them. veto: no hub \
                    there, whatever that costs.
                    """),
            TableDescription.Column(
                "who", "Who speaks", isRequired: true,
                meaning: "A person, a group or an office. It stands in the report, unless places alone are published."),
            TableDescription.Column(
                "date", "Date", kind: .date, isRequired: true,
                meaning: "The day on which it was said, as 2026-11-24."),
            TableDescription.Column(
                "reason", "Reason",
                meaning:
                    "In their words. The column is always there; a veto binds, so its row may not leave the reason blank."
            ),
        ])

    /// Columns that every such file has; of the others it needs `site` or `place`.
    static let required = ["stance", "who", "date", "reason"]
    static let optional = ["site", "place", "service"]
}
