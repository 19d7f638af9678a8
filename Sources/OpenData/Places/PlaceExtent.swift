internal import HubModel
internal import Spatial

/// A place as a study takes it: its areas, those across its border, and the sites that stand there.
///
/// Areas and sites are chosen as a study with the same `where`, `within` and `buffer` chooses them.
struct PlaceExtent {
    /// How the study picks the areas of the place.
    enum Pick: Equatable {
        case values(PlaceKind, [String])
        case drawn
    }

    struct Site {
        var name: String
        var kind: String
        var point: Point
        /// Number in `PlaceAreas`.
        var area: Int
    }

    let title: String
    let pick: Pick
    /// Numbers in `PlaceAreas`, ascending.
    let inside: [Int]
    let across: Set<Int>
    let sites: [Site]

    /// Whether a site stands in the place itself, and not across its border.
    func isOwn(_ site: Int) -> Bool { !across.contains(sites[site].area) }

    /// How far outside every outline a site may stand and still belong to the nearest area, as in a study.
    private static let edge = 500.0

    init(
        title: String, pick: Pick, inside: [Int], metres: Double, areas: PlaceAreas, outlines: PlaceOutlines,
        package path: String
    ) throws {
        self.title = title
        self.pick = pick
        self.inside = inside
        let zone = try BufferZone(outlines.outlines(of: inside.map { areas.codes[$0] }), metres: metres)
        let kept = Set(inside)
        across = Set(areas.codes.indices.filter { !kept.contains($0) && metres > 0 && zone.holds(areas.points[$0]) })
        sites = try Self.sites(
            in: (inside + across).sorted(), across: across, zone: zone, areas: areas, outlines: outlines, path)
    }

    private static func sites(
        in study: [Int], across: Set<Int>, zone: BufferZone, areas: PlaceAreas, outlines: PlaceOutlines, _ path: String
    ) throws -> [Site] {
        typealias Column = EnglandLayers.SiteColumn
        let layer = try PlaceLayers.read(
            path, EnglandLayers.sites, columns: [Column.id, Column.name, Column.kind, Column.area])
        func texts(_ name: String) -> [String] { (layer.column(name) ?? []).map { $0 ?? "" } }
        let (ids, names, kinds, codes) = (texts(Column.id), texts(Column.name), texts(Column.kind), texts(Column.area))
        let number = Dictionary(
            study.map { (areas.codes[$0], $0) }, uniquingKeysWith: { first, _ in first })
        let index = try PolygonIndex(outlines.outlines(of: study.map { areas.codes[$0] }))
        let order = ids.indices.sorted { (ids[$0], $0) < (ids[$1], $1) }
        return order.compactMap { row -> Site? in
            guard case .point(let point) = layer.shapes[row] else { return nil }
            let area: Int?
            if codes[row].isEmpty {
                let place =
                    index.containing(point).first ?? index.nearestBoundary(to: point, within: Self.edge)?.index
                area = place.map { study[$0] }
            } else {
                area = number[codes[row]]
            }
            guard let area, !across.contains(area) || zone.holds(point) else { return nil }
            return Site(name: names[row].isEmpty ? ids[row] : names[row], kind: kinds[row], point: point, area: area)
        }
    }
}
