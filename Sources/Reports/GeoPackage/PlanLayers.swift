internal import HubModel
internal import Spatial

/// The layers of `plan.gpkg`, in the study's own coordinates.
struct PlanLayers {
    struct Styled {
        var layer: OutputLayer
        var style: MapStyle
    }

    let view: RunView
    let crs: CoordinateSystem

    private var region: Region { view.region }
    private var bands: String { "minutes there and back, \(view.minutesLabel)" }

    /// From the top of the map to its bottom. A layer that would hold nothing is left out.
    var all: [Styled] {
        let layers =
            [hubs, closedHubs] + (view.record.showsPlacesOnly ? [] : [candidates])
            + [assignments, qualifyingPlaces, neighbourhoods] + view.services.map(areas)
        return layers.filter { !$0.layer.rows.isEmpty }
    }

    var hubs: Styled {
        let rows = view.services.flatMap { service in
            service.hubs.enumerated().map { index, hub in
                OutputRow(
                    [
                        .text(service.service.id), .integer(Int64(index + 1)), .text(hub.site.id), .text(hub.place),
                        .text(hub.site.name), .integer(hub.figures.children), .hundredths(hub.figures.meanMinutes),
                        .text(hub.standingWords), .flag(hub.standing?.inside), .flag(hub.standing?.borderline),
                        .text(hub.origin.rawValue),
                    ],
                    shape: .point(hub.site.point)
                )
            }
        }
        let shapes = ["circle", "square", "diamond", "triangle"]
        return Styled(
            layer: layer(
                "hubs", "The hubs of the plan with the children nearest to each; \(bands).", .point,
                [
                    .text("service"), .integer("number"), .text("id"), .text("place"), .text("name"),
                    .integer("children"), .real("mean_minutes"), .text("standing"), .integer("inside"),
                    .integer("borderline"), .text("origin"),
                ], rows
            ),
            style: MapStyle(
                name: "hubs by service",
                renderer: .categories(
                    field: "service",
                    classes: view.services.map { service in
                        (
                            service.service.id, service.plural,
                            .marker(
                                shape: shapes[service.position % shapes.count], fill: Palette.hub(service.position),
                                edge: "#ffffff", millimetres: 4)
                        )
                    })
            )
        )
    }

    /// Hubs of the baseline that the plan does without.
    private var closedHubs: Styled {
        let rows = view.services.flatMap { service in
            (service.change?.lost ?? []).map { index in
                let site = region.sites[Int(index)]
                return OutputRow(
                    [
                        .text(service.service.id), .text(site.id), .text(region.place(of: site)), .text(site.name),
                    ], shape: .point(site.point))
            }
        }
        return Styled(
            layer: layer(
                "closed_hubs", "Hubs that stand \(view.besideWords) and not in the plan.", .point,
                [.text("service"), .text("id"), .text("place"), .text("name")], rows),
            style: MapStyle(
                name: "closed hubs",
                renderer: .single(.marker(shape: "cross", fill: Palette.line, edge: Palette.line, millimetres: 3)))
        )
    }

    /// Every site of the study, open in the plan or not.
    var candidates: Styled {
        let rows = region.sites.enumerated().map { index, site in
            let opened = view.services.filter { $0.hubOfSite[UInt32(index)] != nil }.map(\.service.id)
            let suits = region.services.indices.map { OutputValue.flag(site.suits >> UInt32($0) & 1 == 1) }
            let standings = region.rules.flatMap { rule -> [OutputValue] in
                [.flag(rule.sites[index].inside), .flag(rule.sites[index].borderline)]
            }
            return OutputRow(
                [
                    .text(site.id), .text(region.place(of: site)), .text(site.name), .text(site.layer),
                    .text(site.status.rawValue), .text(opened.joined(separator: " ")),
                ] + suits + standings,
                shape: .point(site.point)
            )
        }
        let fields: [OutputField] = [
            .text("id"), .text("place"), .text("name"), .text("layer"), .text("status"), .text("opened_for"),
        ]
        return Styled(
            layer: layer(
                "candidates", "Every site that was considered, with its standing under each rule.", .point,
                fields + region.services.map { .integer("suits_\($0.id)") }
                    + region.rules.flatMap { [.integer("inside_\($0.id)"), .integer("borderline_\($0.id)")] }, rows
            ),
            style: MapStyle(
                name: "candidates",
                renderer: .single(.marker(shape: "circle", fill: "#ffffff", edge: "#1b1f24", millimetres: 1.4))
            )
        )
    }

    /// From each area to its hub; two lines where the two kinds of household go to different hubs.
    var assignments: Styled {
        let rows = view.services.flatMap { service in
            service.journeys.map { journey in
                let area = region.areas[journey.area]
                let site = region.sites[Int(journey.site)]
                return OutputRow(
                    [
                        .text(service.service.id), .text(area.code), .text(site.id),
                        .integer(journey.childrenWithoutCar), .integer(journey.childrenWithCar),
                        .minutes(journey.minutesWithoutCar), .minutes(journey.minutesWithCar),
                    ],
                    shape: .lines([[area.point, site.point]])
                )
            }
        }
        return Styled(
            layer: layer(
                "assignments", "Straight lines from areas to their hubs, not routes; \(bands).", .lines,
                [
                    .text("service"), .text("area_code"), .text("hub_id"), .integer("children_without_car"),
                    .integer("children_with_car"), .real("minutes_without_car"), .real("minutes_with_car"),
                ], rows
            ),
            style: MapStyle(
                name: "thin lines",
                renderer: .categories(
                    field: "service",
                    classes: view.services.map { service in
                        (
                            service.service.id, service.plural,
                            .line(colour: Palette.hub(service.position), millimetres: 0.15, opacity: 0.5)
                        )
                    })
            )
        )
    }

