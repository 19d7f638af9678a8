internal import Foundation
internal import HubModel

extension StudyCheck {
    /// The report for other programs.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    private struct Document: Encodable {
        struct Service: Encodable {
            var id: String
            var count: Int
            var children: Int64
            var childrenWithoutCar: Int64
            var sites: Int
            var existing: Int
        }
        struct Rule: Encodable {
            var id: String
            var places: Int
            var areas: Int
            var sitesInside: [String: Int]
            var borderlineSites: Int
        }
        struct Clash: Encodable {
            var sentence: String
            var rules: [String]
            var relaxations: [String]
        }
        var schema = "hubplan-check/1"
        var name: String
        var areas: Int
        var services: [Service]
        var rules: [Rule]
        var attainable: [String]
        var infeasible: Clash?
        var inputs: [String: String]
        var notes: [String]
        var warnings: [String]
    }

    private var document: Document {
        let region = run.region
        return Document(
            name: region.name, areas: region.areas.count, services: run.request.services.map(service),
            rules: region.rules.map(rule), attainable: attainable.sentences,
            infeasible: attainable.infeasibility.map {
                .init(sentence: $0.sentence, rules: $0.rules, relaxations: $0.relaxations)
            },
            inputs: Dictionary(region.inputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first }),
            notes: region.findings.filter { $0.kind == .note }.map(\.sentence),
            warnings: region.findings.filter { $0.kind == .warning }.map(\.sentence))
    }

    private func service(_ request: ServiceRequest) -> Document.Service {
        let demand = run.region.demand[request.service]
        return .init(
            id: run.region.services[request.service].id, count: request.count,
            children: demand.reduce(0) { $0 + $1.children },
            childrenWithoutCar: demand.filter { $0.household == .withoutCar }.reduce(0) { $0 + $1.children },
            sites: ProblemBuilder.sites(for: request, in: run.region).count, existing: request.existing.count)
    }

    private func rule(_ rule: DisadvantageRule) -> Document.Rule {
        let inside = run.request.services.map { request in
            let sites = ProblemBuilder.sites(for: request, in: run.region)
            return (run.region.services[request.service].id, sites.count { rule.sites[Int($0)].inside })
        }
        return .init(
            id: rule.id, places: rule.placeCount, areas: rule.areas.count { $0 },
            sitesInside: Dictionary(uniqueKeysWithValues: inside), borderlineSites: rule.sites.count { $0.borderline })
    }
}
