package import HubModel

/// The ground that some outlines cover, and what lies within a distance of them.
///
/// Belongs to one task at a time.
package final class BufferZone {
    private let index: PolygonIndex
    private let metres: Double

    /// - Parameters:
    ///   - outlines: valid, in metres.
    ///   - metres: how far beyond them the zone reaches, measured straight; 0 or more, the bound included.
    package init(_ outlines: [Outline], metres: Double) throws {
        index = try PolygonIndex(outlines)
        self.metres = metres
    }

    package func holds(_ point: Point) -> Bool {
        !index.containing(point).isEmpty || (metres > 0 && index.nearestBoundary(to: point, within: metres) != nil)
    }
}
