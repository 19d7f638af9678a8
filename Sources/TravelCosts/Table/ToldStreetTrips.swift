package import HubModel
internal import Spatial

/// Trips along streets with their routes in words and as lines in the study's coordinate system.
package struct ToldStreetTrips: JourneyTeller {
    private let trips: StreetTrips
    private let areaPoints: [Point]
    private let sitePoints: [Point]
    private let crs: String

    package var mode: JourneyMode { trips.mode }
    package var areaCount: Int { trips.areaCount }
    package var siteCount: Int { trips.siteCount }

    /// - Parameters:
    ///   - trips: along streets.
    ///   - areas: the points that they start from.
    ///   - sites: the points that they lead to.
    ///   - crs: the system of those points.
    package init(_ trips: StreetTrips, areas: [Point], sites: [Point], crs: String) {
        self.trips = trips
        (areaPoints, sitePoints, self.crs) = (areas, sites, crs)
    }

    package func trips(site: Int) -> SiteTrips { trips.trips(site: site) }

    package func trips(sites: [Int]) -> [SiteTrips] { trips.trips(sites: sites) }

    package func legs(area: Int, site: Int) -> [JourneyLeg] {
        guard let home = trips.areas[area], let hub = trips.sites[site],
            let out = trips.router.path(from: home, to: hub), let back = trips.router.path(from: hub, to: home)
        else { return [] }
        return [
            leg(out, from: areaPoints[area], to: sitePoints[site], isHome: false),
            leg(back, from: sitePoints[site], to: areaPoints[area], isHome: true),
        ]
    }

    package func refusal(area: Int, site: Int) -> String? {
        if trips.areas[area] == nil { return "no street that can be used is near enough to home" }
        if trips.sites[site] == nil { return "no street that can be used is near enough to the hub" }
        return trips.trips(site: site).trip(from: UInt32(area)) == nil
            ? "no way along streets leads there and back within the longest journey of its kind" : nil
    }

    private func leg(_ path: StreetPath, from: Point, to: Point, isHome: Bool) -> JourneyLeg {
        let profile = trips.router.profile
        let seconds =
            profile.mode == .foot
            ? path.leg.metres / profile.metresPerSecond + Double(path.leg.crossingCentiseconds) / 100
            : Double(path.leg.cost) / 100 + profile.parkingSeconds
        let streets = path.stretches.filter { $0.metres >= 1 }.map { stretch in
            "\(stretch.isSteps ? "steps" : stretch.name ?? "an unnamed way") \(Int(stretch.metres.rounded())) m"
        }
        let start = mode.title.prefix(1).uppercased() + mode.title.dropFirst()
        let words = streets.isEmpty ? start : "\(start) along \(streets.joined(separator: ", "))"
        return JourneyLeg(
            words: words, minutes: seconds / 60, metres: path.leg.metres, isHome: isHome,
            path: [from] + corners(path) + [to])
    }

    /// Nothing where the system cannot be reached from longitude and latitude.
    private func corners(_ path: StreetPath) -> [Point] {
        guard let degrees = try? CoordinateSystem("EPSG:4326"), let target = try? CoordinateSystem(crs),
            let transform = try? CoordinateTransform(from: degrees, to: target)
        else { return [] }
        return transform.leniently(path.corners.map { Point(x: $0.longitude, y: $0.latitude) }).compactMap { $0 }
    }
}
