package import HubModel

extension PlacementProblem {
    /// Each service as its certificate states it: "as many as possible" as a floor, and of a share over all services what
    /// this one has in every plan that keeps it, as the last limit. nil where the rules cannot be kept.
    package func certifiedServices() throws -> [ServiceProblem]? {
        guard let settled = try Attainable(self).resolved() else { return nil }
        guard let share = settled.totalShare, share.least ?? 0 > 0 else { return settled.services }
        let quotas = try Attainable(settled).totalQuotas()
        return settled.services.enumerated().map { index, service in
            var service = service
            service.limits.append(
                SiteLimit(title: share.title, sites: share.sites[index], least: quotas[index].lowerBound))
            return service
        }
    }
}
