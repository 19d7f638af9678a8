extension Region {
    /// What residents call a site's place: places come before buildings.
    package func place(of site: CandidateSite) -> String { name(of: PlaceOfSite(site)) }

    /// "City, Bradford" where the study tells districts apart.
    package func name(of place: PlaceOfSite) -> String {
        switch place {
        case .neighbourhood(let index): neighbourhoods[Int(index)].fullName
        case .area(let index): areas[Int(index)].name
        }
    }

    package func code(of place: PlaceOfSite) -> String {
        switch place {
        case .neighbourhood(let index): neighbourhoods[Int(index)].code
        case .area(let index): areas[Int(index)].code
        }
    }

    /// The qualifying place that a site stands in, with the site's district; nil when outside, or when none is named.
    package func qualifyingPlace(of site: CandidateSite, _ standing: SiteStanding) -> String? {
        standing.place.map { place in
            let district = site.neighbourhood.flatMap { neighbourhoods[Int($0)].district }
            return Neighbourhood.fullName(place, in: district)
        }
    }
}
