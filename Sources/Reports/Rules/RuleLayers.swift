internal import HubModel
internal import Spatial

/// The comparison of rules as layers, in the study's own coordinates.
enum RuleLayers {
    static func write(_ region: Region, to path: String) throws {
        let crs = try CoordinateSystem(region.crs)
        let writer = try VectorWriter(path: path, format: .geoPackage)
        let areas = Self.areas(region, crs)
        for layer in [areas, sites(region, crs), places(region, crs)] where !layer.rows.isEmpty {
            try writer.write(layer: layer)
        }
        try writer.addStyle(layer: areas.name, name: "rules that count", qml: style(region, areas).qml)
        try writer.finish()
    }

    private static func areas(_ region: Region, _ crs: CoordinateSystem) -> OutputLayer {
        let hasOutlines = !region.areaOutlines.isEmpty
        return OutputLayer(
            name: "areas", description: "Areas and the rules under which their people count: 1 yes, 0 no.", crs: crs,
            geometry: hasOutlines ? .polygons : .point,
            fields: [OutputField("code", .text), OutputField("name", .text)]
                + region.services.map { OutputField("children_\($0.id)", .integer) }
                + region.rules.map { OutputField("counts_\($0.id)", .integer) } + [OutputField("rules", .integer)],
            rows: region.areas.enumerated().map { index, area in
                let counts = region.rules.map { $0.areas[index] }
                let values: [OutputValue] =
                    [.text(area.code), .text(area.name)]
                    + region.demand.map { .integer($0[2 * index].children + $0[2 * index + 1].children) }
                    + counts.map { .integer($0 ? 1 : 0) } + [.integer(Int64(counts.count { $0 }))]
                let outline = hasOutlines ? region.areaOutlines[index] : .empty
                return OutputRow(
                    values, shape: hasOutlines ? (outline.isEmpty ? nil : .polygons(outline)) : .point(area.point))
            })
    }

    private static func sites(_ region: Region, _ crs: CoordinateSystem) -> OutputLayer {
        OutputLayer(
            name: "sites", description: "Sites and where they stand under each rule: 1 yes, 0 no.", crs: crs,
            geometry: .point,
            fields: [OutputField("id", .text), OutputField("name", .text), OutputField("place", .text)]
                + region.services.map { OutputField("suits_\($0.id)", .integer) }
                + region.rules.flatMap {
                    [OutputField("inside_\($0.id)", .integer), OutputField("borderline_\($0.id)", .integer)]
                },
            rows: region.sites.enumerated().map { index, site in
                let suits = region.services.indices.map {
                    OutputValue.integer(Int64(site.suits >> UInt32($0) & 1))
                }
                let standings = region.rules.flatMap { rule -> [OutputValue] in
                    [.integer(rule.sites[index].inside ? 1 : 0), .integer(rule.sites[index].borderline ? 1 : 0)]
                }
                return OutputRow(
                    [.text(site.id), .text(site.name), .text(region.place(of: site))] + suits + standings,
                    shape: .point(site.point))
            })
    }

    private static func places(_ region: Region, _ crs: CoordinateSystem) -> OutputLayer {
        OutputLayer(
            name: "places", description: "Places that a rule names.", crs: crs, geometry: .polygons,
            fields: ["rule", "rule_title", "date", "code", "name"].map { OutputField($0, .text) },
            rows: region.rules.flatMap { rule in
                rule.outlines.map { place in
                    OutputRow(
                        [.text(rule.id), .text(rule.title), .text(rule.date), .text(place.code), .text(place.name)],
                        shape: place.outline.isEmpty ? nil : .polygons(place.outline))
                }
            })
    }

    private static func style(_ region: Region, _ areas: OutputLayer) -> MapStyle {
        let most = region.rules.count
        return MapStyle(
            name: "rules that count",
            renderer: .categories(
                field: "rules",
                classes: (0...most).map { count in
                    let colour = Palette.bands[count == 0 ? 0 : max(1, 4 * count / max(1, most))]
                    return (
                        String(count), Words.count(count, "rule"),
                        areas.geometry == .polygons
                            ? .area(fill: colour, edge: "#ffffff", edgeMillimetres: 0.1)
                            : .marker(shape: "circle", fill: colour, edge: "#6b7280", millimetres: 1.6)
                    )
                }))
    }
}
