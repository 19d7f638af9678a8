internal import HubModel

/// The box that a study's areas fill, with a margin: what lies wholly beyond it need not be carried along.
struct Extent {
    private var left = Double.infinity
    private var right = -Double.infinity
    private var bottom = Double.infinity
    private var top = -Double.infinity

    /// - Parameters:
    ///   - outlines: empty, or one an area.
    ///   - margin: metres added on every side.
    init(areas: [Area], outlines: [Outline], margin: Double = 2_000) {
        for area in areas { add(area.point) }
        for outline in outlines { add(outline) }
        left -= margin
        right += margin
        bottom -= margin
        top += margin
    }

    private init() {}

    private mutating func add(_ point: Point) {
        left = min(left, point.x)
        right = max(right, point.x)
        bottom = min(bottom, point.y)
        top = max(top, point.y)
    }

    private mutating func add(_ outline: Outline) {
        for shell in outline.polygons.compactMap(\.first) {
            for corner in shell { add(corner) }
        }
    }

    /// Whether the outline's box meets this one; false for an empty outline.
    func touches(_ outline: Outline) -> Bool {
        var other = Extent()
        other.add(outline)
        return other.left <= right && other.right >= left && other.bottom <= top && other.top >= bottom
    }
}
