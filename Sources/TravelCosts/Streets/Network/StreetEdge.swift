/// A stretch of one street between two places where something is to be decided.
struct StreetEdge: Hashable, Sendable {
    /// Numbers of nodes of the network.
    var from: UInt32
    var to: UInt32
    /// Along the street.
    var millimetres: UInt32
    /// Seen from `from`.
    var directions: StreetDirections
    var isSteps: Bool
    /// Only where OpenStreetMap says so.
    var isUnlit: Bool
    var road: RoadClass
    /// Kilometres an hour by car.
    var speed: Float
    /// Half of such a crossing is met at that end.
    var fromCrossing: CrossingClass = .none
    var toCrossing: CrossingClass = .none
    /// Place in the network's names; -1 for none.
    var name: Int32

    /// Whether one may go that way along it.
    func isOpen(_ forward: Bool) -> Bool { directions.contains(forward ? .along : .against) }
}
