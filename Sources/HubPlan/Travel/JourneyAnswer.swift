package import HubModel
internal import TravelCosts

/// One journey of one service, for both kinds of household.
package struct JourneyAnswer: Sendable {
    package struct Choice: Sendable {
        package var household: Household
        /// Cheapest first, then those that cannot be used.
        var options: [JourneyOption]
        var legs: [JourneyLeg]
    }

    package let region: Region
    package let service: Service
    package let traveller: String
    package let quality: TravelQuality
    package let area: Int
    /// Region site.
    package let site: Int
    package let choices: [Choice]

    /// - Parameters:
    ///   - run: the study.
    ///   - area: a code or name.
    ///   - site: an id or name.
    ///   - service: an id; nil for the study's first service that the site suits.
    /// - Throws: `HubPlanError` when one of them is not there.
    package init(_ run: StudyRun, from area: String, to site: String, service: String?) throws {
        region = run.region
        self.area = try Self.find(area, run.region.areas.map(\.code), run.region.areas.map(\.name), "area")
        let siteIndex = try Self.find(site, run.region.sites.map(\.id), run.region.sites.map(\.name), "site")
        self.site = siteIndex
        let position = try Self.position(service, site: siteIndex, run)
        let problem = run.problem.services[position]
        guard let local = problem.siteIndices.firstIndex(of: UInt32(siteIndex)) else {
            throw HubPlanError(
                "The site \(run.region.sites[siteIndex].id) does not suit the service \(problem.id). Name another site, or "
                    + "another service with --service.")
        }
        self.service = run.region.services[run.request.services[position].service]
        let table = try run.travel[position].whole()
        traveller = table.settings.traveller
        quality = table.quality
        choices = Household.allCases.map { [area = self.area] household in
            Choice(
                household: household, options: table.options(area: area, household: household, site: local),
                legs: table.legs(area: area, household: household, site: local))
        }
    }

    private static func position(_ service: String?, site: Int, _ run: StudyRun) throws -> Int {
        let ids = run.problem.services.map(\.id)
        guard let service else {
            return run.problem.services.firstIndex { $0.siteIndices.contains(UInt32(site)) } ?? 0
        }
        guard let found = ids.firstIndex(of: service) else {
            throw HubPlanError(
                "There is no service '\(service)'; there are \(ids.joined(separator: ", "))."
                    + NearestName.hint(service, among: ids))
        }
        return found
    }

    private static func find(_ wanted: String, _ codes: [String], _ names: [String], _ what: String) throws -> Int {
        if let found = codes.firstIndex(of: wanted) { return found }
        let lower = wanted.lowercased()
        let found = names.indices.filter { names[$0].lowercased() == lower || codes[$0].lowercased() == lower }
        guard found.count <= 1 else {
            throw HubPlanError(
                "\(found.count) \(what)s are called '\(wanted)'. Give the code of one: "
                    + found.prefix(10).map { codes[$0] }.joined(separator: ", ") + ".")
        }
        guard let only = found.first else {
            throw HubPlanError(
                "There is no \(what) '\(wanted)'.\(NearestName.hint(wanted, among: codes + names)) Codes and names are those "
                    + "of the study's files.")
        }
        return only
    }
}
