internal import HubModel

/// The study's `travel` section: how journeys are worked out.
struct StudyJourneys: Sendable {
    var by: TravelRequest.Kind
    var streets: StudySource?
    var timetable: StudyTimetable?
    var fares: [StudyFare]
    var barriers: [StudyBarrier]
    var crossings: StudyCrossings?
    var addedCrossings: [StudyAddedCrossing]
    var matrix: StudyMatrix?
    var matrixWithCar: StudyMatrix?
    var place: StudyPlace

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.journeys)
        place = fields.place
        by = try fields["by"]?.choice(TravelRequest.Kind.self) ?? .straightLine
        streets = try fields["streets"].map { try StudySource($0.fields(.streets)) }
        timetable = try fields["timetable"].map { try StudyTimetable($0) }
        fares = try fields["fares"]?.list().map { try StudyFare($0) } ?? []
        barriers = try fields["barriers"]?.list().map { try StudyBarrier($0) } ?? []
        crossings = try fields["crossings"].map { try StudyCrossings($0) }
        addedCrossings = try fields["addedCrossings"]?.list().map { try StudyAddedCrossing($0) } ?? []
        matrix = try fields["matrix"].map { try StudyMatrix($0) }
        matrixWithCar = try fields["matrixWithCar"].map { try StudyMatrix($0) }
        try check(fields)
    }

    /// Fields that this kind of travel needs, and those that it would pass over in silence.
    private func check(_ fields: StudyFields) throws {
        let needed: String? =
            switch by {
            case .straightLine: nil
            case .facesAndGates: "barriers"
            case .streets: "streets"
            case .imported: "matrix"
            }
        if let needed, fields[needed] == nil {
            throw place.failure("travel by \(by.rawValue) needs the field '\(needed)'.")
        }
        if let fares = fields["fares"], fields["timetable"] == nil {
            throw fares.failure(
                "operators have no fares without a 'timetable' that names them. Add it, or take this out.")
        }
        let used: Set<String> =
            switch by {
            case .straightLine: ["timetable", "fares"]
            case .facesAndGates: ["timetable", "fares", "barriers", "crossings", "addedCrossings"]
            case .streets: ["timetable", "fares", "barriers", "streets"]
            case .imported: ["matrix", "matrixWithCar"]
            }
        for name in StudyForm.journeys.fields where name != "by" && !used.contains(name) {
            guard let field = fields[name] else { continue }
            throw field.failure("travel by \(by.rawValue) does not use it. Take it out, or change 'by'.")
        }
        if by == .streets, let minutes = barriers.compactMap(\.minutesPlace).first {
            throw minutes.failure(
                "travel by streets crosses a barrier where the streets do, at no price. Take it out, or change 'by'.")
        }
    }

    /// Sources whose rows are read with the study's other layers.
    var layers: [(source: StudySource, filters: [StudyFilter], columns: [String])] {
        barriers.map { ($0.source, $0.filters, []) }
            + [crossings].compactMap { $0 }.map {
                ($0.source, $0.filters + $0.walkersOnly, [$0.name, $0.minutes].compactMap { $0 })
            }
    }
}

/// Bus times, and the day whose buses run.
struct StudyTimetable: Sendable {
    var source: StudySource
    var date: String
    /// Minutes after the last bus of each line at which one more runs; nil where none does.
    var lastBusLater: Int?

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.timetable)
        source = try StudySource(fields)
        lastBusLater = try fields["lastBusLater"]?.integer(in: 1...600)
        date = try fields.required("date").day()
    }
}

extension StudyNode {
    /// A day of the calendar, as ISO 8601 writes it.
    func day() throws -> String {
        let date = try text()
        guard Self.isDate(date) else {
            throw failure("'\(date)' is not a day. Write year, month and day, such as 2026-06-16.")
        }
        return date
    }

    /// Whether text is a day of the Gregorian calendar as ISO 8601 writes it.
    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], text.allSatisfy({ $0 == "-" || ("0"..."9").contains($0) }) else {
            return false
        }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3, (1...12).contains(numbers[1]) else { return false }
        let isLeap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[numbers[1] - 1]).contains(numbers[2])
    }
}

/// Lines of a layer that stand in the way.
struct StudyBarrier: Sendable {
    var title: String
    var source: StudySource
    var filters: [StudyFilter]
    /// Minutes that crossing once costs; nil where it cannot be crossed.
    var minutes: Double?
    /// Where the study states them.
    var minutesPlace: StudyPlace?

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.barrier)
        source = try StudySource(fields)
        title = try fields.text("title")
        filters = try StudyFilter.all(fields["where"])
        minutes = try fields["minutes"]?.number(atLeast: 0)
        minutesPlace = fields["minutes"]?.place
    }
}

/// Points at which barriers can be crossed.
struct StudyCrossings: Sendable {
    var source: StudySource
    var filters: [StudyFilter]
    var name: String?
    /// The column of minutes that crossing there takes.
    var minutes: String?
    /// Tests that crossings without vehicles pass; none when all carry them.
    var walkersOnly: [StudyFilter]

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.crossings)
        source = try StudySource(fields)
        filters = try StudyFilter.all(fields["where"])
        name = try fields.optionalText("name")
        minutes = try fields.optionalText("minutes")
        walkersOnly = try StudyFilter.all(fields["walkersOnly"])
    }
}

/// A table of journeys from another engine.
struct StudyMatrix: Sendable {
    enum Form: String, CaseIterable { case long, wide }

    var source: StudySource
    var from: String?
    var to: String?
    var minutes: String?
    var unit: MatrixRequest.Unit?
    var direction: MatrixRequest.Direction?
    var missing: MatrixRequest.Missing
    var form: Form

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.matrix)
        source = try StudySource(fields)
        from = try fields.optionalText("from")
        to = try fields.optionalText("to")
        minutes = try fields.optionalText("minutes")
        unit = try fields["unit"]?.choice(MatrixRequest.Unit.self)
        direction = try fields["direction"]?.choice(MatrixRequest.Direction.self)
        form = try fields["form"]?.choice(Form.self) ?? .long
        missing = .unreachable
        if let node = fields["missing"] {
            switch try node.text() {
            case "unreachable": missing = .unreachable
            case "error": missing = .error
            default:
                guard let value = try? node.number(atLeast: 0) else {
                    throw node.failure(
                        "'\(try node.text())' is neither unreachable nor error nor a number of 0 or more.")
                }
                missing = .value(value)
            }
        }
        if form == .wide, let field = fields["to"] ?? fields["minutes"] {
            throw field.failure("a wide table has a column for each site, so this field does not belong here.")
        }
    }
}
