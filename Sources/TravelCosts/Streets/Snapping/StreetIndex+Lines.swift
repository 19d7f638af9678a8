package import HubModel

extension StreetIndex {
    /// A route in the study's coordinate system.
    package func line(_ path: StreetPath) -> [Point] {
        var points: [Point] = []
        for piece in path.pieces {
            let part = line(piece.edge, from: min(piece.start, piece.end), to: max(piece.start, piece.end))
            for point in piece.start <= piece.end ? part : part.reversed() where point != points.last {
                points.append(point)
            }
        }
        return points
    }

    /// Part of an edge: its ends by their share of the edge's length, and the corners in between.
    /// - Parameters:
    ///   - edge: its number.
    ///   - start: millimetres from its `from`.
    ///   - end: millimetres from its `from`, not before `start`.
    private func line(_ edge: Int, from start: UInt32, to end: UInt32) -> [Point] {
        let all = corners[Int(network.cornerStarts[edge])..<Int(network.cornerStarts[edge + 1])]
        let lengths = zip(all, all.dropFirst()).map { $0.distance(to: $1) }
        let scale = lengths.reduce(0, +) / Double(max(1, network.edges[edge].millimetres))
        let (first, last) = (Double(start) * scale, Double(end) * scale)
        var (line, along) = ([Point](), 0.0)
        for (number, (a, b)) in zip(all, all.dropFirst()).enumerated() {
            let length = lengths[number]
            func place(_ metres: Double) -> Point {
                let share = length > 0 ? min(max((metres - along) / length, 0), 1) : 0
                return Point(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y))
            }
            if line.isEmpty, first <= along + length { line.append(place(first)) }
            if !line.isEmpty { line.append(last >= along + length ? b : place(last)) }
            along += length
            if along >= last { break }
        }
        return line.isEmpty ? Array(all.suffix(1)) : line
    }
}
