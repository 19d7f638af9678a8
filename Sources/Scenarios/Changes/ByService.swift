internal import HubModel
internal import Regions

/// A value for every service of a study, or one for each that is named: `5`, or `{youngFutures: 5, earlyYears: 3}`.
enum ByService {
    /// - Parameters:
    ///   - value: as the change has it.
    ///   - study: whose services are meant.
    ///   - isGroup: whether the value of one service may be a group of fields itself.
    /// - Returns: services in the order named, each with its value.
    /// - Throws: `RegionError` when a name is no service, or services and other fields are mixed.
    static func values(
        _ value: StudyNode, in study: StudyDocument, isGroup: Bool = false
    ) throws -> [(service: String, value: StudyNode)] {
        let services = study.services
        if value.isMapping {
            let entries = try value.entries()
            if !isGroup || entries.contains(where: { services.contains($0.name) }) {
                for entry in entries { try check(entry.name, in: study, at: entry.value.place) }
                return entries.map { ($0.name, $0.value) }
            }
        }
        return services.map { ($0, value) }
    }

    /// Services that a change is for: those its field names, or all.
    /// - Parameters:
    ///   - node: one service, a list of them, or nil.
    ///   - study: whose services are meant.
    static func named(_ node: StudyNode?, in study: StudyDocument) throws -> [String] {
        guard let node else { return study.services }
        return try node.list().map { item in
            let name = try item.text()
            try check(name, in: study, at: item.place)
            return name
        }
    }

    static func check(_ service: String, in study: StudyDocument, at place: StudyPlace) throws {
        let services = study.services
        guard !services.contains(service) else { return }
        throw place.failure(
            "there is no service '\(service)'; there are \(services.joined(separator: ", "))."
                + NearestName.hint(service, among: services))
    }

    /// "youngFutures and earlyYears", or nothing where a study has one service only.
    static func words(_ services: [String], in study: StudyDocument) -> String {
        study.services.count == 1 ? "" : " (\(services.joined(separator: ", ")))"
    }
}
