internal import HubModel

extension SparseTravel {
    package func latestClosing(site: Int, children: [Int64], share: Double) -> LatestClosing.Answer? {
        guard children.contains(where: { $0 > 0 }),
            let (buses, number) = ways.lazy.compactMap({ way in way.buses(site: site) }).first
        else { return nil }
        var walks = [Bool](repeating: false, count: areaCount)
        for way in tripWays where way.mode == .onFoot {
            for area in way.trips(site: site).areas { walks[Int(area)] = true }
        }
        return LatestClosing(buses, weights: children, walks: walks)(
            site: number, share: Int64((min(max(share, 0), 1) * 1_000_000).rounded()), of: 1_000_000)
    }
}
