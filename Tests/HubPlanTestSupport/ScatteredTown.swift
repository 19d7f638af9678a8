package import HubModel

/// Areas and sites scattered over a square, with whole-number distances: problems of a few hundred sites.
package enum ScatteredTown {
    /// - Parameters:
    ///   - disadvantaged: one site in so many counts towards the share; nil for no share rule.
    ///   - grain: distances are rounded down to multiples of this, which makes ties.
    package static func service(
        areas: Int, sites: Int, count: Int, seed: UInt64, disadvantaged: Int? = nil, grain: UInt32 = 1
    ) -> ServiceProblem {
        var numbers = SeededNumbers(seed)
        func place() -> (Double, Double) {
            (Double.random(in: 0...1000, using: &numbers), Double.random(in: 0...1000, using: &numbers))
        }
        let homes = (0..<areas).map { _ in place() }
        let hubs = (0..<sites).map { _ in place() }
        let costs = homes.flatMap { home in
            hubs.map { hub -> TenthMinutes in
                let (dx, dy) = (home.0 - hub.0, home.1 - hub.1)
                return TenthMinutes((dx * dx + dy * dy).squareRoot()) / grain * grain
            }
        }
        var service = ServiceProblem(
            id: "scattered", siteIndices: (0..<UInt32(sites)).map(\.self), siteNames: (0..<sites).map { "site \($0)" },
            travel: TravelMatrix(areaCount: areas, siteCount: sites, withoutCar: costs),
            weights: (0..<2 * areas).map { _ in Int64.random(in: 0...90, using: &numbers) }, burden: .mean,
            count: count)
        if let disadvantaged {
            service.limits.append(
                SiteLimit(
                    title: "hubs in some places",
                    sites: (0..<UInt32(sites)).filter { Int($0) % disadvantaged == 0 }, least: (count + 1) / 2))
        }
        return service
    }
}
