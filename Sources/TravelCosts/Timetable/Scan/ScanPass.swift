/// One pass over the hops of a day. Times ascend, whichever way the clock runs.
struct ScanPass {
    /// Being on a run, with some number of rides.
    struct Aboard {
        var isAboard = false
        var before: Int32 = -1
        var walk: Int32 = 0
        /// Connection boarded with.
        var boarded: Int32 = 0
        /// Burden less the time of riding, so that it does not change on the way.
        var burden: Int64 = .max
    }

    /// The arrival at a stop from which waiting on is the least burden so far.
    struct Waiter {
        var time: Int32 = .max
        var key: Int64 = .max
    }

    let connections: [Connection]
    let footpaths: Footpaths
    let rules: ScanRules
    let stopCount: Int
    let start: Int32
    /// Seconds that one must be at the first stop before the bus leaves.
    let firstSlack: Int32
    var rides: [Ride] = []
    /// Place of a ride that ends at the stop, below 0 where none does; stops of one ride first, then of two, and so on.
    var earliestRide: [Int32]
    var easiestRide: [Int32]
    private var ready: [ReadyList]
    private var waiter: [Waiter]
    /// Runs of one ride first, then of two, and so on.
    private var aboard: [Aboard]
    private let runCount: Int
    /// Whether somebody became ready no later than the hops now looked at.
    private var changed = false

    init(
        connections: [Connection], footpaths: Footpaths, rules: ScanRules, stopCount: Int, runCount: Int, start: Int32,
        firstSlack: Int32
    ) {
        self.connections = connections
        self.footpaths = footpaths
        self.rules = rules
        self.stopCount = stopCount
        self.runCount = runCount
        self.start = start
        self.firstSlack = firstSlack
        let most = max(1, rules.mostRides)
        earliestRide = .init(repeating: -1, count: most * stopCount)
        easiestRide = .init(repeating: -1, count: most * stopCount)
        ready = .init(repeating: ReadyList(), count: most * stopCount)
        waiter = .init(repeating: Waiter(), count: most * stopCount)
        aboard = .init(repeating: Aboard(), count: most * runCount)
    }

    mutating func run(_ walks: [StopWalk], until end: Int32) {
        for walk in walks {
            let (time, overflow) = start.addingReportingOverflow(walk.seconds)
            guard !overflow else { continue }
            let burden = rules.walkWeight * Int64(walk.seconds)
            ready[Int(walk.stop)].insert(
                Ready(
                    time: time, walk: walk.seconds, ride: -1,
                    key: burden - rules.firstWaitWeight * (Int64(time) - Int64(start))))
        }
        var place = connections.partitioningPlace { $0.departure >= start }
        while place < connections.count, connections[place].departure <= end {
            let now = connections[place].departure
            var last = place
            var hasInstantHop = false
            while last < connections.count, connections[last].departure == now {
                hasInstantHop = hasInstantHop || connections[last].arrival == now
                last += 1
            }
            // A hop that takes no time may let somebody catch a bus that was looked at before it.
            repeat {
                changed = false
                for number in place..<last { take(number) }
            } while changed && hasInstantHop
            place = last
        }
    }

    private mutating func take(_ number: Int) {
        let hop = connections[number]
        // Being aboard with more rides is of use only for less burden.
        var least = Int64.max
        for rides in 0..<rules.mostRides {
            let label = rides * runCount + Int(hop.run)
            if hop.canBoard { board(number, hop, rides, label) }
            guard aboard[label].isAboard, aboard[label].burden < least else { continue }
            least = aboard[label].burden
            if hop.canAlight { alight(number, hop, rides, aboard[label]) }
        }
    }

