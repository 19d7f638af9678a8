internal import HubModel

/// What stands in a list of hubs that somebody already has.
enum ListTable {
    static let description = TableDescription(
        name: "list", title: "Hubs that somebody has thought of",
        about: """
            One row a hub. A row names a site by its id or its name, or gives a point, which is taken for the nearest site that \
            suits: of each pair of coordinates both columns or none. A GeoPackage or another layer of points will do \
            as well.
            """,
        columns: [
            TableDescription.Column(
                "id", "Site",
                meaning: "The site, by its id in the study; `site` and `site_id` are read alike."),
            TableDescription.Column(
                "service", "Service",
                meaning:
                    "The service that the hub is for, by its id in the study. Needed where the study has more than one."
            ),
            TableDescription.Column(
                "easting", "Easting", kind: .number, unit: "metres",
                meaning: "Of the hub, in the study's coordinate system."),
            TableDescription.Column(
                "northing", "Northing", kind: .number, unit: "metres",
                meaning: "Of the same point."),
            TableDescription.Column(
                "longitude", "Longitude", kind: .number, unit: "degrees",
                meaning: "Of the hub, in degrees east (EPSG:4326); `lon` and `lng` are read alike."),
            TableDescription.Column(
                "latitude", "Latitude", kind: .number, unit: "degrees",
                meaning: "Of the same point; `lat` is read alike."),
            TableDescription.Column(
                "x", "X", kind: .number,
                meaning: "Of the hub, in the coordinate system that --plan-crs names."),
            TableDescription.Column(
                "y", "Y", kind: .number,
                meaning: "Of the same point."),
            TableDescription.Column(
                "name", "Building",
                meaning:
                    "The site, by its name in the study, where the table has neither ids nor points; `site_name` is read alike."
            ),
        ])
}
