package import HubModel
internal import Spatial

/// A list somebody already has, matched to the sites of a study.
package struct GivenPlan: Sendable {
    /// One row of the list and the site it was taken for.
    package struct Match: Hashable, Sendable {
        /// Data row, counted from 1.
        package var row: Int
        /// The id or the point as given.
        package var given: String
        /// Index into the request's services.
        package var service: Int
        /// Index into `Region.sites`.
        package var site: UInt32
        /// Straight-line metres from the point given to the site; nil when matched by id.
        package var metres: Double?
    }

    package var plan: Plan
    package var matches: [Match]
    package var findings: [Finding]

    /// Reads a list from any vector layer or CSV file.
    ///
    /// A row names a site by an id column (`site`, `site_id`, `id`; left alone when it holds no site of the study and the
    /// rows have points), by a column `name` where nothing else does, or gives a point: the layer's own geometry, or
    /// columns `easting`/`northing` (the study's coordinate system), `longitude`/`latitude` (EPSG:4326), or `x`/`y` with
    /// `crs` stated. Points are matched to the nearest site that suits the service.
    /// A `service` column tells the service; without it the study must have one only.
    /// Existing hubs that the study keeps are added when the list leaves them out.
    ///
    /// - Parameters:
    ///   - path: of the list.
    ///   - layer: of the file; nil for its only one.
    ///   - region: whose sites it names.
    ///   - request: the services it may answer.
    ///   - crs: coordinate system of `x`/`y` columns; nil when the file states its own.
    ///   - matchWithin: a point farther than this many metres from every suitable site is an error.
    /// - Throws: `HubPlanError` with file, row and value; `SpatialError` when the file cannot be read.
    package static func read(
        _ path: String, layer: String? = nil, crs: String? = nil, matchWithin: Double = 1_000,
        region: Region, request: PlacementRequest
    ) throws -> GivenPlan {
        let table = try VectorFile.read(path, layer: layer)
        guard table.count > 0 else {
            throw HubPlanError("\(path) holds no rows: give one row a hub, with a column `id`, `name`, or a point.")
        }
        let services = try serviceColumn(of: table, path: path, region: region, request: request)
        let positions = try PlanPositions(
            table, path: path, crs: crs, studyCRS: region.crs, knownIDs: Set(region.sites.map(\.id)))
        var matcher = SiteMatcher(path: path, matchWithin: matchWithin, region: region, request: request)
        for row in 0..<table.count {
            try matcher.add(row: row, service: services[row], position: positions[row])
        }
        return try matcher.finish()
    }

    private static func serviceColumn(
        of table: VectorLayer, path: String, region: Region, request: PlacementRequest
    ) throws -> [Int] {
        let known = request.services.map { region.services[$0.service].id }
        let name = table.columns.first { $0.lowercased() == "service" }
        guard let column = name.flatMap({ table.column($0) }) else {
            guard known.count == 1 else {
                throw HubPlanError(
                    "\(path) has no column `service`, and the study has \(known.count) services: add the column, "
                        + "with one of \(known.joined(separator: ", ")) in each row. Its columns are "
                        + "\(table.columns.joined(separator: ", ")).")
            }
            return [Int](repeating: 0, count: table.count)
        }
        return try column.enumerated().map { row, value in
            let wanted = (value ?? "").lowercased()
            guard let index = known.firstIndex(where: { $0.lowercased() == wanted }) else {
                throw HubPlanError(
                    "\(path), row \(row + 1), column service: \"\(value ?? "")\" is no service of the study; "
                        + "it has \(known.joined(separator: ", ")).\(NearestName.hint(value ?? "", among: known))")
            }
            return index
        }
    }
}
