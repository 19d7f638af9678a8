internal import HubModel
internal import Spatial

/// How near sites stand to the boundary between qualifying places and the rest.
struct BoundaryStanding {
    private let index: PolygonIndex?
    private let accuracy: Double
    private let edge: Double

    /// - Parameters:
    ///   - outlines: the qualifying places; lines between two of them are no boundary, so they are merged.
    ///   - accuracy: metres of boundary and coordinates together; 0 marks nothing as borderline.
    ///   - edge: a site inside and as near as this many metres stands just inside.
    init(outlines: [Outline], accuracy: Double, edge: Double = DisadvantageRule.standardEdge) throws {
        self.accuracy = accuracy
        self.edge = edge
        let filled = outlines.filter { !$0.isEmpty }
        guard accuracy > 0 || edge > 0, !filled.isEmpty else {
            index = nil
            return
        }
        let merged = try Geometry.union(filled)
        index = try PolygonIndex(merged.polygons.map { Outline(polygons: [$0]) })
    }

    /// A site counts as the rule says; nearer to the boundary than the accuracy it is borderline as well.
    func standing(of point: Point, isInside: Bool, place: String?) -> SiteStanding {
        let near = accuracy > 0 ? index?.nearestBoundary(to: point, within: accuracy) : nil
        var standing = SiteStanding(
            inside: isInside, borderline: near.map { $0.metres < accuracy } ?? false, metresToBoundary: near?.metres,
            place: place)
        standing.isJustInside = index.map { index in
            isInside && index.nearestBoundary(to: point, within: edge) != nil
        }
        return standing
    }
}
