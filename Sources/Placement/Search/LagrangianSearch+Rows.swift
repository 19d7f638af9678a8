internal import HubModel

// Which sites a round looks at, and the rows that are held of them.
extension LagrangianSearch {
    /// While there is a stream, makes rows of the sites of a round.
    mutating func hold(_ active: [UInt32]) {
        guard let stream else { return }
        held = active
        let caps = multipliers.rows.map { Int64(($0 * settings.rise + 1).rounded(.up)) }
        rows = ContributionRows(empty: stream.source)
        rows = stream.among(held).rows(below: caps, threads: limits.threads)
    }

    /// Narrows the stream to the live sites, and makes rows of them all as soon as those are short enough to be held.
    mutating func narrowStream() {
        guard let stream, let reader else { return }
        if live.free.count + live.fixedOpen.count < stream.sites.count * 3 / 4 {
            self.stream = reader.among((live.free + live.fixedOpen).sorted())
        }
        if 2 * pairs < settings.mostHeldPairs { holdAll() }
    }

    /// Makes rows of all live sites and the incumbent's, and does without the stream from then on.
    mutating func holdAll() {
        guard let reader else { return }
        let sites = kept.indices.filter { kept[$0] }.map { UInt32($0) }
        let caps = zip(multipliers.rows, best.second).map { Int64((max($0, $1) * settings.rise + 1).rounded(.up)) }
        rows = ContributionRows(empty: reader.source)
        rows = reader.among(sites).rows(below: caps, threads: limits.threads)
        stream = nil
        held = []
    }

    /// Reads rows again whose multiplier was held back by their radius, farther than before.
    mutating func lengthenHeldRows() {
        guard stream == nil, isCapped.contains(true), rows.pairCount * 2 * settings.bytesPerPair < settings.memory
        else { return }
        if let reader, wasStreamed {
            let keep = kept
            let sites = keep.indices.filter { keep[$0] }.map { UInt32($0) }
            let caps = (0..<rows.count).map { isCapped[$0] ? rows.radius[$0] + rows.radius[$0] / 2 : rows.radius[$0] }
            rows = ContributionRows(empty: reader.source)
            rows = reader.among(sites).rows(below: caps, threads: limits.threads)
            return
        }
        guard rowLength < service.siteCount else { return }
        rowLength = min(2 * rowLength, service.siteCount)
        rows.extend(wanted: isCapped, length: rowLength, keep: kept, threads: limits.threads)
    }

    /// Sites that rows must hold: what a better plan may use, and the incumbent.
    var kept: [Bool] {
        var keep = live.isLive
        for site in best.open { keep[Int(site)] = true }
        return keep
    }

    /// - Parameter part: of the pairs, below which they must come for it to be worth while.
    mutating func compactIfWorthwhile(leavingLessThan part: Double = 0.75) {
        rows.compact(keep: kept, leavingLessThan: part)
    }

    /// The incumbent's sites, those fixed open, and every so many of the undecided ones. Sites are listed place by
    /// place, so that a sample leaves no part of the country out.
    func sample(_ stride: Int) -> [UInt32] {
        let picked = live.free.indices.filter { $0 % stride == 0 }.map { live.free[$0] }
        return Set(picked + live.fixedOpen + best.open.filter { live.isLive[Int($0)] }).sorted()
    }

    /// The incumbent's sites, those fixed open, and those that come cheapest at the multipliers.
    func cheapest(_ most: Int) -> [UInt32] {
        let sorted = live.free.sorted { (exchange[Int($0)], $0) < (exchange[Int($1)], $1) }
        return Set(sorted.prefix(most) + live.fixedOpen + best.open.filter { live.isLive[Int($0)] }).sorted()
    }

    /// The best of every so many undecided sites, so that no part of the country is left out, and the cheapest of all.
    func representatives(_ most: Int) -> [UInt32] {
        let share = gap > settings.wideGap ? settings.blockShare : settings.lateBlockShare
        let blocks = max(1, Int(Double(most) * share))
        let size = max(1, (live.free.count + blocks - 1) / blocks)
        let best: [UInt32] = stride(from: 0, to: live.free.count, by: size).compactMap { first in
            live.free[first..<min(first + size, live.free.count)].min {
                (exchange[Int($0)], $0) < (exchange[Int($1)], $1)
            }
        }
        return Set(best + cheapest(most - min(most, best.count))).sorted()
    }

    /// How far a row's multiplier may climb in a round, and how far its columns reach.
    func ceilings() -> [Int64] {
        (0..<rows.count).map { row in
            min(rows.radius[row], Int64((multipliers.rows[row] * settings.rise + 1).rounded(.up)))
        }
    }
}
