internal import HubModel
internal import Spatial

/// Brings coordinates of any layer into the study's system.
final class Projector {
    let target: CoordinateSystem
    private let degrees: CoordinateSystem
    private var transforms: [String: CoordinateTransform] = [:]
    private var operations: [String: String] = [:]

    /// - Throws: when the study's system is unknown, or is not a map projection in metres.
    init(study: Study) throws {
        do {
            target = try CoordinateSystem(study.crs)
            degrees = try CoordinateSystem("EPSG:4326")
        } catch let error as SpatialError {
            throw study.crsPlace.failure(error.description)
        }
        guard target.isProjected, target.metresPerUnit == 1 else {
            throw study.crsPlace.failure(
                "'\(study.crs)' (\(target.title)) is not a map projection in metres, so distances cannot be "
                    + "measured "
                    + "in it. Use one such as EPSG:27700 (British National Grid).")
        }
    }

    /// What was transformed and how, for the findings: one sentence a pair of systems.
    var sentences: [String] { operations.keys.sorted().compactMap { operations[$0] } }

    /// The system of a layer: the file's own, or the one the study states for it; never guessed.
    func system(of layer: VectorLayer, source: StudySource) throws -> CoordinateSystem {
        let stated = try source.crs.map { try system($0, at: source.place) }
        switch (stated, layer.crs) {
        case (nil, nil):
            throw source.place.failure(
                "the file '\(source.file)' does not say which coordinate system it is in. "
                    + "State it with `crs`, such as `crs: EPSG:27700`.")
        case (let stated?, let own?):
            guard stated == own || (Self.isPlainDegrees(stated) && Self.isPlainDegrees(own)) else {
                throw source.place.failure(
                    "the study states \(stated.title) for '\(source.file)' but the file says \(own.title). "
                        + "Take `crs` out, or correct the file.")
            }
            return own
        case (let only?, nil), (nil, let only?): return only
        }
    }

    func system(_ text: String, at place: StudyPlace) throws -> CoordinateSystem {
        do { return try CoordinateSystem(text) } catch let error as SpatialError {
            throw place.failure(error.description)
        }
    }

    /// Longitude and latitude of WGS 84 under either of its usual codes.
    private static func isPlainDegrees(_ system: CoordinateSystem) -> Bool {
        ["EPSG:4326", "OGC:CRS84"].contains(system.definition)
    }

    /// Points in the study's system; nil for those that cannot be taken there.
    func points(_ points: [Point], from source: CoordinateSystem) throws -> [Point?] {
        try move(points, from: source, to: target)
    }

    /// Whether each point lies where the study's system may be used.
    func areInAreaOfUse(_ points: [Point], from source: CoordinateSystem) throws -> [Bool] {
        guard let use = target.areaOfUse else { return points.map { _ in true } }
        return try move(points, from: source, to: degrees).map { point in
            guard let point else { return false }
            let isBetween =
                use.west <= use.east
                ? point.x >= use.west && point.x <= use.east : point.x >= use.west || point.x <= use.east
            return isBetween && point.y >= use.south && point.y <= use.north
        }
    }

    private func move(
        _ points: [Point], from source: CoordinateSystem, to target: CoordinateSystem
    ) throws -> [Point?] {
        if source == target { return points.map { $0.x.isFinite && $0.y.isFinite ? $0 : nil } }
        let name = source.definition + " > " + target.definition
        let transform = try transforms[name] ?? CoordinateTransform(from: source, to: target)
        transforms[name] = transform
        let moved = transform.leniently(points)
        if target == self.target { record(transform, from: source) }
        return moved
    }

    private func record(_ transform: CoordinateTransform, from source: CoordinateSystem) {
        guard let operation = transform.operation else { return }
        let accuracy = operation.accuracyMetres.map { "; PROJ states an accuracy of \($0) m" } ?? ""
        let grid = operation.grid.map { "; grid \($0)" } ?? ""
        operations[source.definition] =
            "Coordinates in \(source.title) were taken to \(target.title) by \(operation.name)\(accuracy)\(grid)."
    }

    /// Outlines in the study's system.
    /// - Throws: for a layer with a point that cannot be taken there.
    func outlines(_ outlines: [Outline], from system: CoordinateSystem, source: StudySource) throws -> [Outline] {
        if system == target { return outlines }
        let moved = try points(outlines.flatMap { $0.polygons.flatMap { $0.flatMap { $0 } } }, from: system)
        var next = 0
        return try outlines.map { outline in
            Outline(
                polygons: try outline.polygons.map { polygon in
                    try polygon.map { ring in
                        try ring.map { corner in
                            defer { next += 1 }
                            guard let point = moved[next] else {
                                throw source.place.failure(
                                    "the file '\(source.file)' has an outline with a corner at \(corner.x), "
                                        + "\(corner.y), "
                                        + "which \(target.title) does not cover. Check the coordinate system.")
                            }
                            return point
                        }
                    }
                })
        }
    }
}
