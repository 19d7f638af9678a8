package import HubModel

/// Every site of a study: where people look up its id.
package enum CandidateTable {
    /// The table as a CSV file, before anything is solved.
    /// - Parameter region: whose sites.
    package static func csv(_ region: Region) -> String { table(region) { _ in [] }.csv }

    /// One row a site, in the order of the ids.
    /// - Parameters:
    ///   - region: whose sites.
    ///   - opened: ids of the services that the plan opens a site for, by its index.
    static func table(_ region: Region, openedFor opened: (UInt32) -> [String]) -> Table {
        Table(
            name: "candidates", caption: "Every site that was considered",
            columns: [
                .text("id", "Id", "The site, by its id in the study's data: what a list of hubs names it by."),
                .text("name", "Building", "Its name."),
                .text("place", "Place", "The neighbourhood, or the area where the study has none."),
                .text("layer", "Layer", "The layer of the study that it came from."),
                .text("status", "Status", "candidate, open, planned or closed: what stands there today."),
                .text("suits", "Suits", "Services it could give, by their ids in the study, with spaces between."),
                .text("opened_for", "Opened for", "Services that the plan opens it for, likewise; blank for none."),
                .text("inside", "Inside", "Rules of the study in whose places it stands, by their ids, likewise."),
                .text(
                    "borderline", "Borderline",
                    "Rules to whose boundaries it stands too near for the data to tell, likewise."
                ),
                .number("x", "x", unit: "metres", "Eastward, in the study's coordinate system."),
                .number("y", "y", unit: "metres", "Northward, in the study's coordinate system."),
            ],
            rows: region.sites.enumerated().map { index, site in
                let suits = region.services.indices.filter { site.suits >> UInt32($0) & 1 == 1 }
                func rules(_ isOne: (SiteStanding) -> Bool) -> Table.Cell {
                    .text(region.rules.filter { isOne($0.sites[index]) }.map(\.id).joined(separator: " "))
                }
                return [
                    .text(site.id), .text(site.name), .text(region.place(of: site)), .text(site.layer),
                    .text(site.status.rawValue), .text(suits.map { region.services[$0].id }.joined(separator: " ")),
                    .text(opened(UInt32(index)).joined(separator: " ")), rules(\.inside), rules(\.borderline),
                    .metres(site.point.x), .metres(site.point.y),
                ]
            }, heading: 1)
    }
}
