internal import HubModel
internal import Spatial

/// How near sites stand to the boundary between qualifying places and the rest.
struct BoundaryStanding {
    private let index: PolygonIndex?
    private let accuracy: Double

    /// - Parameters:
    ///   - outlines: the qualifying places; lines between two of them are no boundary, so they are merged.
    ///   - accuracy: metres of boundary and coordinates together; 0 marks nothing as borderline.
    init(outlines: [Outline], accuracy: Double) throws {
        self.accuracy = accuracy
        let filled = outlines.filter { !$0.isEmpty }
        guard accuracy > 0, !filled.isEmpty else {
            index = nil
            return
        }
        let merged = try Geometry.union(filled)
        index = try PolygonIndex(merged.polygons.map { Outline(polygons: [$0]) })
    }

    /// A site counts as the rule says; nearer to the boundary than the accuracy it is borderline as well.
    func standing(of point: Point, isInside: Bool, place: String?) -> SiteStanding {
        let near = index?.nearestBoundary(to: point, within: accuracy)
        return SiteStanding(
            inside: isInside, borderline: near.map { $0.metres < accuracy } ?? false, metresToBoundary: near?.metres,
            place: place)
    }
}