    var qualifyingPlaces: Styled {
        let rows = region.rules.flatMap { rule in
            rule.outlines.map { place in
                OutputRow(
                    [.text(rule.id), .text(rule.title), .text(rule.date), .text(place.code), .text(place.name)],
                    shape: shape(place.outline)
                )
            }
        }
        return Styled(
            layer: layer(
                "qualifying_places", "Places that a rule of the study calls doubly disadvantaged.", .polygons,
                [.text("rule"), .text("rule_title"), .text("date"), .text("code"), .text("name")], rows
            ),
            style: MapStyle(name: "outlines", renderer: .single(.outline(edge: Palette.place, millimetres: 0.5)))
        )
    }

    var neighbourhoods: Styled {
        let rows = region.neighbourhoods.map { place in
            OutputRow([.text(place.code), .text(place.name)], shape: shape(place.outline))
        }
        return Styled(
            layer: layer(
                "neighbourhoods", "The places that hubs are named after.", .polygons, [.text("code"), .text("name")],
                rows
            ),
            style: MapStyle(name: "outlines", renderer: .single(.outline(edge: Palette.line, millimetres: 0.2)))
        )
    }

    /// One layer a service, so that each opens in the colours of its own minutes.
    func areas(_ service: ServiceView) -> Styled {
        let hasOutlines = !region.areaOutlines.isEmpty
        let rows = region.areas.enumerated().map { index, area in
            let kinds = [2 * index, 2 * index + 1]
            let hubs = kinds.map { region.sites[Int(service.figures.assignedSite[$0])].id }
            return OutputRow(
                [.text(area.code), .text(area.name), .text(area.settlement.rawValue)]
                    + kinds.map { .integer(service.demand[$0].children) }
                    + kinds.map { .minutes(service.figures.minutes[$0]) } + hubs.map { .text($0) }
                    + [.flag(service.rule?.areas[index])]
                    + (service.baseline.map { before in kinds.map { .minutes(before.minutes[$0]) } } ?? []),
                shape: hasOutlines ? shape(region.areaOutlines[index]) : .point(area.point)
            )
        }
        return Styled(
            layer: layer(
                "areas_\(service.service.id)", "Areas with their hub and \(bands).", hasOutlines ? .polygons : .point,
                [
                    .text("code"), .text("name"), .text("settlement"), .integer("children_without_car"),
                    .integer("children_with_car"), .real("minutes_without_car"), .real("minutes_with_car"),
                    .text("hub_without_car"), .text("hub_with_car"), .integer("doubly_disadvantaged"),
                ]
                    + (service.baseline == nil
                        ? []
                        : [
                            .real("\(view.besideKey)_minutes_without_car"), .real("\(view.besideKey)_minutes_with_car"),
                        ]),
                rows
            ),
            style: areaStyle(service, asShapes: hasOutlines)
        )
    }

    private func areaStyle(_ service: ServiceView, asShapes: Bool) -> MapStyle {
        let bands = MinuteBands(service.service)
        let edges = bands.edges.map { Double($0) / 10 }
        // Longer than any journey that tenths of minutes can hold.
        let longest = Double(TenthMinutes.max)
        return MapStyle(
            name: "minutes without a car",
            renderer: .graduated(
                field: "minutes_without_car",
                classes: (0..<MinuteBands.count).map { band in
                    (
                        band == 0 ? 0 : edges[band - 1], band < edges.count ? edges[band] : longest,
                        bands.title(of: band),
                        asShapes
                            ? .area(fill: Palette.bands[band], edge: "#ffffff", edgeMillimetres: 0.1)
                            : .marker(shape: "circle", fill: Palette.bands[band], edge: "#6b7280", millimetres: 1.6)
                    )
                })
        )
    }

    /// nil where no outline was found.
    private func shape(_ outline: Outline) -> Shape? {
        outline.isEmpty ? nil : .polygons(outline)
    }

    private func layer(
        _ name: String, _ description: String, _ geometry: OutputLayer.GeometryKind, _ fields: [OutputField],
        _ rows: [OutputRow]
    ) -> OutputLayer {
        OutputLayer(
            name: name, description: description, crs: crs, geometry: geometry, fields: fields, rows: rows
        )
    }
}

extension OutputField {
    fileprivate static func text(_ name: String) -> OutputField { OutputField(name, .text) }
    fileprivate static func integer(_ name: String) -> OutputField { OutputField(name, .integer) }
    fileprivate static func real(_ name: String) -> OutputField { OutputField(name, .real) }
}

extension OutputValue {
    fileprivate static func text(_ value: String?) -> OutputValue { value.map { .text($0) as OutputValue } ?? .null }
    /// To two decimals, as the tables have it.
    fileprivate static func hundredths(_ value: Double?) -> OutputValue {
        value.map { .real(($0 * 100).rounded() / 100) as OutputValue } ?? .null
    }

    fileprivate static func flag(_ value: Bool?) -> OutputValue { value.map { .integer($0 ? 1 : 0) } ?? .null }

    fileprivate static func minutes(_ tenths: TenthMinutes?) -> OutputValue {
        tenths.map { .real(Double($0) / 10) as OutputValue } ?? .null
    }
}
