internal import HubModel

/// What the interactive map draws, as compact JSON for the page.
///
/// Coordinates are longitude and latitude in whole hundred-thousandths of a degree (about a metre). Points are flat
/// arrays x, y, x, y; a ring is such an array whose later pairs are differences from the one before. Minutes are tenths.
struct MapData {
    /// From the study's coordinates to longitude and latitude.
    private let degrees: ([Point]) throws -> [Point]
    private let simplified: (Outline) throws -> Outline

    init(degrees: @escaping ([Point]) throws -> [Point], simplified: @escaping (Outline) throws -> Outline) {
        self.degrees = degrees
        self.simplified = simplified
    }

    func json(_ view: RunView) throws -> JSON {
        let region = view.region
        let asShapes = !region.areaOutlines.isEmpty && region.areas.count <= StaticMap.mostShapes
        return .object([
            ("areas", .array(try points(region.areas.map(\.point)))),
            ("shapes", asShapes ? .array(try region.areaOutlines.map(shape)) : .null),
            ("codes", .array(region.areas.map { .text($0.code) })),
            ("names", .array(region.areas.map { .text($0.name) })),
            ("services", .array(try view.services.map { try service($0, in: region) })),
            ("backdrop", .array(try region.backdrop.map(place))),
            ("border", try region.border.map(shape) ?? .null),
        ])
    }

    private func service(_ view: ServiceView, in region: Region) throws -> JSON {
        let areas = region.areas.indices
        let figures = view.figures
        let open = Set(view.hubs.map(\.index))
        let bit = UInt32(1) << UInt32(figures.service)
        let others = region.sites.indices.filter { region.sites[$0].suits & bit != 0 && !open.contains(UInt32($0)) }
        return .object([
            ("title", .text(view.service.title)),
            ("edges", .array(MinuteBands(view.service).edges.map { .whole(Int64($0)) })),
            ("colour", .text(Palette.hub(view.position))),
            ("hubPoints", .array(try points(view.hubs.map(\.site.point)))),
            ("hubs", .array(view.hubs.map { hub($0, of: view, in: region) })),
            // Hub of households without a car and with one, by its place in `hubs`.
            ("to", .array([0, 1].map { kind in .array(areas.map { to(2 * $0 + kind, view) }) })),
            (
                "minutes",
                .array([0, 1].map { kind in .array(areas.map { .whole(Int64(figures.minutes[2 * $0 + kind])) }) })
            ),
            // What minutes stand for no way at all.
            ("longest", .optional(view.longest) { .whole(Int64($0)) }),
            // What the journey was in the baseline, and the largest change that is a small one.
            (
                "before",
                .optional(view.baseline) { before in
                    .array([0, 1].map { kind in .array(areas.map { .whole(Int64(before.minutes[2 * $0 + kind])) }) })
                }
            ),
            ("smallChange", .whole(ChangeBands(view.service).small)),
            (
                "children",
                .array([0, 1].map { kind in .array(areas.map { .whole(view.demand[2 * $0 + kind].children) }) })
            ),
            ("candidates", .array(try points(others.map { region.sites[$0].point }))),
            ("called", .optional(view.rule) { .text($0.called) }),
            ("places", .array(try view.rule?.outlines.map(place) ?? [])),
        ])
    }

    private func to(_ demand: Int, _ view: ServiceView) -> JSON {
        .whole(view.hubOfSite[view.figures.assignedSite[demand]] ?? -1)
    }

    private func hub(_ hub: HubView, of view: ServiceView, in region: Region) -> JSON {
        .object([
            ("name", .text(hub.label)),
            ("place", .text(hub.place)),
            ("settled", .optional(view.ties(of: hub), { .text(TieWords.sentence($0, in: region)) })),
            ("children", .whole(hub.figures.children)),
            ("minutes", .optional(hub.figures.meanMinutes) { .text(Words.decimal($0, digits: 1)) }),
            ("standing", .optional(hub.standingWords, JSON.text)),
            ("borderline", .bool(hub.standing?.borderline ?? false)),
        ])
    }

    private func place(_ place: Neighbourhood) throws -> JSON {
        .object([("name", .text(place.name)), ("shape", try shape(place.outline))])
    }

    private func shape(_ outline: Outline) throws -> JSON {
        .array(
            try simplified(outline).polygons.map { polygon in
                .array(
                    try polygon.map { ring in
                        var last: (x: Int64, y: Int64) = (0, 0)
                        var numbers: [JSON] = []
                        for point in try degrees(ring) {
                            let now = MapData.whole(point)
                            numbers += [.whole(now.x - last.x), .whole(now.y - last.y)]
                            last = now
                        }
                        return .array(numbers)
                    })
            })
    }

    private func points(_ points: [Point]) throws -> [JSON] {
        try degrees(points).flatMap { point -> [JSON] in
            let (x, y) = MapData.whole(point)
            return [.whole(x), .whole(y)]
        }
    }

    private static func whole(_ degrees: Point) -> (x: Int64, y: Int64) {
        (Int64((degrees.x * 100_000).rounded()), Int64((degrees.y * 100_000).rounded()))
    }
}
