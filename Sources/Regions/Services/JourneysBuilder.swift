internal import HubModel
internal import Spatial

/// The study's `travel` section with its files found, and with barriers and crossings in the study's system.
struct JourneysBuilder {
    let journeys: StudyJourneys
    let files: DataFiles
    let projector: Projector

    func build(log: inout BuildLog) throws -> TravelRequest {
        var request = TravelRequest(by: journeys.by)
        request.streets = try journeys.streets.map { try file($0, role: "streets") }
        request.timetable = try journeys.timetable.map {
            TravelRequest.Timetable(
                feed: try file($0.source, role: "timetable"), date: $0.date, lastBusLater: $0.lastBusLater)
        }
        request.fares = journeys.fares.map(\.fare)
        request.barriers = try journeys.barriers.map { try barrier($0, log: &log) }
        request.crossings = try journeys.crossings.map { try crossings($0, log: &log) } ?? []
        request.crossings += try journeys.addedCrossings.map { crossing in
            TravelRequest.Crossing(
                title: crossing.name, point: try projector.point(crossing.position), minutes: crossing.minutes,
                carriesVehicles: !crossing.walkersOnly)
        }
        request.matrix = try journeys.matrix.map { try matrix($0) }
        request.matrixWithCar = try journeys.matrixWithCar.map { try matrix($0) }
        return request
    }

    private func file(_ source: StudySource, role: String) throws -> TravelRequest.DataFile {
        TravelRequest.DataFile(
            title: source.file, path: try files.located(source, role: role), layer: source.layer)
    }

    private func matrix(_ matrix: StudyMatrix) throws -> MatrixRequest {
        let place = matrix.source.place
        let line = place.line.map { ", line \($0)" } ?? ""
        return MatrixRequest(
            file: try file(matrix.source, role: "journeys"), from: matrix.from, to: matrix.to, cost: matrix.minutes,
            unit: matrix.unit, direction: matrix.direction, missing: matrix.missing, isWide: matrix.form == .wide,
            place: "\(place.file)\(line), \(place.path)")
    }

    // MARK: Barriers

    private func barrier(_ barrier: StudyBarrier, log: inout BuildLog) throws -> TravelRequest.Barrier {
        let (layer, rows) = try rows(barrier.source, barrier.filters, role: "barrier \(barrier.title)")
        let system = try projector.system(of: layer, source: barrier.source)
        var lines: [[Point]] = []
        var passedOver = 0
        for row in rows {
            switch layer.shapes[row] {
            case .lines(let parts): lines += parts
            case .polygons(let outline): lines += outline.polygons.flatMap(\.self)
            case .point, nil: passedOver += 1
            }
        }
        if passedOver > 0 {
            log.warn(
                "\(Wording.count(passedOver, "row")) of '\(barrier.source.file)' \(Wording.verb(passedOver, "is", "are")) no "
                    + "line and no outline, and cannot stand in the way.")
        }
        guard !lines.isEmpty else {
            throw barrier.source.place.failure(
                "the file '\(barrier.source.file)' has no line of \(barrier.title). Check `where`, or take the barrier out."
            )
        }
        let points = try projector.points(lines.flatMap(\.self), from: system)
        var next = 0
        let moved = try lines.map { line in
            try line.map { corner in
                defer { next += 1 }
                guard let point = points[next] else {
                    throw barrier.source.place.failure(
                        "the file '\(barrier.source.file)' has a corner at \(corner.x), \(corner.y), which the study's "
                            + "coordinate system does not cover. Check the coordinate system.")
                }
                return point
            }
        }
        return TravelRequest.Barrier(title: barrier.title, minutes: barrier.minutes, lines: moved)
    }

    private func crossings(_ crossings: StudyCrossings, log: inout BuildLog) throws -> [TravelRequest.Crossing] {
        let (layer, rows) = try rows(crossings.source, crossings.filters, role: "crossings")
        let system = try projector.system(of: layer, source: crossings.source)
        let names = try crossings.name.map { try layer.texts($0, at: crossings.source.place) }
        let minutes = try crossings.minutes.map { column in
            let texts = try layer.texts(column, at: crossings.source.place)
            return try NumberColumn.read(
                rows.map { texts[$0] }, labels: rows.map { "row \($0 + 1)" }, column: column,
                file: crossings.source.file, missing: .zero,
                place: crossings.source.place)
        }
        let walkersOnly = Set(crossings.walkersOnly.isEmpty ? [] : try layer.rows(passing: crossings.walkersOnly))
        let points = try rows.map { row in
            guard case .point(let point)? = layer.shapes[row] else {
                throw crossings.source.place.failure(
                    "the file '\(crossings.source.file)', row \(row + 1), is no point. Give each crossing as a point.")
            }
            return point
        }
        return try zip(try projector.points(points, from: system), rows).enumerated().map { place, pair in
            guard let point = pair.0 else {
                throw crossings.source.place.failure(
                    "the file '\(crossings.source.file)', row \(pair.1 + 1), is at \(points[place].x), \(points[place].y), "
                        + "which the study's coordinate system does not cover. Check the coordinate system.")
            }
            return TravelRequest.Crossing(
                title: names?[pair.1] ?? "crossing \(pair.1 + 1)",
                point: point, minutes: minutes?[place] ?? 0, carriesVehicles: !walkersOnly.contains(pair.1))
        }
    }

    private func rows(
        _ source: StudySource, _ filters: [StudyFilter], role: String
    ) throws -> (layer: VectorLayer, rows: [Int]) {
        let layer = try files.layer(source, role: role)
        let rows = try layer.rows(passing: filters)
        files.note(
            source, role: role, vintage: nil, read: layer.count,
            dropped: [(layer.count - rows.count, Wording.failsWhere)])
        return (layer, rows)
    }
}
