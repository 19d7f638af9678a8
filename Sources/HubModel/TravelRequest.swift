/// How a study's journeys are to be worked out, with the files that say so.
package struct TravelRequest: Hashable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case straightLine, facesAndGates, streets, imported
    }

    /// A file that the travel model reads itself.
    package struct DataFile: Hashable, Sendable {
        /// As the study names it.
        package var title: String
        /// Where it lies.
        package var path: String
        package var layer: String?

        package init(title: String, path: String, layer: String? = nil) {
            self.title = title
            self.path = path
            self.layer = layer
        }
    }

    package struct Timetable: Hashable, Sendable {
        package var feed: DataFile
        /// The day whose buses run: "2026-06-16".
        package var date: String
        /// Minutes after the last bus of each line at which one more runs; nil where none does.
        package var lastBusLater: Int?

        package init(feed: DataFile, date: String, lastBusLater: Int? = nil) {
            self.feed = feed
            self.date = date
            self.lastBusLater = lastBusLater
        }
    }

    /// What an operator's buses cost while some dates last.
    package struct OperatorFare: Hashable, Sendable {
        /// Its id or its name in the timetable.
        package var name: String
        /// Pounds for one adult: a single, and the most for all of the operator's buses in a day where it sells such a
        /// ticket.
        package var single: Double
        package var day: Double?
        /// First and last day: "2026-06-16"; nil where there is none.
        package var from: String?
        package var until: String?
        /// Where the study says it, to begin a sentence with: "study.yaml, line 12, travel.fares[1]".
        package var place: String

        package init(
            name: String, single: Double, day: Double? = nil, from: String? = nil, until: String? = nil, place: String
        ) {
            self.name = name
            self.single = single
            self.day = day
            self.from = from
            self.until = until
            self.place = place
        }
    }

    /// Lines that cannot be crossed, or only at a cost.
    package struct Barrier: Hashable, Sendable {
        /// For people: "the River Wendle".
        package var title: String
        /// Minutes that crossing it once takes; nil where it cannot be crossed.
        package var minutes: Double?
        /// In the study's coordinate system.
        package var lines: [[Point]]

        package init(title: String, minutes: Double?, lines: [[Point]]) {
            self.title = title
            self.minutes = minutes
            self.lines = lines
        }
    }

    /// Where a barrier can be crossed.
    package struct Crossing: Hashable, Sendable {
        /// For people: "Wendle Bridge".
        package var title: String
        package var point: Point
        /// Minutes that crossing here once takes.
        package var minutes: Double
        /// Whether buses and cars cross here too.
        package var carriesVehicles: Bool

        package init(title: String, point: Point, minutes: Double, carriesVehicles: Bool = true) {
            self.title = title
            self.point = point
            self.minutes = minutes
            self.carriesVehicles = carriesVehicles
        }
    }

    package var by: Kind
    package var streets: DataFile?
    package var timetable: Timetable?
    /// Operators whose prices the study states.
    package var fares: [OperatorFare]
    package var barriers: [Barrier]
    package var crossings: [Crossing]
    package var matrix: MatrixRequest?
    /// For households with a car, where they need something else.
    package var matrixWithCar: MatrixRequest?

    package init(
        by: Kind = .straightLine, streets: DataFile? = nil, timetable: Timetable? = nil, fares: [OperatorFare] = [],
        barriers: [Barrier] = [], crossings: [Crossing] = [], matrix: MatrixRequest? = nil,
        matrixWithCar: MatrixRequest? = nil
    ) {
        self.by = by
        self.streets = streets
        self.timetable = timetable
        self.fares = fares
        self.barriers = barriers
        self.crossings = crossings
        self.matrix = matrix
        self.matrixWithCar = matrixWithCar
    }

    /// The same without barriers, so that a plan with and without them can be compared.
    package var withoutBarriers: TravelRequest {
        var request = self
        request.barriers = []
        request.crossings = []
        if by == .facesAndGates { request.by = .straightLine }
        return request
    }
}

/// A table of journeys that another engine worked out.
package struct MatrixRequest: Hashable, Sendable {
    package enum Unit: String, Codable, Sendable, CaseIterable {
        case minutes, seconds, metres
    }

    package enum Direction: String, Codable, Sendable, CaseIterable {
        /// Counts twice: there, and as long back.
        case oneWay
        case thereAndBack
    }

    package enum Missing: Hashable, Sendable {
        case unreachable, error
        /// In the table's own unit and direction.
        case value(Double)
    }

    package var file: TravelRequest.DataFile
    /// Columns; nil to find them by the names that other engines give them.
    package var from: String?
    package var to: String?
    package var cost: String?
    /// nil where the columns say it.
    package var unit: Unit?
    package var direction: Direction?
    package var missing: Missing
    /// One row an area and a column a site, instead of one row a pair.
    package var isWide: Bool
    /// Where the study asks for it, to begin a sentence with: "study.yaml, line 12, travel.matrix".
    package var place: String

    package init(
        file: TravelRequest.DataFile, from: String? = nil, to: String? = nil, cost: String? = nil, unit: Unit? = nil,
        direction: Direction? = nil, missing: Missing = .unreachable, isWide: Bool = false, place: String
    ) {
        self.file = file
        self.from = from
        self.to = to
        self.cost = cost
        self.unit = unit
        self.direction = direction
        self.missing = missing
        self.isWide = isWide
        self.place = place
    }
}
