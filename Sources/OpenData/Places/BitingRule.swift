internal import HubModel
internal import Spatial

/// A rule for "doubly disadvantaged" as it meets the sites of one place.
struct BitingRule {
    /// Its name in the study.
    let id: String
    /// "the 225 'left-behind' wards of 2020"
    let title: String
    /// What one of its places is called: "ward".
    let kind: String
    /// For each site of the extent, whether it stands in a qualifying place.
    let isInside: [Bool]
    /// The qualifying place whose boundary is nearest to any of the given sites, and how far off; nil without one.
    private let nearest: ([Int]) -> (site: Int, place: String, metres: Double)?

    func nearest(to sites: [Int]) -> (site: Int, place: String, metres: Double)? { nearest(sites) }

    /// By the wards of 2020: a site counts when it stands in one, boundary included.
    init(wards: [Neighbourhood], sites: [PlaceExtent.Site]) throws {
        let index = try PolygonIndex(wards.map(\.outline))
        id = "wards225"
        title = "the \(wards.count) 'left-behind' wards of 2020"
        kind = "ward"
        isInside = sites.map { !index.containing($0.point).isEmpty }
        nearest = Self.nearest(in: index, names: wards.map(\.name), sites: sites)
    }

    /// By both indices: a site counts when its area is in the worst tenth of each.
    init(needs: NeedsIndex, areas: PlaceAreas, outlines: PlaceOutlines, sites: [PlaceExtent.Site]) throws {
        let deprived = areas.deprivationRanks.count
        let isWorst = areas.codes.indices.map { area in
            (needs.ranks[areas.codes[area]].map { 10 * $0 <= needs.ranks.count } ?? false)
                && areas.deprivationRanks[area] <= deprived / 10
        }
        let worst = isWorst.indices.filter { isWorst[$0] }
        let index = try PolygonIndex(outlines.outlines(of: worst.map { areas.codes[$0] }))
        id = "worstTenthOfBoth"
        title = "the areas in the worst tenth of both CNI 2023 and IMD 2025"
        kind = "area"
        isInside = sites.map { isWorst[$0.area] }
        nearest = Self.nearest(in: index, names: worst.map { areas.names[$0] }, sites: sites)
    }

    /// Far enough for any two places of England.
    private static let anywhere = 1_000_000.0

    private static func nearest(
        in index: PolygonIndex, names: [String], sites: [PlaceExtent.Site]
    ) -> ([Int]) -> (site: Int, place: String, metres: Double)? {
        { wanted in
            var best: (site: Int, place: String, metres: Double)?
            for site in wanted {
                let reach = best?.metres ?? anywhere
                guard let near = index.nearestBoundary(to: sites[site].point, within: reach) else { continue }
                if near.metres < best?.metres ?? .infinity { best = (site, names[near.index], near.metres) }
            }
            return best
        }
    }
}
