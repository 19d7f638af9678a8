internal import HubModel
internal import Spatial

/// "652000,305000" or "52.6,1.3" as a point of the study.
struct AskedPoint {
    var point: Point
    /// What the two numbers were taken for: "EPSG:27700", "latitude and longitude".
    var reading: String

    /// Two numbers are coordinates of the study's system unless they can only be degrees: up to 90 and up to 180, and,
    /// read in the study's system, more than 100 km from all its areas.
    /// - Throws: `HubPlanError` when they are no two numbers, or stand for no place by the study either way.
    init(_ text: String, in region: Region) throws {
        let parts = text.split(whereSeparator: { ",; ".contains($0) }).map { Double($0) }
        guard parts.count == 2, let first = parts[0], let second = parts[1], first.isFinite, second.isFinite else {
            throw HubPlanError(
                "--at: '\(text)' is not a point. Write two numbers with a comma: x and y in \(region.crs), or latitude and "
                    + "longitude.")
        }
        let plain = Point(x: first, y: second)
        guard abs(first) <= 180, abs(second) <= 180, !Self.isNear(plain, region) else {
            point = plain
            reading = region.crs
            return
        }
        let degrees = try CoordinateTransform(from: CoordinateSystem("EPSG:4326"), to: CoordinateSystem(region.crs))
        if abs(first) <= 90, let read = degrees.leniently([Point(x: second, y: first)])[0], Self.isNear(read, region) {
            point = read
            reading = "latitude and longitude"
            return
        }
        let swapped = degrees.leniently([plain])[0].map { Self.isNear($0, region) } ?? false
        throw HubPlanError(
            "--at: \(text) is nowhere near the study, neither in \(region.crs) nor as latitude and longitude."
                + (swapped ? " The other way round it would be: latitude comes first." : " Check the numbers."))
    }

    private static func isNear(_ point: Point, _ region: Region) -> Bool {
        let xs = region.areas.map(\.point.x)
        let ys = region.areas.map(\.point.y)
        guard let left = xs.min(), let right = xs.max(), let low = ys.min(), let high = ys.max() else { return false }
        let margin = 100_000.0
        return point.x >= left - margin && point.x <= right + margin && point.y >= low - margin
            && point.y <= high + margin
    }
}
