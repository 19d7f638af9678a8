@testable import TravelCosts

/// The plain twin of the connection scan: rounds of riding every run from every stop that can be boarded, until nothing
/// changes or no more rides are allowed. Real time, forward only; footpaths as a table of pairs.
struct RoundScan {
    var runs: [[Connection]]
    var stopCount: Int
    /// Seconds from stop to stop; nil where there is no change.
    var change: [[Int32?]]
    var slack: Int32 = 0

    init(_ timetable: RandomTimetable) {
        stopCount = timetable.stopCount
        runs = Dictionary(grouping: timetable.day.connections, by: \.run).sorted { $0.key < $1.key }
            .map { $0.value.sorted { $0.order < $1.order } }
        change = .init(repeating: .init(repeating: nil, count: stopCount), count: stopCount)
        for stop in 0..<stopCount { change[stop][stop] = 0 }
        for walk in timetable.walks {
            let old = change[Int(walk.from)][Int(walk.to)] ?? .max
            change[Int(walk.from)][Int(walk.to)] = min(old, walk.seconds)
        }
        let plain = change
        for rule in timetable.rules {
            let (from, to) = (Int(rule.from), Int(rule.to))
            change[from][to] = rule.isPossible ? max(plain[from][to] ?? 0, rule.seconds ?? 0) : nil
        }
    }

    /// Earliest arrival by bus at each stop with at most so many rides; nil where no bus arrives.
    func arrivals(_ walks: [StopWalk], at start: Int32, rides: Int) -> [Int32?] {
        var ready = [Int32](repeating: .max, count: stopCount)
        for walk in walks { ready[Int(walk.stop)] = min(ready[Int(walk.stop)], start + walk.seconds) }
        var arrived = [Int32?](repeating: nil, count: stopCount)
        for _ in 0..<rides {
            var next = ready
            for run in runs {
                var isAboard = false
                for hop in run {
                    if hop.canBoard, ready[Int(hop.from)] != .max, ready[Int(hop.from)] <= hop.departure - slack {
                        isAboard = true
                    }
                    guard isAboard, hop.canAlight else { continue }
                    let stop = Int(hop.to)
                    arrived[stop] = min(arrived[stop] ?? .max, hop.arrival)
                    for other in 0..<stopCount {
                        guard let seconds = change[stop][other] else { continue }
                        next[other] = min(next[other], hop.arrival + seconds)
                    }
                }
            }
            ready = next
        }
        return arrived
    }
}
