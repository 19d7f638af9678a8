internal import HubModel

/// What the study asks of each service, in terms of the region's sites.
struct RequestBuilder {
    let study: Study
    let sites: [CandidateSite]
    let siteAttributes: [String: [String]]
    let areas: [Area]
    let areaAttributes: [String: [String]]
    let neighbourhoods: [Neighbourhood]
    let rules: [DisadvantageRule]

    func build() throws -> PlacementRequest {
        let services = try study.services.indices.map { try request($0) }
        return PlacementRequest(
            services: services, totalShare: study.totalShare?.requirement,
            totalShareRule: study.totalShare.flatMap { share in rules.firstIndex { $0.id == share.rule } })
    }

    private func request(_ index: Int) throws -> ServiceRequest {
        let service = study.services[index]
        let bit = UInt32(1) << UInt32(index)
        let existing = sites.indices.filter {
            sites[$0].gives & bit != 0 && study.existing.keep.contains(sites[$0].status)
        }
        let closed = study.existing.reopensClosed ? [] : sites.indices.filter { sites[$0].status == .closed }
        let lockedIn = try locked(service.lockedIn, bit: bit, service: service)
        let lockedOut = try locked(service.lockedOut, bit: nil, service: service)
        try checkLocks(service, lockedIn: lockedIn, lockedOut: lockedOut, existing: existing, closed: closed)
        let barred = Set(lockedOut).union(closed)
        let suitable = sites.indices.filter { sites[$0].suits & bit != 0 && !barred.contains($0) }
        let needed = service.count + (study.existing.countTowards ? 0 : existing.count)
        guard needed <= suitable.count else {
            throw service.countPlace.failure(
                "count asks for \(Wording.count(service.count, "hub")) but only "
                    + "\(Wording.count(suitable.count, "site")) "
                    + "\(Wording.verb(suitable.count, "suits", "suit")) \(service.id). Lower the count or add sites.")
        }
        let rule = service.share.flatMap { share in rules.firstIndex { $0.id == share.rule } }
        return ServiceRequest(
            service: index, count: service.count, countsExisting: study.existing.countTowards,
            objective: service.objective, share: service.share?.requirement ?? .reportOnly,
            shareRule: rule ?? (rules.isEmpty ? nil : 0),
            lockedIn: Set(lockedIn).subtracting(existing).sorted().map { UInt32($0) },
            lockedOut: barred.subtracting(existing).sorted().map { UInt32($0) }, existing: existing.map { UInt32($0) },
            limits: try limits(of: service, suitable: suitable))
    }

    /// A site cannot have to be open and be barred at once.
    private func checkLocks(
        _ service: StudyService, lockedIn: [Int], lockedOut: [Int], existing: [Int], closed: [Int]
    ) throws {
        for (name, site) in zip(service.lockedOut, lockedOut) {
            if lockedIn.contains(site) {
                throw name.place.failure(
                    "site '\(name.text)' stands in both lockedIn and lockedOut of \(service.id). Take it out of one of "
                        + "the two.")
            }
            if existing.contains(site) {
                throw name.place.failure(
                    "site '\(name.text)' is locked out but has to stay open: it is a hub of status "
                        + "'\(sites[site].status.rawValue)', which `existing` keeps. Take it out of lockedOut, or its "
                        + "status out of `keep`.")
            }
        }
        for (name, site) in zip(service.lockedIn, lockedIn) where closed.contains(site) {
            throw name.place.failure(
                "site '\(name.text)' is locked in but it is a closed hub, and `existing` lets none reopen. Write "
                    + "`reopen: [closed]`, or take the site out of lockedIn.")
        }
    }

    private func locked(_ names: [StudyName], bit: UInt32?, service: StudyService) throws -> [Int] {
        try names.map { name in
            let site = try self.site(name)
            if let bit, sites[site].suits & bit == 0 {
                throw name.place.failure("site '\(name.text)' is locked in but does not suit \(service.id).")
            }
            return site
        }
    }

    private func site(_ name: StudyName) throws -> Int {
        guard let site = sites.firstIndex(where: { $0.id == name.text }) else {
            throw name.place.failure(
                "there is no site '\(name.text)'.\(NearestName.hint(name.text, among: sites.map(\.id)))")
        }
        return site
    }

    // MARK: Floors and caps

    private func limits(of service: StudyService, suitable: [Int]) throws -> [GroupLimit] {
        try service.limits.flatMap { limit -> [GroupLimit] in
            switch limit.scope {
            case .sites(let names):
                let sites = try names.map { try site($0) }
                return [try groupLimit(limit, title: limit.title, sites: sites, suitable: suitable, service: service)]
            case .matching(let filters):
                var passing = Array(sites.indices)
                for filter in filters {
                    let values = try attribute(filter.column, at: filter.place)
                    passing = try passing.filter { try filter.passes(values[$0]) }
                }
                return [try groupLimit(limit, title: limit.title, sites: passing, suitable: suitable, service: service)]
            case .eachValue(let name):
                let values = try attribute(name.text, at: name.place)
                // The areas' own values are all there are, whether or not a site stands in one.
                let all = siteAttributes[name.text] == nil ? areaAttributes[name.text] ?? values : values
                let kinds = Set(all).subtracting([""]).sorted()
                return try kinds.map { kind in
                    try groupLimit(
                        limit, title: "\(limit.title ?? "hubs in") \(kind)",
                        sites: values.indices.filter { values[$0] == kind }, suitable: suitable, service: service)
                }
            }
        }
    }

    private func groupLimit(
        _ limit: StudyLimit, title: String?, sites: [Int], suitable: [Int], service: StudyService
    ) throws -> GroupLimit {
        let members = Set(sites).intersection(suitable).sorted()
        let title = title ?? "hubs in a group of \(Wording.count(members.count, "site"))"
        guard members.count >= limit.least else {
            throw limit.place.failure(
                "'\(title)' asks \(service.id) for at least \(Wording.count(limit.least, "hub")), but "
                    + (members.isEmpty
                        ? "no candidate site that suits it stands there."
                        : "only \(Wording.count(members.count, "candidate site")) that suits it stands there.")
                    + " Lower the floor, add sites, or take the limit out.")
        }
        return GroupLimit(title: title, sites: members.map { UInt32($0) }, least: limit.least, most: limit.most)
    }

    /// One value a site: an attribute of its own, of its area, or what is known of every site.
    private func attribute(_ name: String, at place: StudyPlace) throws -> [String] {
        if let values = siteAttributes[name] { return values }
        if let values = areaAttributes[name] { return sites.map { values[Int($0.area)] } }
        switch name {
        case "area": return sites.map { areas[Int($0.area)].code }
        case "settlement": return sites.map { areas[Int($0.area)].settlement.rawValue }
        case "layer": return sites.map(\.layer)
        case "status": return sites.map(\.status.rawValue)
        case "neighbourhood": return sites.map { $0.neighbourhood.map { neighbourhoods[Int($0)].fullName } ?? "" }
        default:
            let known =
                siteAttributes.keys.sorted() + areaAttributes.keys.sorted()
                + ["area", "settlement", "layer", "status", "neighbourhood"]
            try Study.check(name, among: known, what: "attribute of sites or areas", at: place)
            return []
        }
    }
}