    /// Boards after some rides where that is less burden than having boarded before.
    private mutating func board(_ number: Int, _ hop: Connection, _ rides: Int, _ label: Int) {
        let stop = rides * stopCount + Int(hop.from)
        guard !ready[stop].isEmpty else { return }
        let latest = Int64(hop.departure) - Int64(rides == 0 ? firstSlack : rules.boardingSlack)
        guard let best = ready[stop].best(by: latest) else { return }
        let weight = rides == 0 ? rules.firstWaitWeight : rules.waitWeight
        let since = Int64(hop.departure) - Int64(start)
        let burden = best.key + (weight - 1000) * since + (rides > 0 ? rules.changePenalty : 0)
        guard burden < aboard[label].burden else { return }
        aboard[label] = Aboard(
            isAboard: true, before: best.ride, walk: best.walk, boarded: Int32(number), burden: burden)
    }

    private mutating func alight(_ number: Int, _ hop: Connection, _ level: Int, _ state: Aboard) {
        let stop = Int(hop.to)
        let label = level * stopCount + stop
        let since = Int64(hop.arrival) - Int64(start)
        let burden = state.burden + 1000 * since
        let key = burden - rules.waitWeight * since
        // Whoever came no later and waits for no more burden does all that this one could.
        guard waiter[label].time > hop.arrival || waiter[label].key > key else { return }
        if key < waiter[label].key { waiter[label] = Waiter(time: hop.arrival, key: key) }
        let isEarliest = isBetter(earliestRide, label, level) { (hop.arrival, burden) < ($0.arrival, $0.burden) }
        let isEasiest = isBetter(easiestRide, label, level) { (burden, hop.arrival) < ($0.burden, $0.arrival) }
        let place = Int32(rides.count)
        var isUsed = isEarliest || isEasiest
        if level + 1 < rules.mostRides {
            for path in Int(footpaths.first[stop])..<Int(footpaths.first[stop + 1]) {
                let seconds = footpaths.seconds[path]
                let (time, overflow) = hop.arrival.addingReportingOverflow(seconds)
                guard !overflow else { continue }
                let walked = Ready(
                    time: time, walk: seconds, ride: place,
                    key: key + (rules.walkWeight - rules.waitWeight) * Int64(seconds))
                if becomeReady(level + 1, Int(footpaths.to[path]), walked, now: hop.departure) { isUsed = true }
            }
        }
        guard isUsed else { return }
        append(number, hop, level, state, burden)
        if isEarliest { earliestRide[label] = place }
        if isEasiest { easiestRide[label] = place }
    }

    private mutating func append(_ number: Int, _ hop: Connection, _ level: Int, _ state: Aboard, _ burden: Int64) {
        let boarding = connections[Int(state.boarded)].departure
        var ride = Ride(
            arrival: hop.arrival, count: level + 1, before: state.before, walkBefore: state.walk,
            boarded: state.boarded, alighted: Int32(number), burden: burden)
        if state.before >= 0 {
            let before = rides[Int(state.before)]
            (ride.walk, ride.firstWait, ride.riding) = (before.walk, before.firstWait, before.riding)
        } else {
            ride.firstWait = boarding - start - state.walk
        }
        ride.walk += state.walk
        ride.riding += hop.arrival - boarding
        rides.append(ride)
    }

    /// Whether a ride beats the one of its label, and none with fewer rides is as good.
    private func isBetter(_ best: [Int32], _ label: Int, _ level: Int, _ beats: (Ride) -> Bool) -> Bool {
        var other = label
        for _ in 0...level {
            if best[other] >= 0, !beats(rides[Int(best[other])]) { return false }
            other -= stopCount
        }
        return true
    }

    /// Whether somebody ready after so many rides has a use, beside those ready after as many or fewer.
    private mutating func becomeReady(_ count: Int, _ stop: Int, _ walked: Ready, now: Int32) -> Bool {
        var fewer = count - 1
        while fewer > 0 {
            if ready[fewer * stopCount + stop].beats(walked) { return false }
            fewer -= 1
        }
        guard ready[count * stopCount + stop].insert(walked) else { return false }
        if walked.time <= now { changed = true }
        return true
    }
}

extension Array {
    /// The first place from which on a condition holds, when it holds from some place on.
    fileprivate func partitioningPlace(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
