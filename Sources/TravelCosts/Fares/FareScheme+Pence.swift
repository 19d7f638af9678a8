extension FareScheme {
    /// What the whole party pays for one visit, in pence.
    ///
    /// The adult's fare is what the cheapest tickets come to for each direction, and no more than the day's cap for both.
    /// Operators whose prices the study states are paid by themselves, each no more than its own day's cap.
    /// Reduced fares are rounded to whole pence for each person, half up.
    /// - Parameters:
    ///   - out: rides there, in their order.
    ///   - home: rides home, in their order.
    ///   - date: of the visit.
    package func pence(out: [FareRide], home: [FareRide], on date: ServiceDate) -> Int32 {
        let others = [out, home].map { rides in self.adult(rides.filter { operators[$0.agency] == nil }, on: date) }
        let singles = others.reduce(0, +) + priced(out + home, on: date)
        let adult = min(singles, day.map(Int64.init) ?? .max)
        let reduced = (Double(adult) * reducedShare).rounded()
        return Int32(clamping: Int64((Double(adult) * fullPayers + reduced * reducedPayers).rounded()))
    }

    /// Pence for one adult on buses of operators whose prices the study states.
    private func priced(_ rides: [FareRide], on date: ServiceDate) -> Int64 {
        var count: [UInt32: Int64] = [:]
        for ride in rides { count[ride.agency, default: 0] += 1 }
        return count.reduce(0) { sum, pair in
            guard let price = operators[pair.key] else { return sum }
            let singles = pair.value * Int64(capped(price.single, date <= capEnds))
            return sum + min(singles, price.day.map(Int64.init) ?? .max)
        }
    }

    /// Pence for one adult in one direction, with the cheapest choice of tickets.
    func adult(_ rides: [FareRide], on date: ServiceDate) -> Int64 {
        cheapest(rides[...], ticket: nil, isCapped: date <= capEnds)
    }

    /// A ticket in hand.
    private struct Ticket {
        var fare: Int
        /// nil for any number.
        var changesLeft: Int?
        /// Second after midnight up to which one may board with it; nil for ever.
        var ends: Int32?

        func covers(_ ride: FareRide, usable: [Int]) -> Bool {
            (changesLeft ?? 1) > 0 && ends.map { ride.boards <= $0 } ?? true && usable.contains(fare)
        }
    }

    /// The cheapest way to pay for the rest of a direction. Rides are few, so every choice is tried.
    ///
    /// The national cap is one on singles: a ticket for one bus alone costs no more, a ticket for several costs its price.
    /// While the cap lasts a single can be had for any ride, beside whatever tickets the tables have.
    private func cheapest(_ rides: ArraySlice<FareRide>, ticket: Ticket?, isCapped: Bool) -> Int64 {
        guard let ride = rides.first else { return 0 }
        let rest = rides.dropFirst()
        let usable = tables.usable(ride)
        var choices: [Int64] = []
        if var ticket, ticket.covers(ride, usable: usable) {
            ticket.changesLeft = ticket.changesLeft.map { $0 - 1 }
            choices.append(cheapest(rest, ticket: ticket, isCapped: isCapped))
        }
        for number in usable {
            let fare = tables.fares[number]
            let ends = fare.seconds.map { ride.boards + $0 }
            let bought = Ticket(fare: number, changesLeft: fare.changes, ends: ends)
            let pence = fare.changes == 0 ? capped(fare.pence, isCapped) : fare.pence
            choices.append(Int64(pence) + cheapest(rest, ticket: bought, isCapped: isCapped))
        }
        if usable.isEmpty || isCapped {
            choices.append(Int64(isCapped ? single : singleAfter) + cheapest(rest, ticket: ticket, isCapped: isCapped))
        }
        return choices.min() ?? 0
    }

    /// Pounds that one adult pays for one more bus, to weigh a change by: the mean over operators, each at the price that the
    /// study states for it, else at the single of the day. Tickets for several buses are left aside.
    /// - Parameters:
    ///   - date: of the visit.
    ///   - agencies: how many operators the timetable has; their numbers are below it.
    package func meanSingle(on date: ServiceDate, agencies: Int) -> Double {
        let isCapped = date <= capEnds
        let plain = Int64(isCapped ? single : singleAfter)
        let pence = (0..<UInt32(max(1, agencies))).map { number in
            operators[number].map { Int64(capped($0.single, isCapped)) } ?? plain
        }
        return Double(pence.reduce(0, +)) / Double(pence.count) / 100
    }

    private func capped(_ pence: Int32, _ isCapped: Bool) -> Int32 { isCapped ? min(pence, single) : pence }
}
