internal import HubModel
internal import Spatial

extension TravelAnswer {
    /// Writes the closing times as a table, a row a site that anybody goes to: whole, or leaves what was there.
    /// - Parameter path: ends in `.csv` or `.gpkg`; in the second sites stand at their points.
    /// - Throws: `HubPlanError` for another ending; `SpatialError` where it cannot be written.
    package func writeClosings(to path: String) throws {
        let format = try TravelMatrixFile.format(of: path)
        var layer = OutputLayer(
            name: "closing",
            description: "How late sessions can close so that a share of a site's children get home by bus or on foot.",
            crs: format == .csv ? nil : try CoordinateSystem(region.crs), geometry: format == .csv ? .none : .point,
            fields: [
                OutputField("service", .text), OutputField("site", .text), OutputField("name", .text),
                OutputField("share", .real), OutputField("children_without_car", .integer),
                OutputField("latest_without_car", .text), OutputField("children", .integer),
                OutputField("latest", .text),
            ])
        for service in services {
            for closing in service.closings where closing.everyone.children > 0 {
                let site = region.sites[Int(closing.site)]
                layer.rows.append(
                    OutputRow(
                        [
                            .text(service.service.id), .text(site.id), .text(site.name), .real(closing.share),
                            .integer(closing.withoutCar.children), .text(closing.withoutCar.clock ?? ""),
                            .integer(closing.everyone.children), .text(closing.everyone.clock ?? ""),
                        ], shape: format == .csv ? nil : .point(site.point)))
            }
        }
        let writer = try VectorWriter(path: path, format: format)
        try writer.write(layer: layer)
        try writer.finish()
    }
}
