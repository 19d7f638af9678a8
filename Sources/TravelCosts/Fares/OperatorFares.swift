package import HubModel

extension TimetableFeed {
    /// The prices that a study states for its operators, by their numbers, on one day.
    /// - Parameters:
    ///   - fares: as the study states them.
    ///   - date: the day of the session.
    /// - Returns: the prices that hold on the day, and a note for each operator that has prices for other days alone.
    /// - Throws: `TravelError` for an operator that the timetable does not have, a name that several have, or two prices of
    ///   one operator for the same day.
    package func prices(
        _ fares: [TravelRequest.OperatorFare], on date: ServiceDate
    ) throws -> (prices: [UInt32: OperatorPrice], findings: [Finding]) {
        var prices: [UInt32: OperatorPrice] = [:]
        var without: [UInt32: String] = [:]
        for fare in fares {
            let number = try agency(fare)
            guard try fare.from.map({ try day($0, fare) }).map({ $0 <= date }) ?? true,
                try fare.until.map({ try day($0, fare) }).map({ date <= $0 }) ?? true
            else {
                without[number] = fare.name
                continue
            }
            let price = try OperatorPrice(single: fare.single, day: fare.day)
            guard prices.updateValue(price, forKey: number) == nil else {
                throw TravelError(
                    "\(fare.place): the operator '\(agencies[Int(number)].name)' has two fares on \(date). Give them days that "
                        + "do not meet, with 'from' and 'until'.")
            }
        }
        let findings = without.keys.sorted().filter { prices[$0] == nil }.map { number in
            Finding(
                .note,
                "None of the study's fares of the operator '\(without[number] ?? "")' holds on \(date), so its buses cost what the "
                    + "timetable's tables or `fare.single` say.")
        }
        return (prices, findings)
    }

    private func day(_ text: String, _ fare: TravelRequest.OperatorFare) throws -> ServiceDate {
        guard let date = ServiceDate(text) else {
            throw TravelError("\(fare.place): '\(text)' is not a day. Write year, month and day, such as 2026-06-16.")
        }
        return date
    }

    /// By id, else by name whatever its case.
    private func agency(_ fare: TravelRequest.OperatorFare) throws -> UInt32 {
        if let found = agencies.firstIndex(where: { $0.id == fare.name }) { return UInt32(found) }
        let named = agencies.indices.filter { agencies[$0].name.lowercased() == fare.name.lowercased() }
        guard named.count <= 1 else {
            throw TravelError(
                "\(fare.place): \(named.count) operators of the timetable are called '\(fare.name)'. Give the id of one: "
                    + named.prefix(10).map { agencies[$0].id }.joined(separator: ", ") + ".")
        }
        guard let found = named.first else {
            let known = agencies.map { $0.id.isEmpty ? $0.name : "\($0.name) (\($0.id))" }
            throw TravelError(
                "\(fare.place): the timetable has no operator '\(fare.name)'."
                    + NearestName.hint(fare.name, among: agencies.map(\.name) + agencies.map(\.id))
                    + " It has \(known.prefix(10).joined(separator: ", "))"
                    + (known.count > 10 ? " and \(known.count - 10) more." : "."))
        }
        return UInt32(found)
    }
}
