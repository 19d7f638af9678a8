internal import HubModel

/// When two sites are so far apart that a hub moved from one to the other makes another option.
package enum Apartness: Hashable, Sendable {
    /// Farther than so many metres in a straight line.
    case metres(Double)
    /// In another neighbourhood; sites in none are told apart by their areas.
    case neighbourhood

    /// For each site of a service those that are not apart from it, itself among them; ascending, local numbers.
    func near(_ sites: [CandidateSite]) -> (UInt32) -> [UInt32] {
        switch self {
        case .metres(let metres):
            return { site in
                let point = sites[Int(site)].point
                return sites.indices.filter { sites[$0].point.distance(to: point) <= metres }.map { UInt32($0) }
            }
        case .neighbourhood:
            let places = sites.map { PlaceOfSite($0) }
            let together = Dictionary(grouping: places.indices.map { UInt32($0) }) { places[Int($0)] }
            return { together[places[Int($0)]] ?? [$0] }
        }
    }
}
