internal import HubModel

extension FeedReader {
    /// A row of `stop_times.txt` before its trip is put in order.
    private struct Call {
        var trip: UInt32
        var sequence: Int32
        var stop: UInt32
        /// nil where the file leaves them out.
        var arrival: Int32?
        var departure: Int32?
        var canBoard: Bool
        var canAlight: Bool
        /// For messages.
        var row: Int32
    }

    private static let columns = [
        "trip_id", "stop_id", "stop_sequence", "arrival_time", "departure_time", "pickup_type", "drop_off_type",
    ]

    mutating func readStopTimes() throws {
        var calls: [Call] = []
        var file = ""
        feed.findings += try files.read("stop_times.txt", needed: 5, Self.columns) { row in
            file = row.file
            let arrival = try row.time(3)
            let departure = try row.time(4)
            guard let sequence = try row.whole(2, 0...Int(Int32.max)) else {
                _ = try row.required(2)
                return
            }
            calls.append(
                Call(
                    trip: try row.known(0, tripNumbers, in: "trips.txt"), sequence: Int32(sequence),
                    stop: try row.known(1, stopNumbers, in: "stops.txt"), arrival: arrival ?? departure,
                    departure: departure ?? arrival, canBoard: try row.whole(5, 0...3) != 1,
                    canAlight: try row.whole(6, 0...3) != 1, row: Int32(clamping: row.number)))
        }
        calls.sort { ($0.trip, $0.sequence, $0.row) < ($1.trip, $1.sequence, $1.row) }
        feed.visits.reserveCapacity(calls.count)
        var start = 0
        while start < calls.count {
            var end = start + 1
            while end < calls.count, calls[end].trip == calls[start].trip { end += 1 }
            try append(&calls[start..<end], file)
            start = end
        }
        let lonely = feed.trips.count { $0.visits.isEmpty }
        if lonely > 0 {
            feed.findings.append(
                Finding(
                    .note, "\(file): \(lonely) of \(feed.trips.count) trips have fewer than two stops and are not used."
                ))
        }
    }

    /// Checks one trip and adds its visits.
    private mutating func append(_ calls: inout ArraySlice<Call>, _ file: String) throws {
        guard calls.count > 1, let first = calls.first else { return }
        for (a, b) in zip(calls, calls.dropFirst()) where a.sequence == b.sequence {
            throw refused(b, file, "stop_sequence \"\(b.sequence)\" stands twice in the trip")
        }
        try Self.interpolate(&calls) { call in
            refused(call, file, "arrival_time is empty at the first or last stop of the trip, where it must stand")
        }
        var before: Int32 = 0
        let start = feed.visits.count
        for call in calls {
            let (arrival, departure) = (call.arrival ?? before, call.departure ?? before)
            guard arrival >= before else {
                throw refused(
                    call, file,
                    "arrival_time \"\(ClockTime.text(arrival))\" is before the trip left its stop before, at "
                        + ClockTime.text(before))
            }
            guard departure >= arrival else {
                throw refused(
                    call, file,
                    "departure_time \"\(ClockTime.text(departure))\" is before arrival_time \(ClockTime.text(arrival))")
            }
            feed.visits.append(
                .init(
                    stop: call.stop, arrival: arrival, departure: departure, canBoard: call.canBoard,
                    canAlight: call.canAlight))
            before = departure
        }
        feed.trips[Int(first.trip)].visits = start..<feed.visits.count
    }

    private func refused(_ call: Call, _ file: String, _ why: String) -> TravelError {
        TravelError(
            "\(file), row \(call.row): \(why) (trip_id \"\(feed.trips[Int(call.trip)].id)\"). "
                + "Mend the row, or fetch the timetable again.")
    }

    /// Spreads the time between two stops with times evenly over the stops between them, as the specification asks of
    /// readers: by order, whole seconds rounded down.
    private static func interpolate(_ calls: inout ArraySlice<Call>, _ refusal: (Call) -> TravelError) throws {
        guard let first = calls.first, let last = calls.last else { return }
        guard first.arrival != nil else { throw refusal(first) }
        guard last.arrival != nil else { throw refusal(last) }
        var known = calls.startIndex
        for next in calls.indices.dropFirst() {
            guard let arrival = calls[next].arrival else { continue }
            let departure = Int64(calls[known].departure ?? arrival)
            let gaps = Int64(next - known)
            for between in (known + 1)..<next {
                let share = (Int64(arrival) - departure) * Int64(between - known) / gaps
                let time = Int32(clamping: departure + share)
                calls[between].arrival = time
                calls[between].departure = time
            }
            known = next
        }
    }
}
