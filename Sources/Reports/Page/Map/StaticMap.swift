internal import HubModel

/// The map as a drawing inside the page: for print, for browsers that draw no maps, and when no map script is at hand.
enum StaticMap {
    private static let width = 1000.0
    /// More areas than this are drawn as dots, and their lines are left to the interactive map.
    static let mostShapes = 5000

    /// What the areas are coloured by.
    enum Colouring { case minutes, change }

    static func svg(_ service: ServiceView, in view: RunView, colouring: Colouring = .minutes) -> HTML {
        let frame = MapFrame(view, width: width)
        let asDots = view.region.areaOutlines.isEmpty || view.region.areas.count > mostShapes
        let shown = colouring == .minutes ? "of minutes" : "of the change in minutes"
        let title =
            "Map of \(service.plural) and \(shown) for households without a car; the tables below tell the same"
        let places = service.rule.map { rule in path(rule.outlines.map(\.outline), frame, class: "place") } ?? .empty
        return """
            <svg class="map" viewBox="0 0 \(Int(width)) \(Int(frame.height))" role="img" aria-label="\(title)">
            \(path(view.region.backdrop.map(\.outline), frame, class: "backdrop"))\
            \(areas(service, in: view, frame, asDots: asDots, colouring: colouring))\
            \(view.region.areas.count > mostShapes ? .empty : lines(service, in: view, frame))\
            \(path([view.region.border].compactMap { $0 }, frame, class: "border"))\
            \(places)\(hubs(service, frame))</svg>

            """
    }

    private static func areas(
        _ service: ServiceView, in view: RunView, _ frame: MapFrame, asDots: Bool, colouring: Colouring
    ) -> HTML {
        let bands = MinuteBands(service.service)
        let changes = ChangeBands(service.service)
        var paths = [String](repeating: "", count: MinuteBands.count)
        for area in view.region.areas.indices {
            let band =
                switch colouring {
                case .minutes: bands.band(of: service.figures.minutes[2 * area])
                case .change: changes.band(of: service.minutesAdded(2 * area) ?? 0)
                }
            if asDots {
                paths[band] += frame.dot(view.region.areas[area].point)
            } else {
                paths[band] += frame.path(view.region.areaOutlines[area])
            }
        }
        let kind = asDots ? view.region.areas.count > mostShapes ? "dots fine" : "dots" : "shapes"
        let parts = paths.enumerated().filter { !$0.element.isEmpty }.map { band, path -> HTML in
            "<path class=\"\(colouring == .minutes ? "b" : "c")\(band)\" d=\"\(path)\"/>\n"
        }
        return "<g class=\"\(kind)\">\n\(parts)</g>\n"
    }

    private static func lines(_ service: ServiceView, in view: RunView, _ frame: MapFrame) -> HTML {
        let path = service.journeys.filter { $0.minutesWithoutCar != nil }.reduce(into: "") { path, journey in
            path += frame.line(view.region.areas[journey.area].point, view.region.sites[Int(journey.site)].point)
        }
        return "<path class=\"lines\" d=\"\(path)\"/>\n"
    }

    private static func path(_ outlines: [Outline], _ frame: MapFrame, class kind: String) -> HTML {
        let path = outlines.reduce(into: "") { $0 += frame.path($1) }
        return path.isEmpty ? .empty : "<path class=\"\(kind)\" d=\"\(path)\"/>\n"
    }

    private static func hubs(_ service: ServiceView, _ frame: MapFrame) -> HTML {
        let isNumbered = service.hubs.count <= 30
        let isNamed = service.hubs.count <= 12
        let marks = service.hubs.enumerated().map { index, hub -> HTML in
            let (x, y) = frame.place(hub.site.point)
            let borderline: HTML = hub.standing?.borderline ?? false ? " borderline" : ""
            return """
                <g class="hub s\(service.position % Palette.hubs.count)\(borderline)">\
                <title>\(index + 1). \(hub.label)</title>\
                <circle cx="\(x)" cy="\(y)" r="\(isNumbered ? 22 : 10)"/>\
                \(isNumbered ? "<text x=\"\(x)\" y=\"\(y + 8)\">\(index + 1)</text>" : .empty)\
                \(isNamed ? name(hub.place, x: x, y: y) : .empty)</g>

                """
        }
        return HTML(trusted: marks.map(\.text).joined())
    }
}

extension StaticMap {
    /// A place's name beside its hub, on the side where there is room.
    fileprivate static func name(_ place: String, x: Int, y: Int) -> HTML {
        let isLeft = Double(x) > 0.7 * width
        return """
            <text class="name\(isLeft ? " left" : "")" x="\(isLeft ? x - 30 : x + 30)" y="\(y + 8)">\(place)</text>
            """
    }
}

/// From the study's coordinates to whole units of the drawing, north up.
struct MapFrame: Sendable {
    let height: Double
    private let west: Double
    private let north: Double
    private let scale: Double

    /// Holds every area, whole where it is drawn as a shape, and every hub.
    init(_ view: RunView, width: Double) {
        let region = view.region
        let corners =
            region.areas.count > StaticMap.mostShapes
            ? [] : region.areaOutlines.flatMap { $0.polygons.joined().joined() }
        self.init(
            holding: region.areas.map(\.point) + corners + view.services.flatMap { $0.hubs.map(\.site.point) },
            width: width)
    }

    /// Holds the points, with a margin around them.
    init(holding points: [Point], width: Double) {
        let first = points.first ?? Point(x: 0, y: 0)
        var (west, east, south, north) = (first.x, first.x, first.y, first.y)
        for point in points {
            west = min(west, point.x)
            east = max(east, point.x)
            south = min(south, point.y)
            north = max(north, point.y)
        }
        let margin = max(east - west, north - south, 100) * 0.03
        self.west = west - margin
        self.north = north + margin
        scale = width / (east - west + 2 * margin)
        height = min(1500, max(300, ((north - south + 2 * margin) * scale).rounded()))
    }

    var metresPerUnit: Double { 1 / scale }

    func place(_ point: Point) -> (x: Int, y: Int) {
        (Int(((point.x - west) * scale).rounded()), Int(((north - point.y) * scale).rounded()))
    }

    func dot(_ point: Point) -> String {
        let (x, y) = place(point)
        return "M\(x) \(y)h0"
    }

    func line(_ from: Point, _ to: Point) -> String {
        let (start, end) = (place(from), place(to))
        return "M\(start.x) \(start.y)L\(end.x) \(end.y)"
    }

    /// Rings at the grain of the drawing: points that fall on the one before are left out.
    func path(_ outline: Outline) -> String {
        var path = ""
        for ring in outline.polygons.joined() {
            var last: (x: Int, y: Int)?
            for point in ring {
                let now = place(point)
                if let last, last == now { continue }
                path += (last == nil ? "M" : "L") + "\(now.x) \(now.y)"
                last = now
            }
            path += "Z"
        }
        return path
    }
}
