internal import HubModel
internal import Spatial

/// Outlines of the package's areas, made valid when they are asked for.
struct PlaceOutlines {
    private let layer: VectorLayer
    private let rows: [String: Int]

    init(package path: String) throws {
        let key = EnglandLayers.OutlineColumn.areaCode
        layer = try PlaceLayers.read(path, EnglandLayers.areaOutlines, columns: [key])
        let codes = (layer.column(key) ?? []).map { $0 ?? "" }
        rows = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// One an area; empty where the package has none.
    func outlines(of codes: some Sequence<String>) throws -> [Outline] {
        try codes.map { code in
            guard let row = rows[code], case .polygons(let outline) = layer.shapes[row] else { return .empty }
            return try Geometry.repaired(outline).outline
        }
    }
}
