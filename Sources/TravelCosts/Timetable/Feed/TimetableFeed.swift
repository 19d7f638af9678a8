package import HubModel

/// A timetable in the General Transit Feed Specification (GTFS Schedule Reference, gtfs.org), checked and numbered.
///
/// Numbers of agencies, stops, routes, services and trips are their places in these arrays, in the order of the files.
package struct TimetableFeed: Sendable {
    /// As the caller gave it.
    package var path: String
    package internal(set) var agencies: [Agency] = []
    package internal(set) var stops: [Stop] = []
    package internal(set) var routes: [Route] = []
    package internal(set) var services: [Service] = []
    package internal(set) var trips: [Trip] = []
    /// Visits of all trips, trip by trip, each trip's in order of time.
    package internal(set) var visits: [Visit] = []
    package internal(set) var transfers: [Transfer] = []
    package internal(set) var fares = FeedFares()
    /// What a reader of the results should know; never fatal.
    package internal(set) var findings: [Finding] = []

    /// An operator.
    package struct Agency: Hashable, Sendable {
        package var id: String
        package var name: String
    }

    /// A place where buses stop, or a station of several.
    package struct Stop: Hashable, Sendable {
        package var id: String
        package var name: String
        /// Degrees east and north (WGS 84); nil where the feed gives no usable place.
        package var place: Point?
        /// Fare zone; "" where there is none.
        package var zone: String
        /// The station that it belongs to.
        package var station: UInt32?
    }

    /// A line, as passengers know it.
    package struct Route: Hashable, Sendable {
        package var id: String
        /// What stands on the front of the bus: the short name, else the long one, else the id.
        package var name: String
        package var agency: UInt32
    }

    /// One journey of a vehicle, or one that is repeated.
    package struct Trip: Hashable, Sendable {
        package var id: String
        package var route: UInt32
        package var service: UInt32
        /// Where it goes, as the bus says; "" where it does not.
        package var headsign: String
        /// Places in `visits`.
        package var visits: Range<Int>
        /// When it is repeated; empty where it runs once, at its own times.
        package var repeats: [Repeat]
    }

    /// A trip at one stop. Seconds after midnight of the day of service.
    package struct Visit: Hashable, Sendable {
        package var stop: UInt32
        package var arrival: Int32
        package var departure: Int32
        /// Also where the driver or the operator must be asked first.
        package var canBoard: Bool
        package var canAlight: Bool
    }

    /// A stretch of the day in which a trip starts every so often.
    package struct Repeat: Hashable, Sendable {
        package var start: Int32
        /// No trip starts at this time or later.
        package var end: Int32
        package var headway: Int32
    }

    /// A rule of `transfers.txt` for changing from one stop, or station, to another.
    package struct Transfer: Hashable, Sendable {
        package var from: UInt32
        package var to: UInt32
        package var isPossible: Bool
        /// Least time that the change takes; nil where the rule gives none.
        package var seconds: Int32?
    }
}
