package import HubModel

/// The geometry of a feature, flattened to the plane: curves become chords, heights and measures are dropped.
package enum Shape: Hashable, Sendable {
    case point(Point)
    /// One line, or the parts of a multiline.
    case lines([[Point]])
    /// Closed rings: each ring's last point repeats its first.
    case polygons(Outline)
}
