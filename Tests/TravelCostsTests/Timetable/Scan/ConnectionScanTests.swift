import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct ConnectionScanTests {
    private static func access(_ seed: UInt64, _ stops: Int) -> [StopWalk] {
        var random = SeededNumbers(seed &+ 77_777)
        return (0..<Int.random(in: 1...3, using: &random)).map { _ in
            StopWalk(
                stop: UInt32.random(in: 0..<UInt32(stops), using: &random),
                seconds: Int32.random(in: 0...10, using: &random) * 10)
        }
    }

    @Test func theScanAgreesWithItsPlainTwinForEveryNumberOfRides() {
        var reached = 0
        for seed in LongTests.seeds(400) {
            let timetable = RandomTimetable(seed: seed)
            let walks = Self.access(seed, timetable.stopCount)
            for most in 1...5 {
                for slack in [Int32(0), 20] {
                    var rules = ScanRules()
                    rules.mostRides = most
                    rules.boardingSlack = slack
                    var plain = RoundScan(timetable)
                    plain.slack = slack
                    let expected = plain.arrivals(walks, at: 100, rides: most)
                    let found = timetable.scan(.forward, rules)(walks, at: 100, within: 100_000)
                    let times = (0..<UInt32(timetable.stopCount)).map { found.time(atStop: $0) }
                    #expect(times == expected, "seed \(seed), \(most) rides, slack \(slack)")
                    reached += times.count { $0 != nil }
                }
            }
        }
        #expect(reached > 2000)
    }

    @Test func leavingAtTheLatestDepartureArrivesInTimeAndASecondLaterDoesNot() {
        var looked = 0
        for seed in LongTests.seeds(300) {
            let timetable = RandomTimetable(seed: seed)
            var rules = ScanRules()
            rules.boardingSlack = seed % 2 == 0 ? 0 : 30
            let (forward, backward) = (timetable.scan(.forward, rules), timetable.scan(.backward, rules))
            let hub = Self.access(seed, timetable.stopCount)
            let by: Int32 = 600
            let back = backward(hub, at: by, within: 100_000)
            for stop in 0..<UInt32(timetable.stopCount) {
                let home = [StopWalk(stop: stop, seconds: 40)]
                guard let leaves = back.time(home) else {
                    #expect(forward(home, at: -1000, within: 100_000).time(hub).map { $0 > by } ?? true)
                    continue
                }
                looked += 1
                let inTime = forward(home, at: leaves, within: 100_000).time(hub)
                #expect(inTime.map { $0 <= by } ?? false, "seed \(seed), stop \(stop)")
                let tooLate = forward(home, at: leaves + 1, within: 100_000).time(hub)
                #expect(tooLate.map { $0 > by } ?? true, "seed \(seed), stop \(stop)")
            }
        }
        #expect(looked > 300)
    }

    @Test func leavingLaterNeverArrivesEarlier() {
        for seed in LongTests.seeds(150) {
            let timetable = RandomTimetable(seed: seed)
            let scan = timetable.scan(.forward)
            let walks = Self.access(seed, timetable.stopCount)
            var before = [Int32](repeating: .min, count: timetable.stopCount)
            for start in stride(from: Int32(0), to: 700, by: 35) {
                let found = scan(walks, at: start, within: 100_000)
                for stop in 0..<timetable.stopCount {
                    let time = found.time(atStop: UInt32(stop)) ?? .max
                    #expect(time >= before[stop])
                    before[stop] = time
                }
            }
        }
    }

    @Test func moreFootpathsAndMoreStopsInReachNeverArriveLater() {
        var better = 0
        for seed in LongTests.seeds(200) {
            var timetable = RandomTimetable(seed: seed)
            timetable.rules = []
            let walks = Self.access(seed, timetable.stopCount)
            let plain = timetable.scan(.forward)(walks, at: 50, within: 100_000)
            let wider = timetable.scan(.forward)(
                walks + [StopWalk(stop: 0, seconds: 120)], at: 50, within: 100_000)
            timetable.walks.append((0, UInt32(timetable.stopCount - 1), 10))
            let more = timetable.scan(.forward)(walks, at: 50, within: 100_000)
            for stop in 0..<UInt32(timetable.stopCount) {
                let time = plain.time(atStop: stop) ?? .max
                #expect(more.time(atStop: stop) ?? .max <= time)
                #expect(wider.time(atStop: stop) ?? .max <= time)
                if (wider.time(atStop: stop) ?? .max) < time { better += 1 }
            }
        }
        #expect(better > 20)
    }

    @Test func whatAJourneyTakesAddsUpAndItsRidesFitTogether() {
        var looked = 0
        for seed in LongTests.seeds(300) {
            let timetable = RandomTimetable(seed: seed)
            let walks = Self.access(seed, timetable.stopCount)
            for direction in [ConnectionScan.Direction.forward, .backward] {
                var rules = ScanRules()
                rules.boardingSlack = seed % 2 == 0 ? 0 : 30
                let scan = timetable.scan(direction, rules)
                let start: Int32 = direction == .forward ? 60 : 700
                let found = scan(walks, at: start, within: 100_000)
                for stop in 0..<UInt32(timetable.stopCount) {
                    guard let journey = found.best([StopWalk(stop: stop, seconds: 25)], within: 100_000) else {
                        continue
                    }
                    looked += 1
                    #expect(
                        journey.walk + journey.firstWait + journey.wait + journey.ride == abs(journey.time - start))
                    #expect(min(journey.walk, journey.firstWait, journey.wait, journey.ride) >= 0)
                    let all = scan.rides(of: journey, found)
                    #expect(all.rides.count == journey.rides)
                    #expect(all.rides.map { $0.alights - $0.boards }.reduce(0, +) == journey.ride)
                    #expect(all.rides.map(\.walkBefore).reduce(all.walkAfter, +) == journey.walk)
                    for (a, b) in zip(all.rides, all.rides.dropFirst()) {
                        #expect(a.alights + b.walkBefore + rules.boardingSlack <= b.boards)
                    }
                    let (leaves, arrives) = direction == .forward ? (start, journey.time) : (journey.time, start)
                    #expect(leaves + (all.rides.first?.walkBefore ?? 0) + rules.boardingSlack <= all.rides[0].boards)
                    #expect((all.rides.last?.alights ?? 0) + all.walkAfter <= arrives)
                }
            }
        }
        #expect(looked > 500)
    }

    @Test func theBurdenIsTheLeastOfAllJourneysTriedOneByOne() {
        var all = 0
        for seed in LongTests.seeds(400) {
            let timetable = RandomTimetable(seed: seed)
            var rules = ScanRules()
            rules.mostRides = 3
            rules.changePenalty = Int64(seed % 3) * 60_000
            rules.boardingSlack = Int32(seed % 2) * 10
            let walks = Self.access(seed, timetable.stopCount)
            let every = EveryJourney(timetable, rules, walks, at: 100)
            let found = timetable.scan(.forward, rules)(walks, at: 100, within: 100_000)
            for stop in 0..<timetable.stopCount {
                let end = [StopWalk(stop: UInt32(stop), seconds: 0)]
                let journey = found.best(end, within: 100_000)
                #expect((journey == nil) == (every.least[stop] == nil))
                guard let journey, let truth = every.least[stop] else { continue }
                let burden = found.rides[Int(journey.lastRide)].burden
                let taken =
                    rules.walkWeight * Int64(journey.walk) + rules.firstWaitWeight * Int64(journey.firstWait)
                    + rules.waitWeight * Int64(journey.wait) + 1000 * Int64(journey.ride)
                    + rules.changePenalty * Int64(journey.rides - 1)
                #expect(burden == taken, "seed \(seed), stop \(stop)")
                #expect(burden == truth, "seed \(seed), stop \(stop)")
                all += 1
            }
        }
        #expect(all > 500)
    }
}
