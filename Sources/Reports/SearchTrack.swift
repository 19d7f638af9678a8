/// How a search went for one service, or for all together: the best list known and what no list can beat, over the work
/// done, in units that people use.
package struct SearchTrack: Hashable, Sendable {
    /// What the values count.
    package enum Unit: Hashable, Sendable {
        /// Weight within the reach limit; more is better.
        case reached
        /// Mean minutes there and back; fewer are better.
        case meanMinutes
        /// The objective, that of the list found being 100; lower is better.
        case score
    }

    package struct Step: Hashable, Sendable {
        /// Units of work done by then in the whole run.
        package var work: Int64
        /// The best list by then; nil before there is one.
        package var found: Double?
        /// What no list that keeps the rules can beat; nil before anything is known.
        package var limit: Double?

        package init(work: Int64, found: Double?, limit: Double?) {
            self.work = work
            self.found = found
            self.limit = limit
        }
    }

    /// Position in `request.services`; nil for all services together.
    package var service: Int?
    package var unit: Unit
    /// Only those at which something changed, and the last; by work, ascending.
    package var steps: [Step]

    package init(service: Int?, unit: Unit, steps: [Step]) {
        self.service = service
        self.unit = unit
        self.steps = steps
    }
}
