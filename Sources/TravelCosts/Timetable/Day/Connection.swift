/// One hop of one run from a stop to the next.
package struct Connection: Hashable, Sendable {
    /// Seconds after midnight of the day looked at.
    package var departure: Int32
    package var arrival: Int32
    package var from: UInt32
    package var to: UInt32
    /// Place in `ServiceDay.runs`.
    package var run: UInt32
    /// Ascending along the run.
    package var order: Int32
    package var canBoard: Bool
    package var canAlight: Bool

    /// By departure, then arrival; a run's own hops stay in their order.
    static func comesBefore(_ a: Connection, _ b: Connection) -> Bool {
        (a.departure, a.arrival, a.run, a.order) < (b.departure, b.arrival, b.run, b.order)
    }

    /// The same hop with time running backwards.
    var reversed: Connection {
        Connection(
            departure: -arrival, arrival: -departure, from: to, to: from, run: run, order: -order,
            canBoard: canAlight, canAlight: canBoard)
    }
}
