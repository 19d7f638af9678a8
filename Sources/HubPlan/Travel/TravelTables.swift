internal import Foundation
internal import HubModel
internal import Regions
internal import TravelCosts

/// A study's travel as tables: one a service of the request, its sites numbered as ``ProblemBuilder`` does.
enum TravelTables {
    struct Made {
        var tables: [any JourneyTable]
        /// What a reader should know about the files that were read.
        var findings: [Finding]
    }

    /// - Parameters:
    ///   - study: with its files read.
    ///   - keeping: where tables that take long to build are kept; nil to build all anew.
    /// - Throws: a sentence where a file cannot be used, or a setting is out of its range.
    static func make(_ study: PreparedStudy, keeping: TravelKeeping? = nil) throws -> Made {
        switch study.journeys.by {
        case .straightLine where study.journeys.timetable == nil: try straightLine(study)
        case .imported: try imported(study)
        case .straightLine, .facesAndGates, .streets: try TravelBuilder(study, keeping: keeping).made()
        }
    }

    private static func straightLine(_ study: PreparedStudy) throws -> Made {
        let region = study.region
        let tables = try study.request.services.map { service in
            try EstimatedTravel(
                areas: region.areas.map(\.point), settlements: region.areas.map(\.settlement),
                sites: ProblemBuilder.sites(for: service, in: region).map { region.sites[Int($0)].point },
                settings: study.travel[service.service])
        }
        return Made(tables: tables, findings: [])
    }

    private static func imported(_ study: PreparedStudy) throws -> Made {
        let (codes, ids) = (study.region.areas.map(\.code), study.region.sites.map(\.id))
        guard let request = study.journeys.matrix else {
            throw HubPlanError("Travel by imported needs a `matrix` under `travel`.")
        }
        let matrix = try ImportedMatrix(request, areaCodes: codes, siteIDs: ids)
        let withCar = try study.journeys.matrixWithCar.map {
            try ImportedMatrix($0, areaCodes: codes, siteIDs: ids)
        }
        let titles = [matrix.title] + [withCar].compactMap { $0?.title }
        let quality = TravelQuality(
            title: "imported from \(titles.joined(separator: " and "))", errorBands: [],
            source: "worked out by another engine; hubplan takes the minutes as they are")
        let tables = try study.request.services.map { service in
            let sites = ProblemBuilder.sites(for: service, in: study.region)
            let settings = study.travel[service.service]
            var ways = [TravelWay(try ImportedTrips(matrix, settings: settings), needsCar: false, sites: sites)]
            if let withCar {
                ways.append(TravelWay(try ImportedTrips(withCar, settings: settings), needsCar: true, sites: sites))
            }
            return try SparseTravel(ways: ways, settings: settings, quality: quality, threads: threads)
        }
        return Made(tables: tables, findings: matrix.findings + (withCar?.findings ?? []))
    }

    /// They never change a table.
    static var threads: Int { max(1, min(8, ProcessInfo.processInfo.activeProcessorCount)) }
}
