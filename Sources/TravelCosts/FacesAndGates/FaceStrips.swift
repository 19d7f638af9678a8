internal import HubModel

/// Points by face, and within a face in level strips sorted from west to east, so that those of one face near a point are
/// a run in each of a few strips. Flat arrays, tuned; its plain twin, which looks at every point, stands in the tests.
struct FaceStrips: Sendable {
    private struct Face: Sendable {
        var low: Double
        var height: Double
        /// First strip in `starts`, and how many there are.
        var first: Int
        var count: Int
    }

    private var faces: [UInt32: Face] = [:]
    private var starts: [Int] = []
    private var numbers: [UInt32] = []
    private var xs: [Double] = []
    private var ys: [Double] = []

    /// Points in a strip on average.
    private static let occupancy = 24.0

    /// - Parameters:
    ///   - points: numbered from 0.
    ///   - faceOf: the face of each.
    init(_ points: [Point], faceOf: [UInt32]) {
        let byFace = Dictionary(grouping: points.indices, by: { faceOf[$0] })
        for (face, members) in byFace.sorted(by: { $0.key < $1.key }) {
            let ys = members.map { points[$0].y }
            let (low, high) = (ys.min() ?? 0, ys.max() ?? 0)
            let count = max(1, Int((Double(members.count) / Self.occupancy).squareRoot()))
            let height = max((high - low) / Double(count), 1)
            var strips = [[Int]](repeating: [], count: count)
            for member in members { strips[Self.strip(points[member].y - low, height, count)].append(member) }
            faces[face] = Face(low: low, height: height, first: starts.count, count: count)
            for strip in strips {
                starts.append(numbers.count)
                for member in strip.sorted(by: { (points[$0].x, $0) < (points[$1].x, $1) }) {
                    numbers.append(UInt32(member))
                    xs.append(points[member].x)
                    self.ys.append(points[member].y)
                }
            }
        }
        starts.append(numbers.count)
    }

    /// Calls `body` with each point of a face within a distance, and how far it is.
    @inline(__always)
    func visit(_ face: UInt32, near point: Point, within metres: Double, _ body: (Int, Double) -> Void) {
        guard let face = faces[face], metres >= 0 else { return }
        let first = Self.strip(point.y - metres - face.low, face.height, face.count)
        let last = Self.strip(point.y + metres - face.low, face.height, face.count)
        for strip in first...last {
            let end = starts[face.first + strip + 1]
            var slot = firstSlot(from: starts[face.first + strip], to: end, atLeast: point.x - metres)
            while slot < end, xs[slot] <= point.x + metres {
                let distance = SiteGrid.squared(xs[slot] - point.x, ys[slot] - point.y).squareRoot()
                if distance <= metres { body(Int(numbers[slot]), distance) }
                slot += 1
            }
        }
    }

    private func firstSlot(from start: Int, to end: Int, atLeast x: Double) -> Int {
        var (low, high) = (start, end)
        while low < high {
            let middle = (low + high) / 2
            if xs[middle] < x { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func strip(_ offset: Double, _ height: Double, _ count: Int) -> Int {
        Int(min(max((offset / height).rounded(.down), 0), Double(count - 1)))
    }
}
