package import HubModel

extension CoordinateSystem {
    /// Numbers of the points, from 0 and ascending, that lie outside the area where this system may be used, or
    /// nowhere on earth; none for a system that states no area.
    ///
    /// Catches swapped and foreign coordinates: 51.5, -0.1 read as x, y of EPSG:27700 lies far off in the Atlantic.
    package func pointsOutsideArea(_ points: [Point]) throws -> [Int] {
        guard let areaOfUse else { return [] }
        guard isProjected else { return points.indices.filter { !areaOfUse.contains(points[$0]) } }
        let degrees = try CoordinateTransform(from: self, to: CoordinateSystem("EPSG:4326")).leniently(points)
        return points.indices.filter { index in degrees[index].map { !areaOfUse.contains($0) } ?? true }
    }
}

extension CoordinateSystem.AreaOfUse {
    /// Edges included; false for what is no number.
    func contains(_ degrees: Point) -> Bool {
        guard degrees.y >= south, degrees.y <= north else { return false }
        return west <= east ? degrees.x >= west && degrees.x <= east : degrees.x >= west || degrees.x <= east
    }
}
