/// One pass over the hops of a day. Times ascend, whichever way the clock runs.
struct ScanPass {
    /// Being at a stop, ready to board, after some number of rides.
    struct Ready {
        var time: Int32 = .max
        /// Walked since the last bus, or from the start.
        var walk: Int32 = 0
        /// The ride before; below 0 where there is none.
        var ride: Int32 = -1
        /// Burden up to `time`, in thousandths of a second of riding.
        var burden: Int64 = 0
    }

    /// Being on a run.
    struct Aboard {
        /// With this one; 0 while not aboard.
        var rides = 0
        var before: Int32 = -1
        var walk: Int32 = 0
        /// Connection boarded with.
        var boarded: Int32 = 0
        /// Burden less the time of riding, so that it does not change on the way.
        var burden: Int64 = 0
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
    private var earliest: [Ready]
    private var easiest: [Ready]
    private var aboard: [Aboard]
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
        self.start = start
        self.firstSlack = firstSlack
        let labels = max(1, rules.mostRides) * stopCount
        earliestRide = .init(repeating: -1, count: labels)
        easiestRide = .init(repeating: -1, count: labels)
        earliest = .init(repeating: Ready(), count: labels)
        easiest = .init(repeating: Ready(), count: labels)
        aboard = .init(repeating: Aboard(), count: runCount)
    }

    mutating func run(_ walks: [StopWalk], until end: Int32) {
        for walk in walks {
            let (time, overflow) = start.addingReportingOverflow(walk.seconds)
            guard !overflow else { continue }
            let burden = rules.walkWeight * Int64(walk.seconds)
            becomeReady(0, Int(walk.stop), Ready(time: time, walk: walk.seconds, ride: -1, burden: burden), now: start)
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
        let run = Int(hop.run)
        if hop.canBoard { board(number, hop) }
        guard aboard[run].rides > 0, hop.canAlight else { return }
        alight(number, hop, aboard[run])
    }

    /// Boards where that needs fewer rides than being aboard already, or as many for less burden.
    private mutating func board(_ number: Int, _ hop: Connection) {
        let current = aboard[Int(hop.run)]
        let most = current.rides > 0 ? current.rides : rules.mostRides
        for rides in 0..<most {
            let latest = Int64(hop.departure) - Int64(rides == 0 ? firstSlack : rules.boardingSlack)
            let label = rides * stopCount + Int(hop.from)
            let weight = rides == 0 ? rules.firstWaitWeight : rules.waitWeight
            var best: (burden: Int64, ready: Ready)?
            for ready in [earliest[label], easiest[label]] where ready.time <= latest {
                let burden = ready.burden + weight * Int64(hop.departure - ready.time)
                if best.map({ burden < $0.burden }) ?? true { best = (burden, ready) }
            }
            guard let best else { continue }
            let burden = best.burden + (rides > 0 ? rules.changePenalty : 0) - 1000 * Int64(hop.departure)
            if current.rides == 0 || rides + 1 < current.rides || burden < current.burden {
                aboard[Int(hop.run)] = Aboard(
                    rides: rides + 1, before: best.ready.ride, walk: best.ready.walk, boarded: Int32(number),
                    burden: burden)
            }
            return
        }
    }

    private mutating func alight(_ number: Int, _ hop: Connection, _ state: Aboard) {
        let stop = Int(hop.to)
        let burden = state.burden + 1000 * Int64(hop.arrival)
        let label = (state.rides - 1) * stopCount + stop
        let isEarliest = isBetter(earliestRide, label, state.rides) { (hop.arrival, burden) < ($0.arrival, $0.burden) }
        let isEasiest = isBetter(easiestRide, label, state.rides) { (burden, hop.arrival) < ($0.burden, $0.arrival) }
        let nextLabel = label + stopCount
        let mayRideOn = state.rides < rules.mostRides
        let waitsEasier = mayRideOn && isEasier(nextLabel, state.rides, burden, hop.arrival)
        guard isEarliest || isEasiest || waitsEasier else { return }
        let place = Int32(rides.count)
        let boarding = connections[Int(state.boarded)].departure
        var ride = Ride(
            arrival: hop.arrival, count: state.rides, before: state.before, walkBefore: state.walk,
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
        if isEarliest { earliestRide[label] = place }
        if isEasiest { easiestRide[label] = place }
        guard mayRideOn else { return }
        for path in Int(footpaths.first[stop])..<Int(footpaths.first[stop + 1]) {
            let (time, overflow) = hop.arrival.addingReportingOverflow(footpaths.seconds[path])
            guard !overflow else { continue }
            let ready = Ready(
                time: time, walk: footpaths.seconds[path], ride: place,
                burden: burden + rules.walkWeight * Int64(footpaths.seconds[path]))
            becomeReady(state.rides, Int(footpaths.to[path]), ready, now: hop.departure)
        }
    }

    /// Whether a ride beats the one of its label, and none with fewer rides is as good.
    private func isBetter(_ best: [Int32], _ label: Int, _ count: Int, _ beats: (Ride) -> Bool) -> Bool {
        var other = label
        for _ in 0..<count {
            if best[other] >= 0, !beats(rides[Int(best[other])]) { return false }
            other -= stopCount
        }
        return true
    }

    private func isEasier(_ label: Int, _ count: Int, _ burden: Int64, _ time: Int32) -> Bool {
        let other = easiest[label]
        if other.time == .max { return true }
        let weight = count == 0 ? rules.firstWaitWeight : rules.waitWeight
        return burden - weight * Int64(time) < other.burden - weight * Int64(other.time)
    }

    private mutating func becomeReady(_ count: Int, _ stop: Int, _ ready: Ready, now: Int32) {
        let label = count * stopCount + stop
        var isEarliest = true
        var other = label
        for level in 0...count {
            let known = earliest[other]
            let loses =
                level == 0 ? (known.time, known.burden) <= (ready.time, ready.burden) : known.time <= ready.time
            if loses { isEarliest = false }
            other -= stopCount
        }
        if isEarliest { earliest[label] = ready }
        let isEasiest = isEasier(label, count, ready.burden, ready.time)
        if isEasiest { easiest[label] = ready }
        if (isEarliest || isEasiest) && ready.time <= now { changed = true }
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
