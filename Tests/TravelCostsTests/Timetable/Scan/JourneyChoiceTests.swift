import Testing

@testable import TravelCosts

/// Which of several journeys counts, on timetables small enough to see.
@Suite struct JourneyChoiceTests {
    private func hop(
        _ run: UInt32, _ order: Int32, _ from: UInt32, _ departure: Int32, _ to: UInt32, _ arrival: Int32
    ) -> Connection {
        Connection(
            departure: departure, arrival: arrival, from: from, to: to, run: run, order: order, canBoard: true,
            canAlight: true)
    }

    private func scan(
        _ hops: [Connection], stops: Int, walks: [(from: UInt32, to: UInt32, seconds: Int32)] = [],
        _ rules: ScanRules = ScanRules(), _ direction: ConnectionScan.Direction = .forward
    ) -> ConnectionScan {
        let runs = Int(hops.map(\.run).max() ?? 0) + 1
        let day = ServiceDay(
            date: ServiceDate(number: 0), stopCount: stops,
            runs: (0..<runs).map { ServiceDay.Run(trip: UInt32($0), shift: 0) }, connections: hops)
        return ConnectionScan(day, Footpaths(stopCount: stops, walks: walks), rules, direction)
    }

    @Test func nobodyWalksUpTheLineToTheSameBusUnlessWaitingCountsMore() throws {
        let hops = [hop(0, 0, 0, 2000, 1, 2100), hop(0, 1, 1, 2100, 2, 2500)]
        var rules = ScanRules()
        rules.firstWaitWeight = 1500
        let all = scan(hops, stops: 3, rules)
        let found = all(
            [StopWalk(stop: 0, seconds: 1500), StopWalk(stop: 1, seconds: 60)], at: 0, within: 10_000)
        let journey = try #require(found.best([StopWalk(stop: 2, seconds: 0)], within: 10_000))
        #expect(journey.walk == 60)
        #expect(journey.firstWait == 2040)
        rules.firstWaitWeight = 2500
        let restless = scan(hops, stops: 3, rules)(
            [StopWalk(stop: 0, seconds: 1500), StopWalk(stop: 1, seconds: 60)], at: 0, within: 10_000)
        #expect(restless.best([StopWalk(stop: 2, seconds: 0)], within: 10_000)?.walk == 1500)
    }

    @Test func nobodyWalksBackFromAnEarlierStopWhenTheBusGoesOn() throws {
        // Off at 1 and a walk of 500 reaches stop 2 at 1,600; staying on reaches it at 1,700. The next bus goes at 2,000.
        let all = scan(
            [hop(0, 0, 0, 1000, 1, 1100), hop(0, 1, 1, 1100, 2, 1700), hop(1, 0, 2, 2000, 3, 2300)], stops: 4,
            walks: [(1, 2, 500)])
        let found = all([StopWalk(stop: 0, seconds: 0)], at: 900, within: 10_000)
        let journey = try #require(found.best([StopWalk(stop: 3, seconds: 0)], within: 10_000))
        #expect(journey.walk == 0)
        #expect(journey.rides == 2)
    }

    @Test func aDirectBusAFewMinutesLaterIsBetterThanAChange() throws {
        let hops = [hop(0, 0, 0, 1000, 1, 1300), hop(1, 0, 1, 1400, 2, 1800), hop(2, 0, 0, 1100, 2, 2000)]
        var rules = ScanRules()
        let patient = scan(hops, stops: 3, rules)([StopWalk(stop: 0, seconds: 0)], at: 900, within: 10_000)
        #expect(patient.time(atStop: 2) == 1800)
        #expect(patient.best([StopWalk(stop: 2, seconds: 0)], within: 10_000)?.rides == 1)
        rules.changePenalty = 0
        rules.waitWeight = 1000
        rules.firstWaitWeight = 1000
        let hasty = scan(hops, stops: 3, rules)([StopWalk(stop: 0, seconds: 0)], at: 900, within: 10_000)
        #expect(hasty.best([StopWalk(stop: 2, seconds: 0)], within: 10_000)?.rides == 2)
    }

    @Test func theLimitItselfIsStillInTime() {
        let all = scan([hop(0, 0, 0, 1000, 1, 1500)], stops: 2)
        let found = all([StopWalk(stop: 0, seconds: 0)], at: 900, within: 10_000)
        #expect(found.best([StopWalk(stop: 1, seconds: 100)], within: 700)?.time == 1600)
        #expect(found.best([StopWalk(stop: 1, seconds: 100)], within: 699) == nil)
    }

    @Test func anInstantHopLetsABusBeCaughtThatWasLookedAtBefore() {
        // Run 0 leaves stop 1 at 1000; run 1 reaches stop 1 in no time at 1000.
        let all = scan([hop(0, 0, 1, 1000, 2, 1000), hop(1, 0, 0, 1000, 1, 1000)], stops: 3)
        #expect(all([StopWalk(stop: 0, seconds: 0)], at: 1000, within: 100).time(atStop: 2) == 1000)
    }

    @Test func aForbiddenChangeIsNotMadeAndALeastTimeIsKept() {
        let hops = [hop(0, 0, 0, 1000, 1, 1100), hop(1, 0, 1, 1150, 2, 1300), hop(2, 0, 1, 1400, 2, 1500)]
        let day = ServiceDay(
            date: ServiceDate(number: 0), stopCount: 3,
            runs: (0..<3).map { ServiceDay.Run(trip: UInt32($0), shift: 0) }, connections: hops)
        func arrival(_ rule: TimetableFeed.Transfer?) -> Int32? {
            let paths = Footpaths(stopCount: 3, walks: [], rules: rule.map { [$0] } ?? [])
            return ConnectionScan(day, paths, ScanRules(), .forward)(
                [StopWalk(stop: 0, seconds: 0)], at: 900, within: 10_000
            ).time(atStop: 2)
        }
        #expect(arrival(nil) == 1300)
        #expect(arrival(.init(from: 1, to: 1, isPossible: true, seconds: 120)) == 1500)
        #expect(arrival(.init(from: 1, to: 1, isPossible: false, seconds: nil)) == nil)
    }

    @Test func aRuleOfAStationHoldsForItsStops() {
        let rules = [
            TimetableFeed.Transfer(from: 2, to: 2, isPossible: true, seconds: 300),
            TimetableFeed.Transfer(from: 0, to: 1, isPossible: true, seconds: 90),
        ]
        let paths = Footpaths(
            stopCount: 3, walks: [(0, 1, 60), (1, 0, 60)], rules: rules, station: [2, 2, nil])
        #expect(Array(paths.first) == [0, 2, 4, 5])
        #expect(Array(paths.to) == [0, 1, 0, 1, 2])
        #expect(Array(paths.seconds) == [300, 90, 300, 300, 0])
        #expect(paths.reversed.reversed == paths)
    }
}
