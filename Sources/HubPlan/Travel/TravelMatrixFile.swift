internal import Foundation
internal import HubModel
internal import Reports
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
        let format = try Self.format(of: path)
        let writer = try VectorWriter(path: path, format: format)
        try writer.write(layer: layer, rows: Rows(run: run, most: most))
        try writer.finish()
        if format == .csv { try describe(path) }
    }

    static func format(of path: String) throws -> VectorWriter.Format {
        let lower = path.lowercased()
        guard lower.hasSuffix(".csv") || lower.hasSuffix(".gpkg") else {
            throw HubPlanError("The file '\(path)' must end in .csv or .gpkg, which says how it is written.")
        }
        return lower.hasSuffix(".csv") ? .csv : .geoPackage
    }

    /// Puts `NAME.datapackage.json` beside `NAME.csv`.
    private func describe(_ path: String) throws {
        let package = TablePackage.json(
            [Self.description], name: "hubplan-journeys", title: "Journeys of \(run.region.name)",
            description: "Journeys worked out by hubplan \(Version.current).",
            files: [URL(fileURLWithPath: path).lastPathComponent])
        let target = String(path.dropLast(".csv".count)) + ".datapackage.json"
        do {
            try Data(package.utf8).write(to: URL(fileURLWithPath: target), options: .atomic)
        } catch {
            throw HubPlanError("The file '\(target)' cannot be written: \(error.localizedDescription)")
        }
    }

    /// What the columns are.
    static let description = TableDescription(
        name: "journeys", title: "Every journey there and back that can be made",
        about: "One row an area, site and kind of household. The parts sum to the minutes.",
        columns: [
            TableDescription.Column(
                "service", "Service",
                meaning: "The service, by its id in the study."),
            TableDescription.Column(
                "area", "Area",
                meaning: "Where the family lives, by the area's code."),
            TableDescription.Column(
                "site", "Site",
                meaning: "Where it goes, by the site's id."),
            TableDescription.Column(
                "household", "Household",
                meaning: "withoutCar or withCar: the kind of household."),
            TableDescription.Column(
                "minutes", "Minutes there and back", kind: .number, unit: "minutes",
                meaning: "Generalised: time, effort and money together as minutes."),
            TableDescription.Column(
                "mode", "Way of travelling",
                meaning: "The one with the least such minutes."),
            TableDescription.Column(
                "pounds", "Pounds", kind: .number, unit: "pounds",
                meaning: "What the household pays for one visit."),
            TableDescription.Column(
                "clock_minutes", "Minutes on the clock", kind: .number, unit: "minutes",
                meaning: "There and back, unweighted."),
        ]
            + JourneyParts.Part.allCases.map {
                TableDescription.Column(
                    "\($0.rawValue)_minutes", $0.title, kind: .number, unit: "minutes",
                    meaning: "The part of the minutes that is this.")
            } + [
                TableDescription.Column(
                    "home_minutes", "Minutes on the clock home", kind: .number, unit: "minutes",
                    meaning:
                        "Of the minutes on the clock those that the way home takes; blank where the two are not told apart."
                )
            ])

    private var layer: OutputLayer {
        OutputLayer(
            name: Self.description.name,
            description:
                "Journeys there and back, with time and money together as minutes, and the parts they are made of.",
            fields: Self.description.columns.map { OutputField($0.name, $0.kind == .number ? .real : .text) })
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
