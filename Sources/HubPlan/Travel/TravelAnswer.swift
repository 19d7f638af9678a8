internal import Foundation
package import HubModel
internal import Regions
internal import TravelCosts

/// A study's travel, told service by service.
package struct TravelAnswer: Sendable {
    package let name: String
    package let services: [ServiceTravel]
    /// What a reader should know about the files.
    package let findings: [Finding]

    let region: Region

    /// - Parameters:
    ///   - run: the study.
    ///   - closing: share of each site's children whom its latest closing time must get home, from 0 to 1; nil not to ask.
    /// - Throws: `HubPlanError` when closing times are asked for and the study has no timetable.
    package init(_ run: StudyRun, closing: Double? = nil) throws {
        guard closing == nil || run.study.journeys.timetable != nil else {
            throw HubPlanError(
                "The study has no timetable, so nobody can say how late a session can close. Add `timetable` to its `travel`, "
                    + "or leave --closing out.")
        }
        name = run.region.name
        region = run.region
        services = try zip(run.request.services, run.travel).enumerated().map { position, pair in
            let (request, table) = pair
            let nearest = ChosenSites(nearest: run.region.demand[request.service], table: table)
            var travel = ServiceTravel(run.region.services[request.service], nearest: nearest)
            if let closing {
                travel.closings = try ClosingTimes(run: run, position: position).times(
                    nearest, hubs: run.problem.services[position].siteIndices, share: closing)
            }
            return travel
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
            for children in service.children where children.travel.children > 0 { lines += Self.lines(children) }
            lines += closingLines(service)
        }
        let warnings = findings.filter { $0.kind == .warning }.map { "Note: \($0.sentence)" }
        return (lines + (warnings.isEmpty ? [] : [""]) + warnings).joined(separator: "\n")
    }

    private static func lines(_ children: ServiceTravel.Children) -> [String] {
        let travel = children.travel
        var lines = ["  Children in \(travel.household.title): \(travel.children.grouped)."]
        if let half = children.half, let nineInTen = children.nineInTen {
            lines.append(
                "    To the nearest site and home, time and money together as minutes: half need at most "
                    + "\(decimal(half, 1)) minutes, nine in ten at most \(decimal(nineInTen, 1)).")
            let all = Double(travel.children - travel.cannotTravel)
            let modes = children.modes.map { "\(decimal(100 * Double($0.children) / all, 0)) % \($0.mode.title)" }
            lines.append("    How they would travel: \(modes.joined(separator: ", ")).")
        }
        if let pounds = travel.poundsPerVisit {
            let year = travel.poundsPerYear.map { ", £\(decimal($0, 0)) a year" } ?? ""
            lines.append("    Money, on average: £\(decimal(pounds, 2)) a visit there and back\(year).")
        }
        lines.append(
            travel.cannotTravel == 0
                ? "    All can get to a site and home again."
                : "    Cannot get to any site and home again: \(travel.cannotTravel.grouped) "
                    + "\(travel.cannotTravel == 1 ? "child" : "children") "
                    + "(\(decimal(100 * (travel.shareCannotTravel ?? 0), 1)) %) in "
                    + "\(ExplainingWords.count(children.strandedAreas, "area")).")
        return lines
    }

    /// Most sites that are listed for people; the table and the JSON hold all.
    private static let mostListed = 40

    private func closingLines(_ service: ServiceTravel) -> [String] {
        let told = service.closings.filter { $0.everyone.children > 0 }
        guard let share = told.first?.share else { return [] }
        let percent = Self.decimal(100 * share, 100 * share == (100 * share).rounded() ? 0 : 1)
        var lines = [
            "  How late a session can close so that \(percent) % of the children nearest to the site still get home by bus or "
                + "on foot; those with no way there and home count among the rest:"
        ]
        lines += told.prefix(Self.mostListed).map { closing in
            let site = region.sites[Int(closing.site)]
            return "    \(site.name) (\(site.id)): homes without a car \(Self.words(closing.withoutCar)), all homes "
                + "\(Self.words(closing.everyone))."
        }
        if told.count > Self.mostListed {
            lines.append("    And \(told.count - Self.mostListed) more sites: --closing-out writes them all.")
        }
        return lines
    }

    /// "until 20:01", "at any hour", "never", "have no children here".
    private static func words(_ group: LatestClosingTime.Group) -> String {
        guard group.children > 0 else { return "have no children here" }
        guard let clock = group.clock else { return "at no hour" }
        return group.minute == 1440 ? "at any hour up to midnight" : "until \(clock)"
    }

    static func decimal(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
}
