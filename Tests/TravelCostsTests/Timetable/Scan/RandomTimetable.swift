import HubPlanTestSupport

@testable import TravelCosts

/// A small random day of buses with footpaths: loops, overtaking, instant hops, stops where nobody may board or alight.
struct RandomTimetable {
    let stopCount: Int
    let day: ServiceDay
    var walks: [(from: UInt32, to: UInt32, seconds: Int32)] = []
    var rules: [TimetableFeed.Transfer] = []

    init(seed: UInt64, instantHops: Bool = true) {
        var random = SeededNumbers(seed)
        let stops = Int.random(in: 3...9, using: &random)
        stopCount = stops
        var connections: [Connection] = []
        let runs = Int.random(in: 2...14, using: &random)
        for run in 0..<runs {
            var time = Int32.random(in: 0...60, using: &random) * 10
            var stop = UInt32.random(in: 0..<UInt32(stops), using: &random)
            for order in 0..<Int.random(in: 1...5, using: &random) {
                let next = UInt32.random(in: 0..<UInt32(stops), using: &random)
                let length = Int32.random(in: (instantHops ? 0 : 1)...12, using: &random) * 10
                connections.append(
                    Connection(
                        departure: time, arrival: time + length, from: stop, to: next, run: UInt32(run),
                        order: Int32(order), canBoard: Int.random(in: 0..<8, using: &random) > 0,
                        canAlight: Int.random(in: 0..<8, using: &random) > 0))
                time += length + Int32.random(in: 0...2, using: &random) * 10
                stop = next
            }
        }
        day = ServiceDay(
            date: ServiceDate(number: 0), stopCount: stops,
            runs: (0..<runs).map { ServiceDay.Run(trip: UInt32($0), shift: 0) }, connections: connections)
        for _ in 0..<Int.random(in: 0...10, using: &random) {
            walks.append(
                (
                    UInt32.random(in: 0..<UInt32(stops), using: &random),
                    UInt32.random(in: 0..<UInt32(stops), using: &random), Int32.random(in: 0...15, using: &random) * 5
                ))
        }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            rules.append(
                .init(
                    from: UInt32.random(in: 0..<UInt32(stops), using: &random),
                    to: UInt32.random(in: 0..<UInt32(stops), using: &random),
                    isPossible: Bool.random(using: &random), seconds: Int32.random(in: 0...10, using: &random) * 10))
        }
    }

    var footpaths: Footpaths { Footpaths(stopCount: stopCount, walks: walks, rules: rules) }

    func scan(_ direction: ConnectionScan.Direction, _ rules: ScanRules = ScanRules()) -> ConnectionScan {
        ConnectionScan(day, footpaths, rules, direction)
    }
}
