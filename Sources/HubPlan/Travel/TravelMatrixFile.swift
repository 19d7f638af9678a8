internal import HubModel
internal import Spatial
internal import TravelCosts

/// Every journey of a study as a table: a row for each area, site and kind of household that can make it.
package struct TravelMatrixFile {
    private let run: StudyRun
    /// Tenths there and back that a journey written may cost.
    private let most: TenthMinutes

    /// - Parameters:
    ///   - run: the study.
    ///   - minutes: only journeys of at most so many generalised minutes there and back; nil for all.
    package init(_ run: StudyRun, within minutes: Double?) {
        self.run = run
        most = minutes.map { TenthMinutes(min(max($0, 0), 100_000) * 10) } ?? .max
    }

    /// Writes the file whole, or leaves what was there.
    /// - Parameter path: ends in `.csv` or `.gpkg`.
    /// - Throws: `HubPlanError` for another ending; `SpatialError` where it cannot be written.
    package func write(to path: String) throws {
        let writer = try VectorWriter(path: path, format: Self.format(of: path))
        try writer.write(layer: layer, rows: Rows(run: run, most: most))
        try writer.finish()
    }

    static func format(of path: String) throws -> VectorWriter.Format {
        let lower = path.lowercased()
        guard lower.hasSuffix(".csv") || lower.hasSuffix(".gpkg") else {
            throw HubPlanError("The file '\(path)' must end in .csv or .gpkg, which says how it is written.")
        }
        return lower.hasSuffix(".csv") ? .csv : .geoPackage
    }

    private var layer: OutputLayer {
        let parts = JourneyParts.Part.allCases.map { OutputField("\($0.rawValue)_minutes", .real) }
        return OutputLayer(
            name: "journeys",
            description:
                "Journeys there and back, with time and money together as minutes, and the parts they are made of.",
            fields: [
                OutputField("service", .text), OutputField("area", .text), OutputField("site", .text),
                OutputField("household", .text), OutputField("minutes", .real), OutputField("mode", .text),
                OutputField("pounds", .real), OutputField("clock_minutes", .real),
            ] + parts + [OutputField("home_minutes", .real)])
    }

    /// Made one by one, site by site.
    private struct Rows: Sequence, IteratorProtocol {
        let run: StudyRun
        let most: TenthMinutes
        private var service = 0
        private var site = 0
        private var waiting: [OutputRow] = []
        private var place = 0

        init(run: StudyRun, most: TenthMinutes) {
            self.run = run
            self.most = most
        }

        mutating func next() -> OutputRow? {
            while place >= waiting.count {
                guard service < run.travel.count else { return nil }
                guard site < run.travel[service].siteCount else {
                    (service, site) = (service + 1, 0)
                    continue
                }
                waiting = rows()
                (site, place) = (site + 1, 0)
            }
            defer { place += 1 }
            return waiting[place]
        }

        private func rows() -> [OutputRow] {
            let table = run.travel[service]
            let areas = Array(0..<table.areaCount)
            let both = Household.allCases.map { table.journeys(to: site, from: areas, household: $0) }
            let id = run.region.sites[Int(run.problem.services[service].siteIndices[site])].id
            return areas.flatMap { area in
                Household.allCases.compactMap { household in
                    guard let journey = both[household.rawValue][area], journey.total <= most else { return nil }
                    return OutputRow(
                        [
                            .text(run.problem.services[service].id), .text(run.region.areas[area].code), .text(id),
                            .text(household == .withCar ? "withCar" : "withoutCar"),
                            .real(Double(journey.total) / 10), .text(journey.mode.rawValue),
                            .real((journey.pounds * 100).rounded() / 100),
                            .real((journey.clockMinutes * 10).rounded() / 10),
                        ] + journey.tenths.map { .real(Double($0) / 10) }
                            + [journey.homeMinutes.map { .real(($0 * 10).rounded() / 10) } ?? .null])
                }
            }
        }
    }
}
