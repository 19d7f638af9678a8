internal import Foundation
package import HubModel
internal import TravelCosts

/// A study's travel, told service by service.
package struct TravelAnswer: Sendable {
    package let name: String
    package let services: [ServiceTravel]
    /// What a reader should know about the files.
    package let findings: [Finding]

    package init(_ run: StudyRun) {
        name = run.region.name
        services = zip(run.request.services, run.travel).map { request, table in
            ServiceTravel(
                run.region.services[request.service], demand: run.region.demand[request.service], table: table)
        }
        findings = run.region.findings
    }

    /// In plain words, for a terminal.
    package var text: String {
        var lines: [String] = []
        for service in services {
            if !lines.isEmpty { lines.append("") }
            lines.append("\(service.service.title) (\(service.service.id)): \(service.traveller).")
            lines.append(
                "  \(ExplainingWords.count(service.areas, "area")), \(ExplainingWords.count(service.sites, "site")); "
                    + "minutes \(service.quality.title) (\(service.quality.source)).")
            for children in service.children where children.count > 0 { lines += Self.lines(children) }
        }
        let warnings = findings.filter { $0.kind == .warning }.map { "Note: \($0.sentence)" }
        return (lines + (warnings.isEmpty ? [] : [""]) + warnings).joined(separator: "\n")
    }

    private static func lines(_ children: ServiceTravel.Children) -> [String] {
        var lines = ["  Children in \(children.household.title): \(children.count.grouped)."]
        if let half = children.half, let nineInTen = children.nineInTen {
            lines.append(
                "    To the nearest site and home, time and money together as minutes: half need at most "
                    + "\(decimal(half, 1)) minutes, nine in ten at most \(decimal(nineInTen, 1)).")
            let all = Double(children.count - children.stranded)
            let modes = children.modes.map { "\(decimal(100 * Double($0.children) / all, 0)) % \($0.mode.title)" }
            lines.append("    How they would travel: \(modes.joined(separator: ", ")).")
        }
        if let pounds = children.poundsPerVisit {
            let year = children.poundsPerYear.map { ", £\(decimal($0, 0)) a year" } ?? ""
            lines.append("    Money, on average: £\(decimal(pounds, 2)) a visit there and back\(year).")
        }
        lines.append(
            children.stranded == 0
                ? "    All can get to a site and home again."
                : "    Cannot get to any site and home again: \(children.stranded.grouped) "
                    + "\(children.stranded == 1 ? "child" : "children") "
                    + "(\(decimal(100 * Double(children.stranded) / Double(children.count), 1)) %) in "
                    + "\(ExplainingWords.count(children.strandedAreas, "area")).")
        return lines
    }

    static func decimal(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

    /// For other programs.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(Document(self)), as: UTF8.self)
    }
}

/// `hubplan-travel/1`.
private struct Document: Encodable {
    struct Children: Encodable {
        var household: String
        var children: Int64
        var pairs: Int
        var strandedChildren: Int64
        var strandedAreas: Int
        var halfWithinMinutes: Double?
        var nineInTenWithinMinutes: Double?
        var childrenByMode: [String: Int64]
        var poundsPerVisit: Double?
        var poundsPerYear: Double?
    }

    struct Service: Encodable {
        var id: String
        var traveller: String
        var minutesFrom: String
        var areas: Int
        var sites: Int
        var households: [Children]
    }

    var schema = "hubplan-travel/1"
    var name: String
    var services: [Service]
    var findings: [String]

    init(_ answer: TravelAnswer) {
        name = answer.name
        findings = answer.findings.map(\.sentence)
        services = answer.services.map { service in
            Service(
                id: service.service.id, traveller: service.traveller, minutesFrom: service.quality.title,
                areas: service.areas, sites: service.sites,
                households: service.children.map { children in
                    Children(
                        household: children.household == .withCar ? "withCar" : "withoutCar", children: children.count,
                        pairs: children.pairs, strandedChildren: children.stranded,
                        strandedAreas: children.strandedAreas, halfWithinMinutes: children.half,
                        nineInTenWithinMinutes: children.nineInTen,
                        childrenByMode: Dictionary(
                            uniqueKeysWithValues: children.modes.map { ($0.mode.rawValue, $0.children) }),
                        poundsPerVisit: children.poundsPerVisit, poundsPerYear: children.poundsPerYear)
                })
        }
    }
}
