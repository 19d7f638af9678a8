internal import HubModel

/// Drawings of where rules agree: one of how many rules count each area, and one a rule.
struct RuleMaps {
    private static let width = 1000.0
    private let region: Region
    private let frame: MapFrame
    private let asDots: Bool

    init(_ region: Region) {
        self.region = region
        let isFine = region.areas.count > StaticMap.mostShapes
        asDots = region.areaOutlines.isEmpty || isFine
        let corners = isFine ? [] : region.areaOutlines.flatMap { $0.polygons.joined().joined() }
        frame = MapFrame(holding: region.areas.map(\.point) + corners, width: Self.width)
    }

    /// Areas by how many rules count their people.
    var together: HTML {
        let most = region.rules.count
        let counts = region.areas.indices.map { area in region.rules.count { $0.areas[area] } }
        let classes = (0...most).filter { counts.contains($0) }.map { count -> HTML in
            let title = count == 0 ? "no rule" : count == most ? "every rule" : Words.count(count, "rule")
            return """
                <li><span class="swatch b\(Self.band(count, of: most))"></span> \(title): \
                \(Words.count(counts.count { $0 == count }, "area"))</li>

                """
        }
        return """
            <figure class="drawing">
            <figcaption>How many rules count each area</figcaption>
            \(svg("Map of how many rules count each area; the tables tell the same") { area in
                Self.band(counts[area], of: most)
            })<ul class="legend" aria-label="Legend">
            \(classes)</ul></figure>

            """
    }

    /// The areas of one rule, and the outlines of its places.
    func alone(_ index: Int) -> HTML {
        let rule = region.rules[index]
        let count = rule.areas.count { $0 }
        return """
            <figure class="drawing">
            <figcaption>\(rule.id): \(rule.title)</figcaption>
            \(svg("Map of the areas that \(rule.title) counts; the tables tell the same", places: rule) { area in
                rule.areas[area] ? 4 : asDots ? nil : 0
            })<ul class="legend" aria-label="Legend">
            <li><span class="swatch b4"></span> \(Words.count(count, "area")) whose people count</li>
            \(Self.hasPlaces(rule) ? "<li><span class=\"swatch place\"></span> its places</li>\n" : .empty)</ul></figure>

            """
    }

    /// Areas as places would draw every outline twice.
    private static func hasPlaces(_ rule: DisadvantageRule) -> Bool {
        rule.placeKind != "areas" && !rule.outlines.isEmpty && rule.outlines.count <= 500
    }

    /// From 0 for none to 4 for all.
    private static func band(_ count: Int, of most: Int) -> Int {
        count == 0 ? 0 : max(1, 4 * count / max(1, most))
    }

    /// - Parameter band: the colour of an area, 0 to 4; nil leaves it out.
    private func svg(_ title: String, places rule: DisadvantageRule? = nil, _ band: (Int) -> Int?) -> HTML {
        var paths = [String](repeating: "", count: 5)
        for area in region.areas.indices {
            guard let band = band(area) else { continue }
            paths[band] += asDots ? frame.dot(region.areas[area].point) : frame.path(region.areaOutlines[area])
        }
        let kind = asDots ? region.areas.count > StaticMap.mostShapes ? "dots fine" : "dots" : "shapes"
        let parts = paths.enumerated().filter { !$0.element.isEmpty }.map { band, path -> HTML in
            "<path class=\"b\(band)\" d=\"\(path)\"/>\n"
        }
        let backdrop = region.backdrop.reduce(into: "") { $0 += frame.path($1.outline) }
        let outlines = rule.map { rule in
            Self.hasPlaces(rule) ? rule.outlines.reduce(into: "") { $0 += frame.path($1.outline) } : ""
        }
        return """
            <svg class="map" viewBox="0 0 \(Int(Self.width)) \(Int(frame.height))" role="img" aria-label="\(title)">
            \(path(backdrop, class: "backdrop"))<g class="\(kind)">
            \(parts)</g>
            \(path(outlines ?? "", class: "place"))</svg>

            """
    }

    private func path(_ path: String, class kind: String) -> HTML {
        path.isEmpty ? .empty : "<path class=\"\(kind)\" d=\"\(path)\"/>\n"
    }
}
