internal import Foundation
internal import HubModel

/// Takes the rows of a given list one by one and finds the site each one means.
struct SiteMatcher {
    private let path: String
    private let matchWithin: Double
    private let region: Region
    private let request: PlacementRequest
    private let siteOfID: [String: UInt32]
    /// For each service of the request, the sites that can hold it.
    private let suitable: [[UInt32]]
    private var taken: [[UInt32: Int]]
    private var matches: [GivenPlan.Match] = []

    init(path: String, matchWithin: Double, region: Region, request: PlacementRequest) {
        self.path = path
        self.matchWithin = matchWithin
        self.region = region
        self.request = request
        siteOfID = Dictionary(
            uniqueKeysWithValues: region.sites.enumerated().map { ($0.element.id, UInt32($0.offset)) })
        suitable = request.services.map { ProblemBuilder.sites(for: $0, in: region) }
        taken = request.services.map { _ in [:] }
    }

    mutating func add(row: Int, service: Int, position: PlanPositions.Position) throws {
        let match: GivenPlan.Match
        switch position {
        case .id(let id):
            match = .init(
                row: row + 1, given: id, service: service, site: try site(id: id, row: row, service: service),
                metres: nil)
        case .name(let name):
            match = .init(
                row: row + 1, given: name, service: service, site: try site(named: name, row: row, service: service),
                metres: nil)
        case .point(let point, let given):
            let (site, metres) = try nearest(to: point, given: given, row: row, service: service)
            match = .init(row: row + 1, given: given, service: service, site: site, metres: metres)
        }
        if let earlier = taken[service][match.site] {
            throw HubPlanError(
                "\(path), row \(row + 1): \(name(of: match.site)) is already taken by row \(earlier) for "
                    + "\(serviceID(service)): a site holds one hub of a kind, so remove one of the two rows.")
        }
        taken[service][match.site] = row + 1
        matches.append(match)
    }

    /// The plan, with existing hubs that the study keeps added where the list leaves them out.
    /// - Throws: `HubPlanError` when a service is left without any hub.
    func finish() throws -> GivenPlan {
        if let without = request.services.indices.first(where: {
            taken[$0].isEmpty && request.services[$0].existing.isEmpty
        }) {
            throw HubPlanError(
                "\(path) has no row for \(serviceID(without)), and no such hub stands today, so there is nothing to measure: add "
                    + "its hubs to the list, or leave the service out of the study.")
        }
        var findings: [Finding] = []
        // Findings go into the run folder, which names no folder of this machine.
        let path = URL(fileURLWithPath: path).lastPathComponent
        let open = request.services.indices.map { service in
            let listed = Set(taken[service].keys)
            let missing = request.services[service].existing.filter { !listed.contains($0) }
            if !missing.isEmpty {
                findings.append(
                    Finding(
                        .note,
                        "\(missing.count == 1 ? "1 existing hub" : "\(missing.count) existing hubs") of \(serviceID(service)) that "
                            + "the study keeps \(missing.count == 1 ? "is" : "are") not in \(path) and "
                            + "\(missing.count == 1 ? "was" : "were") added: \(missing.prefix(5).map { name(of: $0) }.joined(separator: ", "))."
                    )
                )
            }
            return listed.union(missing).sorted()
        }
        let moved = matches.compactMap(\.metres)
        if let farthest = moved.max() {
            findings.append(
                Finding(
                    .note,
                    "\(moved.count) points of \(path) were matched to the nearest suitable site, at most "
                        + "\(Int(nearest: farthest).grouped) m away."))
        }
        return GivenPlan(plan: Plan(open: open), matches: matches, findings: findings)
    }

    private func site(id: String, row: Int, service: Int) throws -> UInt32 {
        guard let site = siteOfID[id] else {
            throw HubPlanError(
                "\(path), row \(row + 1): the study has no site with id \"\(id)\".\(hint(id, service: service)) Ids stand in "
                    + "candidates.csv of a run folder, and in the file that `hubplan check STUDY --sites FILE` writes; a name or "
                    + "a point can be given instead.")
        }
        guard suitable[service].contains(site) else {
            throw HubPlanError(
                "\(path), row \(row + 1): \(name(of: site)) does not suit \(serviceID(service)) by the study's `suits`."
            )
        }
        return site
    }

    /// The site that somebody most likely meant: another case or leading zeros, then a building's name, then a slip.
    private func hint(_ id: String, service: Int) -> String {
        func plain(_ text: String) -> String { String(text.lowercased().drop { $0 == "0" }) }
        let sites = suitable[service].map { region.sites[Int($0)] }
        if let same = sites.first(where: { plain($0.id) == plain(id) }) { return " Did you mean '\(same.id)'?" }
        if let named = sites.first(where: { $0.name.lowercased() == id.lowercased() }) {
            return " That is a building's name: its id is '\(named.id)', and names go into a column `name`."
        }
        return NearestName.hint(id, among: sites.map(\.id))
    }

    private func site(named name: String, row: Int, service: Int) throws -> UInt32 {
        let wanted = name.lowercased()
        let found = suitable[service].filter { region.sites[Int($0)].name.lowercased() == wanted }
        guard found.count <= 1 else {
            throw HubPlanError(
                "\(path), row \(row + 1): \(found.count) sites that suit \(serviceID(service)) are called \"\(name)\". Name "
                    + "it in a column `id` by one of "
                    + found.prefix(10).map { region.sites[Int($0)].id }.joined(separator: ", ") + ".")
        }
        guard let only = found.first else {
            if let other = region.sites.firstIndex(where: { $0.name.lowercased() == wanted }) {
                return try site(id: region.sites[other].id, row: row, service: service)
            }
            let names = suitable[service].map { region.sites[Int($0)].name }
            throw HubPlanError(
                "\(path), row \(row + 1): no site of the study is called \"\(name)\".\(NearestName.hint(name, among: names)) "
                    + "Names stand in candidates.csv of a run folder, and in the file that `hubplan check STUDY --sites FILE` "
                    + "writes.")
        }
        return only
    }

    /// Ties go to the lower site number, that is the lower id.
    private func nearest(to point: Point, given: String, row: Int, service: Int) throws -> (UInt32, Double) {
        var best: (site: UInt32, metres: Double)?
        for site in suitable[service] {
            let metres = region.sites[Int(site)].point.distance(to: point)
            if metres < best?.metres ?? .infinity { best = (site, metres) }
        }
        guard let best, best.metres <= matchWithin else {
            let nearest =
                best.map { "; the nearest is \(name(of: $0.site)), \(Int(nearest: $0.metres).grouped) m away" } ?? ""
            throw HubPlanError(
                "\(path), row \(row + 1): no site that suits \(serviceID(service)) stands within \(Int(nearest: matchWithin).grouped) m of "
                    + "\(given)\(nearest). Add the place to the study's sites, or raise --match-within.")
        }
        return best
    }

    private func name(of site: UInt32) -> String {
        "\(region.sites[Int(site)].name) (\(region.sites[Int(site)].id))"
    }

    private func serviceID(_ service: Int) -> String {
        region.services[request.services[service].service].id
    }
}
