internal import Foundation
internal import HubModel
internal import HubPlan
internal import Placement
internal import Reports

/// Which hub the families of a place get, and what stands in the way.
struct PlaceCase {
    /// Families of the place that go to one hub.
    struct Group {
        var hub: UInt32
        var children: Int64 = 0
        var withoutCar: Int64 = 0
        var tenthMinutes: Int64 = 0
        var reached: Int64 = 0
        var largest: (area: Int, children: Int64) = (0, -1)
    }

    /// Hubs whose journey is told part by part.
    private static let mostJourneys = 2

    let place: FoundPlace
    let groups: [Group]
    private let one: OneService
    private let plan: [UInt32]
    private let journeys: [JourneyAnswer]
    /// The nearest hub in a straight line that families of the place's largest area do not go to, with the journey there.
    private let passedBy: (hub: UInt32, metres: Double, journey: JourneyAnswer)?

    init(_ name: String, of reopened: ReopenedRun, one: OneService) throws {
        self.one = one
        let run = reopened.run
        place = try run.place(named: name)
        plan = reopened.plan.open[one.position]
        let figures = reopened.figures.services[one.position]
        let demand = run.region.demand[one.request.service]
        var groups: [UInt32: Group] = [:]
        for area in place.areas {
            for point in [2 * area, 2 * area + 1] where demand[point].children > 0 {
                let (hub, children) = (figures.assignedSite[point], demand[point].children)
                var group = groups[hub] ?? Group(hub: hub)
                group.children += children
                if demand[point].household == .withoutCar { group.withoutCar += children }
                group.tenthMinutes += children * Int64(figures.minutes[point])
                if figures.minutes[point] <= one.service.reachLimit { group.reached += children }
                if children > group.largest.children { group.largest = (area, children) }
                groups[hub] = group
            }
        }
        self.groups = groups.values.sorted { (-$0.children, $0.hub) < (-$1.children, $1.hub) }
        let region = run.region
        func journey(_ area: Int, _ hub: UInt32) throws -> JourneyAnswer {
            try JourneyAnswer(
                run, from: region.areas[area].code, to: region.sites[Int(hub)].id, service: one.service.id)
        }
        journeys = try self.groups.prefix(Self.mostJourneys).map { try journey($0.largest.area, $0.hub) }
        guard let first = self.groups.first else {
            passedBy = nil
            return
        }
        let from = region.areas[first.largest.area].point
        let nearest = plan.map { (hub: $0, metres: region.sites[Int($0)].point.distance(to: from)) }
            .min { ($0.metres, $0.hub) < ($1.metres, $1.hub) }
        if let nearest, !self.groups.contains(where: { $0.hub == nearest.hub }) {
            passedBy = (nearest.hub, nearest.metres, try journey(first.largest.area, nearest.hub))
        } else {
            passedBy = nil
        }
    }

    var text: String {
        let region = one.run.region
        let children = groups.reduce(0) { $0 + $1.children }
        guard let first = groups.first else {
            return "\(place.title): none of the \(one.service.people) live there."
        }
        var lines = ["\(place.title): \(children) \(one.service.people)."]
        for group in groups {
            let site = region.sites[Int(group.hub)]
            let mean = String(format: "%.1f", Double(group.tenthMinutes) / Double(group.children) / 10)
            let limit = Double(one.service.reachLimit) / 10
            lines.append(
                "\(group.children) of them (\(group.withoutCar) without a car) go to \(region.label(of: site)) (\(site.id)): mean "
                    + "\(mean) minutes there and back, \(group.reached) within \(limit.formatted()) minutes.")
        }
        let inside = plan.filter { hub in place.sites.contains(Int(hub)) }
        if inside.isEmpty {
            let candidates = place.sites.count { one.problem.siteIndices.contains(UInt32($0)) }
            lines.append(
                candidates == 0
                    ? "No site that could be a hub stands there."
                    : "No hub stands there, though \(candidates) site\(candidates == 1 ? "" : "s") could be one: "
                        + "`hubplan why RUN SITE` tells what each would cost.")
        }
        for journey in journeys { lines += ["", journey.text] }
        if let passedBy {
            lines += [
                "",
                "Nearer in a straight line from \(region.areas[first.largest.area].name), at \(Int(nearest: passedBy.metres).grouped) "
                    + "metres, is \(region.label(of: region.sites[Int(passedBy.hub)])), and this is the way there:",
                passedBy.journey.text,
            ]
        }
        return lines.joined(separator: "\n")
    }

    func json() throws -> String {
        let region = one.run.region
        let document = Document(
            schema: "hubplan-why-place/1", hubplan: Version.current, study: one.run.region.name,
            service: one.service.id,
            place: place.title, children: groups.reduce(0) { $0 + $1.children },
            hubs: groups.map { group in
                Document.Hub(
                    id: region.sites[Int(group.hub)].id, children: group.children, childrenWithoutCar: group.withoutCar,
                    childrenWithinLimit: group.reached,
                    meanMinutes: Double(group.tenthMinutes) / Double(group.children) / 10)
            },
            nearerInAStraightLine: passedBy.map { region.sites[Int($0.hub)].id })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    private struct Document: Encodable {
        struct Hub: Encodable {
            var id: String
            var children: Int64
            var childrenWithoutCar: Int64
            var childrenWithinLimit: Int64
            var meanMinutes: Double
        }
        var schema: String
        var hubplan: String
        var study: String
        var service: String
        var place: String
        var children: Int64
        var hubs: [Hub]
        var nearerInAStraightLine: String?
    }
}
