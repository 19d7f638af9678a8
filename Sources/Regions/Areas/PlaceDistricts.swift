internal import HubModel
internal import Spatial

/// Tells neighbourhoods of several districts apart, since many a ward is called City or Central.
struct PlaceDistricts {
    /// Of the areas, one value each.
    let districts: [String]
    let areas: [Area]
    let sites: [CandidateSite]

    /// Neighbourhoods with their districts where those of the study lie in more than one; otherwise as they are.
    ///
    /// A neighbourhood is of the district that most of its areas belong to, or most of its sites' areas where no area has
    /// its point there; of equals the first by name. One with neither stays without.
    func told(of neighbourhoods: [Neighbourhood]) throws -> [Neighbourhood] {
        var votes = [[String: Int]](repeating: [:], count: neighbourhoods.count)
        let index = try PolygonIndex(neighbourhoods.map(\.outline))
        for (area, district) in zip(areas, districts) {
            for place in index.containing(area.point) { votes[place][district, default: 0] += 1 }
        }
        let isEmpty = votes.map(\.isEmpty)
        for site in sites {
            guard let place = site.neighbourhood, isEmpty[Int(place)] else { continue }
            votes[Int(place)][districts[Int(site.area)], default: 0] += 1
        }
        let found = votes.map { votes in
            votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first { !$0.key.isEmpty }?.key
        }
        guard Set(found.compactMap { $0 }).count > 1 else { return neighbourhoods }
        return zip(neighbourhoods, found).map { place, district in
            var place = place
            place.district = district
            return place
        }
    }
}
