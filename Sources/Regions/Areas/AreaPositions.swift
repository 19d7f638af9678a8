internal import HubModel
internal import Spatial

/// Whether the areas' points can be where they say: by their own outlines, else by everything around them.
struct AreaPositions {
    let frame: AreaFrame
    let study: StudyAreas
    let checks: StudyChecks

    private var place: StudyPlace { study.point?.place ?? study.source.place }

    /// Points by their own outlines.
    /// - Parameter outlines: empty, or one an area; an area without an outline is not looked at.
    /// - Throws: when a point stands farther than `checks.ownAreaWithin` outside its outline.
    func check(_ areas: [Area], outlines: [Outline]) throws {
        guard !outlines.isEmpty else { return }
        let limit = checks.ownAreaWithin
        let far = areas.indices.filter { area in
            let metres = OutlineDistance.metres(from: areas[area].point, to: outlines[area])
            return metres.isFinite && metres > limit
        }
        guard !far.isEmpty else { return }
        let list = far.map { area in
            let metres = OutlineDistance.metres(from: areas[area].point, to: outlines[area])
            return "\(position(area, areas)) is \(kilometres(metres)) away"
        }
        let fitting = far.count { area in
            OutlineDistance.metres(from: Self.swapped(areas[area].point), to: outlines[area]) <= limit
        }
        throw place.failure(
            "the \(far.count == 1 ? "point" : "points") of \(Wording.count(far.count, "area")) "
                + "\(Wording.verb(far.count, "stands", "stand")) more than \(kilometres(limit)) outside "
                + "\(far.count == 1 ? "its outline" : "their own outlines") (\(Wording.firstFive(list, separator: "; "))). "
                + advice(fitting, of: far.count, otherwise: "`crs` and the codes of the outlines"))
    }

    /// Points by everything else: whatever is apart from all areas and sites by more than `checks.apart` was misplaced.
    ///
    /// The map is laid out in squares as wide as that distance. Squares that touch and hold something belong together,
    /// so anything cut off from every site is farther than the distance from all that is not cut off.
    /// - Throws: for areas that are cut off from every site.
    func check(_ areas: [Area], sites: [CandidateSite]) throws {
        var reached = Set<Square>()
        var next = Array(Set(sites.map { square(of: $0.point) }))
        let held = Set(areas.map { square(of: $0.point) }).union(next)
        while let square = next.popLast() {
            guard reached.insert(square).inserted else { continue }
            next += square.touching.filter { held.contains($0) && !reached.contains($0) }
        }
        let far = areas.indices.filter { !reached.contains(square(of: areas[$0].point)) }
        guard !far.isEmpty else { return }
        let fitting = far.count { reached.contains(square(of: Self.swapped(areas[$0].point))) }
        throw place.failure(
            "\(Wording.count(far.count, "area")) \(Wording.verb(far.count, "stands", "stand")) more than "
                + "\(kilometres(checks.apart)) from every site and from all other areas "
                + "(\(Wording.firstFive(far.map { position($0, areas) }, separator: "; "))). "
                + advice(fitting, of: far.count, otherwise: "`crs`, or raise `checks: {apart: METRES}`"))
    }

    private struct Square: Hashable {
        var column: Double
        var row: Double

        var touching: [Square] {
            [-1.0, 0, 1].flatMap { x in [-1.0, 0, 1].map { Square(column: column + x, row: row + $0) } }
        }
    }

    private func square(of point: Point) -> Square {
        let width = max(1, checks.apart)
        return Square(column: (point.x / width).rounded(.down), row: (point.y / width).rounded(.down))
    }

    private static func swapped(_ point: Point) -> Point { Point(x: point.y, y: point.x) }

    /// "E01000001 in 'areas.csv', row 1, at 400500, 300500"
    private func position(_ area: Int, _ areas: [Area]) -> String {
        let point = areas[area].point
        return "\(areas[area].code) in '\(study.source.file)', row \((frame.rows[area] + 1).grouped), at "
            + "\((point.x.rounded()).plain), \((point.y.rounded()).plain)"
    }

    private func advice(_ fitting: Int, of count: Int, otherwise: String) -> String {
        fitting * 2 > count
            ? "x and y look swapped: exchange them in `point`." : "Correct the coordinates, or check \(otherwise)."
    }

    private func kilometres(_ metres: Double) -> String {
        ((metres / 100).rounded() / 10).plain + " km"
    }
}
