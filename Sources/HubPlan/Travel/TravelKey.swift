internal import Digests
internal import HubModel
internal import Regions
internal import TravelCosts

/// What one service's travel table depends on.
enum TravelKey {
    /// Rises with every change of what a table holds, or of the form in which it is kept.
    private static let form = 2

    /// - Parameters:
    ///   - study: with its files read.
    ///   - request: of the service.
    /// - Returns: nil where a file's digest is not known, so that nothing must be kept.
    static func key(_ study: PreparedStudy, _ request: ServiceRequest) -> CacheKey? {
        let journeys = study.journeys
        let service = study.region.services[request.service]
        var inputs: [(name: String, value: String)] = [
            ("crs", study.region.crs), ("by", journeys.by.rawValue), ("service", service.id),
            ("opens", service.opens ?? ""), ("closes", service.closes ?? ""),
        ]
        for file in [journeys.streets, journeys.timetable?.feed].compactMap({ $0 }) {
            let read = study.region.inputs.filter { $0.path == file.title || $0.path.hasPrefix(file.title + "/") }
            guard !read.isEmpty else { return nil }
            inputs += read.map { ($0.path, $0.sha256) }
        }
        inputs.append(("date", journeys.timetable?.date ?? ""))
        inputs.append(("last bus later", journeys.timetable?.lastBusLater.map(String.init) ?? ""))
        inputs += journeys.fares.map { fare in
            ("fare", "\(fare.name)\n\(fare.single)\n\(fare.day ?? -1)\n\(fare.from ?? "")\n\(fare.until ?? "")")
        }
        inputs += journeys.barriers.map { ("barrier", "\($0.title)\n\($0.minutes ?? -1)\n\(lines($0.lines))") }
        inputs += journeys.crossings.map { crossing in
            (
                "crossing",
                "\(crossing.title)\n\(crossing.minutes)\n\(crossing.carriesVehicles)\n\(lines([[crossing.point]]))"
            )
        }
        let settings = study.travel[request.service]
        inputs.append(("traveller", settings.traveller))
        inputs += settings.parameters.map { ($0.key, "\($0.value)") }
        inputs += places(study, request)
        return CacheKey(maker: "hubplan \(Version.current), travel \(form)", inputs: inputs)
    }

    private static func places(_ study: PreparedStudy, _ request: ServiceRequest) -> [(name: String, value: String)] {
        let areas = study.region.areas
        let sites = ProblemBuilder.sites(for: request, in: study.region).map { study.region.sites[Int($0)] }
        return [
            ("area codes", texts(areas.map(\.code))), ("area points", lines([areas.map(\.point)])),
            ("settlements", texts(areas.map { "\($0.settlement)" })),
            ("site ids", texts(sites.map(\.id))), ("site points", lines([sites.map(\.point)])),
        ]
    }

    private static func texts(_ texts: [String]) -> String {
        var hash = SHA256()
        for text in texts { hash.update("\(text.utf8.count):\(text)") }
        return hash.finish()
    }

    /// The bits of every coordinate, with the number of points before each line.
    private static func lines(_ lines: [[Point]]) -> String {
        var hash = SHA256()
        for line in lines {
            let numbers = [UInt64(line.count)] + line.flatMap { [$0.x.bitPattern, $0.y.bitPattern] }
            numbers.map(\.littleEndian).withUnsafeBytes { hash.update($0) }
        }
        return hash.finish()
    }
}
