internal import HubModel

/// Finds the nearest of many points by sweeping outwards from the same easting.
struct NearestPoint {
    /// Numbers of the points by easting, then by number.
    private let order: [Int]
    private let points: [Point]

    init(_ points: [Point]) {
        self.points = points
        order = points.indices.sorted { (points[$0].x, $0) < (points[$1].x, $1) }
    }

    /// The nearest point's number and distance in metres; equal distances go to the lower number. nil without points.
    func callAsFunction(to point: Point) -> (index: Int, metres: Double)? {
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) / 2
            if points[order[middle]].x < point.x { low = middle + 1 } else { high = middle }
        }
        var best: (index: Int, metres: Double)?
        func look(_ place: Int) -> Bool {
            let index = order[place]
            if let best, abs(points[index].x - point.x) > best.metres { return false }
            let metres = points[index].distance(to: point)
            if best.map({ (metres, index) < ($0.metres, $0.index) }) ?? true { best = (index, metres) }
            return true
        }
        var right = low
        while right < order.count, look(right) { right += 1 }
        var left = low - 1
        while left >= 0, look(left) { left -= 1 }
        return best
    }
}
