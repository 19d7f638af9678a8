internal import HubModel
internal import Spatial

/// One point of the map that rules are asked about: a site, or any point, with the area it stands in.
struct Spot {
    /// "Coldhythe Library (L03)", "the point 652000, 305000"
    var title: String
    var point: Point
    /// Index into `Region.areas`.
    var area: Int
    /// Index into `Region.sites`; nil for a point that is no site.
    var site: Int?

    init(site index: Int, in region: Region) {
        let site = region.sites[index]
        title = site.name == site.id ? site.id : "\(site.name) (\(site.id))"
        point = site.point
        area = Int(site.area)
        self.site = index
    }

    /// The point that stands for an area's people.
    init(area index: Int, in region: Region) {
        title = region.areas[index].name
        point = region.areas[index].point
        area = index
    }

    /// - Throws: `HubPlanError` when the point is in none of the study's areas and by none of them.
    init(point: Point, title: String, in region: Region) throws {
        self.title = title
        self.point = point
        guard let area = try Self.area(at: point, in: region) else {
            throw HubPlanError(
                "\(title) is in none of the study's areas and by none of them. Check the coordinates, and whether they are "
                    + "in \(region.crs).")
        }
        self.area = area
    }

    /// The area whose outline holds the point, or has its edge within 500 m; without outlines, the one whose own point
    /// is the nearest within 10 km.
    private static func area(at point: Point, in region: Region) throws -> Int? {
        guard !region.areaOutlines.isEmpty else {
            let nearest = region.areas.indices.min { left, right in
                region.areas[left].point.distance(to: point) < region.areas[right].point.distance(to: point)
            }
            return nearest.flatMap { region.areas[$0].point.distance(to: point) <= 10_000 ? $0 : nil }
        }
        let near = region.areaOutlines.indices.filter { isNear(region.areaOutlines[$0], point) }
        let index = try PolygonIndex(near.map { region.areaOutlines[$0] })
        if let inside = index.containing(point).first { return near[inside] }
        return index.nearestBoundary(to: point, within: 500).map { near[$0.index] }
    }

    /// Whether the outline's box comes within 500 m.
    private static func isNear(_ outline: Outline, _ point: Point) -> Bool {
        let shells = outline.polygons.compactMap(\.first).joined()
        return shells.contains { $0.x >= point.x - 500 } && shells.contains { $0.x <= point.x + 500 }
            && shells.contains { $0.y >= point.y - 500 } && shells.contains { $0.y <= point.y + 500 }
    }
}
