internal import HubModel
internal import Regions
internal import Synchronization
internal import TravelCosts

/// Builds the tables of a study whose journeys take long to work out, or reads those that an earlier run kept.
struct TravelBuilder {
    private let study: PreparedStudy
    private let keeping: TravelKeeping?
    private let shared: SharedWays

    init(_ study: PreparedStudy, keeping: TravelKeeping?) {
        self.study = study
        self.keeping = keeping
        shared = SharedWays(study)
    }

    func made() throws -> TravelTables.Made {
        var made = TravelTables.Made(tables: [], findings: [])
        for request in study.request.services {
            let (table, findings) = try table(request)
            made.tables.append(table)
            made.findings += findings.filter { !made.findings.contains($0) }
        }
        return made
    }

    private func table(_ request: ServiceRequest) throws -> (table: any JourneyTable, findings: [Finding]) {
        let key = keeping.flatMap { _ in TravelKey.key(study, request) }
        let (settings, quality) = (study.travel[request.service], TravelWays.quality(study.journeys))
        if let keeping, let key, let bytes = keeping.cache.read(key, tell: keeping.tell),
            let read = try SparseTravel.unpacked(
                bytes, settings: settings, quality: quality, ways: { [shared] in try shared.ways(request).ways })
        {
            return (read.hasTrips ? read.table : try read.table.whole(), read.findings)
        }
        let (ways, findings) = try shared.ways(request)
        let table = try SparseTravel(
            ways: ways, settings: settings, quality: quality, threads: TravelTables.threads,
            keeping: key == nil ? 0 : TravelKeeping.mostTrips)
        if let keeping, let key { keeping.cache.write(table.packed(findings: findings), key, tell: keeping.tell) }
        return (table, findings)
    }
}

/// The streets and buses of a study, read when they are first asked for and no more than once.
final class SharedWays: Sendable {
    private let study: PreparedStudy
    private let made = Mutex<TravelWays?>(nil)

    init(_ study: PreparedStudy) { self.study = study }

    /// The ways of travelling of a service's people, and what a reader should know about them.
    func ways(_ request: ServiceRequest) throws -> (ways: [TravelWay], findings: [Finding]) {
        try made.withLock { made in
            let all = try made ?? TravelWays(study)
            made = all
            return try all.ways(request)
        }
    }
}
