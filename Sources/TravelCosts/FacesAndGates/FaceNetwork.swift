package import HubModel

/// Where areas and sites lie among barriers, and the gates that lead from face to face.
///
/// Fixed once it is made, so any number of threads may ask at once.
package struct FaceNetwork: Sendable {
    /// A way from one face into another.
    package struct Gate: Hashable, Sendable {
        /// Index into the crossings that were given; nil for the way round a barrier's open end.
        package var crossing: Int?
        package var title: String
        /// On the barrier.
        package var point: Point
        /// Minutes that passing it takes besides its length, one way.
        package var minutes: Double
        package var carriesVehicles: Bool
        /// The two cells, and their faces, that it joins.
        var cellA: UInt32
        var cellB: UInt32
        var faceA: UInt32
        var faceB: UInt32
    }

    package let areas: [Point]
    package let sites: [Point]
    package let gates: [Gate]
    /// Faces that hold an area, a site or a gate.
    package let faceCount: Int
    /// What a planner should know: open ends, crossings that lead nowhere, places that are cut off. Sentences.
    package let findings: [String]
    /// The cell and the face of each area and each site.
    let areaCells: [UInt32]
    let areaFaces: [UInt32]
    let siteCells: [UInt32]
    let siteFaces: [UInt32]
    let minutes: CrossingMinutes

    /// - Parameters:
    ///   - barriers: layers of lines; with none, everything is one face.
    ///   - crossings: where barriers can be passed.
    ///   - boundary: what the study's ground ends at; nil for a rectangle round all areas and sites.
    ///   - areas: population-weighted points in the study's projected coordinate system, metres.
    ///   - sites: in the order of their ids, in the same system.
    ///   - settings: distances and areas; see ``FaceSettings``.
    /// - Throws: `TravelError` when a point is not on the map or a crossing's minutes are negative; `SpatialError` when
    ///   GEOS cannot join the lines.
    package init(
        barriers: [BarrierLayer], crossings: [Crossing], boundary: Outline? = nil, areas: [Point], sites: [Point],
        settings: FaceSettings
    ) throws {
        try Self.check(barriers, crossings, areas, sites)
        let map = try FaceMap(
            barriers, boundary: boundary ?? Self.frame(areas + sites), settings: settings)
        var placing = GatePlacing(map, settings)
        for (number, crossing) in crossings.enumerated() { placing.place(crossing, number) }
        for way in map.ends.ways { placing.open(way) }

        var places = PlaceFaces(map, areas: areas, sites: sites, gates: placing.gates)
        places.bringBack(map, areas, sites, within: settings.snap)
        (areaCells, areaFaces) = (places.areaCells, places.areaCells.map { map.faceOf[Int($0)] })
        (siteCells, siteFaces) = (places.siteCells, places.siteCells.map { map.faceOf[Int($0)] })
        (self.areas, self.sites) = (areas, sites)
        gates = placing.gates
        findings = map.ends.findings + placing.findings + places.findings
        faceCount = Set(areaFaces + siteFaces + gates.flatMap { [$0.faceA, $0.faceB] }).count
        minutes = try CrossingMinutes(
            cellCount: map.cells.count, links: map.links,
            sources: Set(siteCells + gates.flatMap { [$0.cellA, $0.cellB] }))
    }

    /// A rectangle round all points with 1 km to spare.
    package static func frame(_ points: [Point]) -> Outline {
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        let (left, right) = ((xs.min() ?? 0) - 1000, (xs.max() ?? 0) + 1000)
        let (bottom, top) = ((ys.min() ?? 0) - 1000, (ys.max() ?? 0) + 1000)
        let corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
        return Outline(polygons: [[corners.map { Point(x: $0.0, y: $0.1) }]])
    }

    private static func check(
        _ barriers: [BarrierLayer], _ crossings: [Crossing], _ areas: [Point], _ sites: [Point]
    ) throws {
        try EstimatedTravel.checkOnMap("area", areas)
        try EstimatedTravel.checkOnMap("site", sites)
        try EstimatedTravel.checkOnMap("crossing", crossings.map(\.point))
        for layer in barriers {
            try EstimatedTravel.checkOnMap("the barrier \(layer.title),", layer.lines.flatMap { $0 })
            if case .costs(let minutes) = layer.effect, !(0...1440).contains(minutes) {
                throw TravelError(
                    "Crossing the barrier \(layer.title) is said to take \(minutes) minutes; give a number from 0 to 1440."
                )
            }
        }
        if let wrong = crossings.first(where: { !(0...1440).contains($0.minutes) }) {
            throw TravelError(
                "The crossing \(wrong.title) is said to take \(wrong.minutes) minutes; give a number from 0 to 1440.")
        }
    }
}
