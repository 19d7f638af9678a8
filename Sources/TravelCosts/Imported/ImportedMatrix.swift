package import HubModel
internal import Spatial

/// Journeys that another engine worked out, read row by row: 8 bytes a pair when read, 20 while it is read.
package struct ImportedMatrix: Sendable {
    package let areaCount: Int
    package let siteCount: Int
    package let unit: MatrixRequest.Unit
    /// As the study names the file.
    package let title: String
    /// What a reader of the results should know about the file.
    package let findings: [Finding]
    /// Where each site's pairs start; one more entry than sites.
    let starts: [Int]
    /// Ascending within a site.
    let areas: [UInt32]
    /// Seconds, or decimetres where the unit is metres, there and back.
    let values: [Int32]
    /// The same for pairs that are not listed; nil where they cannot be travelled.
    let missing: Int32?

    /// - Parameters:
    ///   - request: what to read.
    ///   - areaCodes: of the study, in its order.
    ///   - siteIDs: of the study, in its order.
    /// - Throws: `TravelError` with file, row, column and value for what cannot be used; `SpatialError` when the file
    ///   cannot be read.
    package init(_ request: MatrixRequest, areaCodes: [String], siteIDs: [String]) throws {
        var reader = MatrixReader(request, areaCodes: areaCodes, siteIDs: siteIDs)
        try reader.read()
        areaCount = areaCodes.count
        siteCount = siteIDs.count
        unit = reader.unit
        title = request.file.title
        var starts = [Int](repeating: 0, count: siteIDs.count + 1)
        for pair in reader.pairs { starts[Int(pair.site) + 1] += 1 }
        for site in siteIDs.indices { starts[site + 1] += starts[site] }
        var next = starts
        var areas = [UInt32](repeating: 0, count: reader.pairs.count)
        var values = [Int32](repeating: 0, count: reader.pairs.count)
        for pair in reader.pairs {
            let place = next[Int(pair.site)]
            next[Int(pair.site)] += 1
            (areas[place], values[place]) = (pair.area, pair.value)
        }
        for site in siteIDs.indices {
            let range = starts[site]..<starts[site + 1]
            if zip(areas[range], areas[range].dropFirst()).allSatisfy({ $0 < $1 }) { continue }
            let order = range.sorted { (areas[$0], $0) < (areas[$1], $1) }
            (areas[range], values[range]) = (ArraySlice(order.map { areas[$0] }), ArraySlice(order.map { values[$0] }))
            guard let twice = range.dropFirst().first(where: { areas[$0] == areas[$0 - 1] }) else { continue }
            throw request.failure(
                "the file '\(request.file.title)' gives the journey from \(areaCodes[Int(areas[twice])]) to "
                    + "\(siteIDs[site]) more than once. Keep one row a pair.")
        }
        (self.starts, self.areas, self.values) = (starts, areas, values)
        missing = try reader.missing()
        findings = try reader.findings(starts: starts, areas: areas)
    }
}

/// Imported journeys as a traveller makes them.
package struct ImportedTrips: TripSource {
    package let mode: JourneyMode
    private let matrix: ImportedMatrix
    /// For costs in metres.
    private let metresPerSecond: Double
    private let walkLimit: Double

    package var areaCount: Int { matrix.areaCount }
    package var siteCount: Int { matrix.siteCount }

    /// Minutes and seconds count as they are; metres are walked at the traveller's speed, up to the longest walk.
    /// - Parameters:
    ///   - matrix: of the journeys.
    ///   - settings: of the traveller.
    /// - Throws: `TravelError` when a setting is missing or outside its range.
    package init(_ matrix: ImportedMatrix, settings: TravelSettings) throws {
        let read = SettingsReader(settings)
        self.matrix = matrix
        mode = matrix.unit == .metres ? .onFoot : .asImported
        metresPerSecond = try read.positive("walk.speed") / 3.6
        walkLimit = try read.notNegative("walk.limit")
    }

    package func trips(site: Int) -> SiteTrips {
        var found = SiteTrips()
        var next = matrix.starts[site]
        let end = matrix.starts[site + 1]
        let all = matrix.missing == nil ? [] : Array(0..<UInt32(matrix.areaCount))
        for area in matrix.missing == nil ? Array(matrix.areas[next..<end]) : all {
            let isListed = next < end && matrix.areas[next] == area
            guard let value = isListed ? matrix.values[next] : matrix.missing else { continue }
            if isListed { next += 1 }
            guard let trip = trip(value) else { continue }
            found.areas.append(area)
            found.trips.append(trip)
        }
        return found
    }

    private func trip(_ value: Int32) -> Trip? {
        var trip = Trip(mode: mode)
        guard mode == .onFoot else {
            trip.rideSeconds = value
            return trip
        }
        let metres = Double(value) / 10
        guard metres / 2 <= walkLimit else { return nil }
        trip.walkSeconds = Int32(min((metres / metresPerSecond).rounded(), 1e9))
        return trip
    }
}
