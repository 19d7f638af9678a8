package import HubModel

/// Numbers nodes along a Hilbert curve (Hilbert 1891; the turning form in Warren, Hacker's Delight, 16-2), so that what
/// is near on the map is near in memory.
package enum HilbertOrder {
    /// Cells to a side of the square that the curve fills.
    private static let side: UInt32 = 1 << 16

    /// The points' numbers in the order of the curve; equal cells by number.
    package static func order(_ points: [Point]) -> [UInt32] {
        let usable = points.filter { $0.x.isFinite && $0.y.isFinite }
        guard let west = usable.map(\.x).min(), let east = usable.map(\.x).max(), let south = usable.map(\.y).min(),
            let north = usable.map(\.y).max()
        else { return points.indices.map { UInt32($0) } }
        let span = max(east - west, north - south, .leastNormalMagnitude)
        let scale = Double(side - 1) / span
        func cell(_ value: Double, _ low: Double) -> UInt32 {
            let cells = (value - low) * scale
            return cells.isFinite ? UInt32(min(max(cells, 0), Double(side - 1))) : 0
        }
        let keyed = points.indices.map { number in
            (UInt64(distance(cell(points[number].x, west), cell(points[number].y, south))) << 32) | UInt64(number)
        }
        return keyed.sorted().map { UInt32(truncatingIfNeeded: $0) }
    }

    /// How far along the curve a cell lies.
    /// - Parameters:
    ///   - column: 0..<65536.
    ///   - row: 0..<65536.
    static func distance(_ column: UInt32, _ row: UInt32) -> UInt32 {
        var (x, y, along) = (column, row, UInt32(0))
        var half = side / 2
        while half > 0 {
            let (right, upper) = (x & half != 0, y & half != 0)
            along &+= half &* half &* ((right ? 3 : 0) ^ (upper ? 1 : 0))
            if !upper {
                if right { (x, y) = (side - 1 - x, side - 1 - y) }
                (x, y) = (y, x)
            }
            half /= 2
        }
        return along
    }
}
