internal import Foundation

/// A route along streets, to be drawn and told.
package struct StreetPath: Hashable, Sendable {
    /// A stretch along one street.
    package struct Stretch: Hashable, Sendable {
        /// The street's name, or its number where it has no name; nil where OpenStreetMap has neither.
        package var name: String?
        package var metres: Double
        package var isSteps: Bool
    }

    /// A part of an edge, in millimetres from its `from`; travelled backwards where `end` is the lesser.
    struct Piece: Hashable, Sendable {
        var edge: Int
        var start: UInt32
        var end: UInt32
    }

    /// Cost, length and crossings of the whole.
    package let leg: StreetLeg
    /// In order, the streets' own corners; the ways between places and streets are not in it.
    package private(set) var corners: [Coordinate] = []
    /// In order; neighbours have different names.
    package private(set) var stretches: [Stretch] = []
    /// What the route is made of, in order.
    private(set) var pieces: [Piece] = []

    init(leg: StreetLeg) { self.leg = leg }

    /// A whole edge, from one of its ends.
    mutating func append(_ network: StreetNetwork, _ edge: Int, from node: UInt32) {
        let length = network.edges[edge].millimetres
        let isForward = network.edges[edge].from == node
        append(network, edge, from: isForward ? 0 : length, to: isForward ? length : 0)
    }

    /// From a place on an edge to the end at which the route goes on.
    mutating func append(
        _ network: StreetNetwork, _ start: StreetSnap, toward node: UInt32, cost: UInt32, _ router: StreetRouter
    ) {
        let edge = network.edges[Int(start.edge)]
        // An edge may begin and end at the same node; the cost tells which way was taken.
        let isBack =
            router.ends(start, leaving: true).first { $0.node == node && $0.leg.cost == cost }
            .map { $0.node == edge.from && $0.leg.millimetres == Int(start.millimetres) } ?? (edge.from == node)
        append(network, Int(start.edge), from: start.millimetres, to: isBack ? 0 : edge.millimetres)
    }

    /// From an end of an edge to a place on it.
    mutating func append(_ network: StreetNetwork, _ end: StreetSnap, from node: UInt32) {
        let edge = network.edges[Int(end.edge)]
        append(network, Int(end.edge), from: edge.from == node ? 0 : edge.millimetres, to: end.millimetres)
    }

    /// Part of an edge, in millimetres from its `from`; backwards where `end` is the lesser.
    mutating func append(_ network: StreetNetwork, _ edge: Int, from start: UInt32, to end: UInt32) {
        pieces.append(Piece(edge: edge, start: start, end: end))
        let line = network.line(edge, from: min(start, end), to: max(start, end))
        for corner in start <= end ? line : line.reversed() where corner != corners.last { corners.append(corner) }
        let whole = network.edges[edge]
        let name = whole.name >= 0 ? network.names[Int(whole.name)] : nil
        let metres = Double(max(start, end) - min(start, end)) / 1000
        guard metres > 0 else { return }
        if let last = stretches.last, last.name == name, last.isSteps == whole.isSteps {
            stretches[stretches.count - 1].metres += metres
        } else {
            stretches.append(Stretch(name: name, metres: metres, isSteps: whole.isSteps))
        }
    }
}

extension StreetNetwork {
    /// The corners of a part of an edge, with points of its own at both ends.
    /// - Parameters:
    ///   - edge: its number.
    ///   - start: millimetres from its `from`.
    ///   - end: millimetres from its `from`, not before `start`.
    func line(_ edge: Int, from start: UInt32, to end: UInt32) -> [Coordinate] {
        let all = corners[Int(cornerStarts[edge])..<Int(cornerStarts[edge + 1])]
        var (line, along) = ([Coordinate](), 0.0)
        for (a, b) in zip(all, all.dropFirst()) {
            let length = a.metres(to: b) * 1000
            let (first, last) = (Double(start) - along, Double(end) - along)
            if first < length || line.isEmpty && b == all.last, last >= 0, length > 0 {
                if line.isEmpty { line.append(a.toward(b, max(0, min(1, first / length)))) }
                line.append(last >= length ? b : a.toward(b, max(0, min(1, last / length))))
            }
            along += length
            if along >= Double(end) { break }
        }
        return line.isEmpty ? Array(all.prefix(1)) : line
    }
}

extension Coordinate {
    /// The point so far along the straight way to another, 0...1.
    fileprivate func toward(_ other: Coordinate, _ share: Double) -> Coordinate {
        func between(_ a: Int32, _ b: Int32) -> Int32 {
            Int32((Double(a) + (Double(b) - Double(a)) * share).rounded())
        }
        return Coordinate(east: between(east, other.east), north: between(north, other.north))
    }
}
