internal import Foundation

/// A place in WGS 84 in units of 10⁻⁷ degrees, as OpenStreetMap keeps it.
package struct Coordinate: Hashable, Sendable {
    package var east: Int32
    package var north: Int32

    package init(east: Int32, north: Int32) {
        self.east = east
        self.north = north
    }

    /// Degrees.
    package var longitude: Double { Double(east) / 1e7 }
    /// Degrees.
    package var latitude: Double { Double(north) / 1e7 }

    /// Metres along the great circle on a sphere of 6,371,008.8 m (the mean radius of IUGG), by the haversine formula.
    func metres(to other: Coordinate) -> Double {
        let (here, there) = (latitude * .pi / 180, other.latitude * .pi / 180)
        let across = sin((other.longitude - longitude) * .pi / 360)
        let up = sin((there - here) / 2)
        return 2 * 6_371_008.8 * asin(min(1, (up * up + cos(here) * cos(there) * across * across).squareRoot()))
    }
}
