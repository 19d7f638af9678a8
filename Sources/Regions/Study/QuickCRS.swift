internal import HubModel
internal import Spatial

/// The projected system, in metres, that a study made from options works in.
enum QuickCRS {
    /// The stated one, that of the areas or that of the sites, the first that is a map in metres. Where all are degrees,
    /// the British national grid for points in Britain, and otherwise the zone of UTM that holds the areas' middle.
    static func forStudy(
        stated: String?, _ areas: QuickLayer.Places, _ sites: QuickLayer.Places, of layer: QuickLayer
    ) throws -> String {
        let given = try [stated.map { try layer.system($0) }, system(areas, layer), system(sites, layer)]
        if let metric = given.compactMap({ $0 }).first(where: { $0.isProjected && $0.metresPerUnit == 1 }) {
            return metric.definition
        }
        let points = try degrees(areas, layer)
        let grid = try CoordinateSystem("EPSG:27700")
        if let use = grid.areaOfUse, !points.isEmpty,
            points.allSatisfy({ $0.x >= use.west && $0.x <= use.east && $0.y >= use.south && $0.y <= use.north })
        {
            return grid.definition
        }
        guard !points.isEmpty else {
            throw RegionError("\(layer.option): \(layer.path) has no points to choose a map for. State one with --crs.")
        }
        let middle = points.reduce(Point(x: 0, y: 0)) { Point(x: $0.x + $1.x, y: $0.y + $1.y) }
        let (x, y) = (middle.x / Double(points.count), middle.y / Double(points.count))
        let zone = min(60, max(1, Int(((x + 180) / 6).rounded(.down)) + 1))
        return "EPSG:\((y < 0 ? 32_700 : 32_600) + zone)"
    }

    private static func system(_ places: QuickLayer.Places, _ layer: QuickLayer) throws -> CoordinateSystem {
        switch places {
        case .shapes(let system, _): system
        case .columns(_, _, let text): try layer.system(text)
        }
    }

    /// Some point of each area.
    private static func degrees(_ places: QuickLayer.Places, _ layer: QuickLayer) throws -> [Point] {
        switch places {
        case .columns(let x, let y, _): try layer.points(x, y)
        case .shapes:
            layer.table.shapes.compactMap { shape in
                switch shape {
                case .point(let point): point
                case .polygons(let outline): outline.polygons.first?.first?.first
                case .lines, nil: nil
                }
            }
        }
    }
}
