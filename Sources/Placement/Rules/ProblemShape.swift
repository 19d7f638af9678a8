internal import HubModel

extension ServiceProblem {
    /// Whether the parts of the problem fit each other, so that what follows can index without asking again.
    /// - Throws: `PlacementError` naming what does not fit.
    func checkShape() throws {
        guard siteCount > 0 else {
            throw PlacementError("The service \(id) has no candidate site: give it at least one layer of sites.")
        }
        guard siteNames.count == siteCount, travel.siteCount == siteCount else {
            throw PlacementError(
                "\(id) has \(siteCount) sites, \(siteNames.count) names and travel to \(travel.siteCount): "
                    + "give as many of each.")
        }
        guard weights.count == 2 * travel.areaCount else {
            throw PlacementError(
                "\(id) has \(weights.count) weights for \(travel.areaCount) areas: give two an area, "
                    + "for households without and with a car.")
        }
        if let point = weights.firstIndex(where: { $0 < 0 }) {
            throw PlacementError(
                "Area number \(point / 2) has the weight \(weights[point]) for \(id): weights must not be negative.")
        }
        guard count > 0 else {
            throw PlacementError("The service \(id) asks for \(count) hubs: ask for at least one.")
        }
        try burden.checkShape(of: id)
        try checkReachFits()
        let sets =
            [("locked in", lockedIn), ("locked out", lockedOut)]
            + (limits + (maximise.map { [$0] } ?? [])).map { ($0.title, $0.sites) }
        for (title, sites) in sets {
            try checkNumbers(sites, title: title)
        }
    }

    /// Whether the weight of everybody times the step of a reach burden stays within 64 bits, wherever hubs stand.
    private func checkReachFits() throws {
        guard case .reach(_, let step) = burden else { return }
        let weight = weights.reduce(Int128(0)) { $0 + Int128($1) }
        guard weight * (Int128(step) + Int128(travel.longest)) <= Int128(Int64.max) else {
            throw PlacementError(
                "The weights of \(id) sum to \(weight), which times the step \(step) of its reach objective passes a whole "
                    + "number of 64 bits: scale the need column down, or shorten the longest journey.")
        }
    }

    /// Whether site numbers are ascending, without repeats and in range.
    func checkNumbers(_ sites: [UInt32], title: String) throws {
        for (earlier, later) in zip(sites, sites.dropFirst()) where earlier >= later {
            throw PlacementError("The sites of \"\(title)\" for \(id) are not ascending at \(later): sort them.")
        }
        if let last = sites.last, last >= UInt32(siteCount) {
            throw PlacementError(
                "\"\(title)\" names site \(last) of \(id), which has \(siteCount): number them from 0.")
        }
    }
}

extension BurdenFunction {
    /// The largest step of a reach burden: any journey can be added to it.
    private static let largestStep: Int64 = 1 << 61

    /// Whether f is non-decreasing, never negative and within 64 bits for every journey.
    func checkShape(of service: String) throws(PlacementError) {
        switch self {
        case .mean: return
        case .reach(let limit, let step):
            guard step >= 0 else {
                throw PlacementError("The step of \(service)'s reach objective is \(step): it must not be negative.")
            }
            guard step <= Self.largestStep else {
                throw PlacementError(
                    "The step of \(service)'s reach objective is \(step), too large for exact whole numbers: "
                        + "give one of at most \(Self.largestStep).")
            }
            guard limit < .max else {
                throw PlacementError(
                    "The reach limit of \(service) is \(limit) tenths of a minute, and no journey is longer: "
                        + "give a shorter limit, or ask for the mean.")
            }
        case .steps(let thresholds, let values):
            let rising = zip(thresholds, thresholds.dropFirst()).allSatisfy { $0 < $1 }
            let growing = zip(values, values.dropFirst()).allSatisfy { $0 <= $1 } && (values.first ?? 0) >= 0
            guard thresholds.count == values.count, rising, growing else {
                throw PlacementError(
                    "The step table of \(service) must give rising minutes with values from 0 up that never fall.")
            }
        }
    }
}
