internal import Foundation
internal import HubModel

extension TravelAnswer {
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

    struct Closing: Encodable {
        struct Group: Encodable {
            var children: Int64
            /// Left out where no closing time gets the share home.
            var latest: String?

            init(_ group: LatestClosingTime.Group) {
                children = group.children
                latest = group.clock
            }
        }

        var site: String
        var share: Double
        var withoutCar: Group
        var everyone: Group
    }

    struct Service: Encodable {
        var id: String
        var traveller: String
        var minutesFrom: String
        var areas: Int
        var sites: Int
        var households: [Children]
        /// Left out unless it was asked.
        var closings: [Closing]?
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
                areas: service.areas, sites: service.sites, households: service.children.map(Self.children),
                closings: service.closings.isEmpty
                    ? nil
                    : service.closings.map { closing in
                        Closing(
                            site: answer.region.sites[Int(closing.site)].id, share: closing.share,
                            withoutCar: Closing.Group(closing.withoutCar), everyone: Closing.Group(closing.everyone))
                    })
        }
    }

    private static func children(_ children: ServiceTravel.Children) -> Children {
        let travel = children.travel
        return Children(
            household: travel.household == .withCar ? "withCar" : "withoutCar", children: travel.children,
            pairs: children.pairs, strandedChildren: travel.cannotTravel, strandedAreas: children.strandedAreas,
            halfWithinMinutes: children.half, nineInTenWithinMinutes: children.nineInTen,
            childrenByMode: Dictionary(uniqueKeysWithValues: children.modes.map { ($0.mode.rawValue, $0.children) }),
            poundsPerVisit: travel.poundsPerVisit, poundsPerYear: travel.poundsPerYear)
    }
}
