package import HubModel

/// Trips along streets: on foot, by cycle or by car, there and back.
package struct StreetTrips: TripSource {
    package let mode: JourneyMode
    package let router: StreetRouter
    /// Where each area meets the streets; nil where no street that the traveller may use is near enough.
    package let areas: [StreetSnap?]
    /// Where each site meets the streets; nil where no street that the traveller may use is near enough.
    package let sites: [StreetSnap?]
    private let isSymmetric: Bool
    private let ready = ReadyRouter()

    package var areaCount: Int { areas.count }
    package var siteCount: Int { sites.count }
    /// Areas, by number, that make no journey because they lie too far from any street.
    package var lostAreas: [Int] { areas.indices.filter { areas[$0] == nil } }
    /// Sites, by number, that nobody reaches because they lie too far from any street.
    package var lostSites: [Int] { sites.indices.filter { sites[$0] == nil } }

    /// - Parameters:
    ///   - router: a traveller on a network.
    ///   - index: of the same network, in the study's coordinate system.
    ///   - areas: population-weighted points in the study's coordinate system.
    ///   - sites: in the same system.
    ///   - sameFace: whether two places lie on the same side of all barriers; nil where that cannot be told.
    package init(
        _ router: StreetRouter, _ index: StreetIndex, areas: [Point], sites: [Point],
        sameFace: ((Point, Point) -> Bool)? = nil
    ) {
        mode =
            switch router.profile.mode {
            case .foot: .onFoot
            case .cycle: .byCycle
            case .car: .byCar
            }
        self.router = router
        self.areas = router.snaps(areas, index, sameFace: sameFace)
        self.sites = router.snaps(sites, index, sameFace: sameFace)
        isSymmetric = router.isSymmetric
    }

    package func trips(site: Int) -> SiteTrips {
        guard let place = sites[site] else { return SiteTrips() }
        let out = router.legs(from: place, to: areas, towards: true)
        return trips(out, isSymmetric ? out : router.legs(from: place, to: areas))
    }

    package func trips(sites numbers: [Int]) -> [SiteTrips] {
        let ready = ready.router(router, searches: sites.count)
        let places = numbers.compactMap { sites[$0] }
        let out = ready.legs(from: places, to: areas, towards: true)
        let home = isSymmetric ? out : ready.legs(from: places, to: areas, towards: false)
        var next = 0
        return numbers.map { number in
            guard sites[number] != nil else { return SiteTrips() }
            defer { next += 1 }
            return trips(out[next], home[next])
        }
    }

    private func trips(_ out: [StreetLeg?], _ home: [StreetLeg?]) -> SiteTrips {
        var found = SiteTrips()
        for area in areas.indices {
            guard let there = out[area], let back = home[area] else { continue }
            found.areas.append(UInt32(area))
            found.trips.append(trip(there, back))
        }
        return found
    }

    private func trip(_ out: StreetLeg, _ home: StreetLeg) -> Trip {
        var trip = Trip(mode: mode)
        let profile = router.profile
        let metres = out.metres + home.metres
        switch profile.mode {
        case .foot:
            trip.walkSeconds = Self.whole(metres / profile.metresPerSecond)
            trip.crossingSeconds = Self.whole(Double(out.crossingCentiseconds + home.crossingCentiseconds) / 100)
            trip.homeSeconds = Self.whole(
                home.metres / profile.metresPerSecond + Double(home.crossingCentiseconds) / 100)
        case .cycle, .car:
            trip.rideSeconds = Self.whole((Double(out.cost) + Double(home.cost)) / 100)
            trip.parkingSeconds = Self.whole(2 * profile.parkingSeconds)
            trip.pence = Self.whole(metres * profile.pencePerMetre)
            trip.homeSeconds = Self.whole(Double(home.cost) / 100 + profile.parkingSeconds)
        }
        return trip
    }

    private static func whole(_ value: Double) -> Int32 { Int32(min(value, 1e9).rounded()) }
}
