@testable import TravelCosts

/// Tries every journey of a small timetable, forward, for the least burden at each stop.
struct EveryJourney {
    let timetable: RandomTimetable
    let rules: ScanRules
    let start: Int32
    private let footpaths: Footpaths
    private let hops: [Connection]
    private(set) var least: [Int64?]

    init(_ timetable: RandomTimetable, _ rules: ScanRules, _ walks: [StopWalk], at start: Int32) {
        self.timetable = timetable
        self.rules = rules
        self.start = start
        footpaths = timetable.footpaths
        hops = timetable.day.connections.sorted { ($0.run, $0.order) < ($1.run, $1.order) }
        least = .init(repeating: nil, count: timetable.stopCount)
        for walk in walks {
            board(
                at: walk.stop, from: start + walk.seconds, burden: rules.walkWeight * Int64(walk.seconds), rides: 0)
        }
    }

    private mutating func board(at stop: UInt32, from time: Int32, burden: Int64, rides: Int) {
        guard rides < rules.mostRides else { return }
        let weight = rides == 0 ? rules.firstWaitWeight : rules.waitWeight
        for (number, hop) in hops.enumerated()
        where hop.canBoard && hop.from == stop && time <= hop.departure - rules.boardingSlack {
            let aboard =
                burden + weight * Int64(hop.departure - time) + (rides > 0 ? rules.changePenalty : 0)
                - 1000 * Int64(hop.departure)
            for last in hops[number...].prefix(while: { $0.run == hop.run }) where last.canAlight {
                alight(last, burden: aboard + 1000 * Int64(last.arrival), rides: rides + 1)
            }
        }
    }

    private mutating func alight(_ hop: Connection, burden: Int64, rides: Int) {
        let stop = Int(hop.to)
        least[stop] = min(least[stop] ?? .max, burden)
        for path in Int(footpaths.first[stop])..<Int(footpaths.first[stop + 1]) {
            let seconds = footpaths.seconds[path]
            board(
                at: footpaths.to[path], from: hop.arrival + seconds,
                burden: burden + rules.walkWeight * Int64(seconds), rides: rides)
        }
    }
}
