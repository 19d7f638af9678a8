package import HubModel

/// One way of travelling from an area to a site and home again, in what a family meets: seconds and pence, nothing
/// weighted yet. ``GeneralisedCost`` weights it by a traveller's settings.
package struct Trip: Hashable, Sendable {
    package var mode: JourneyMode
    /// Walking there and back, at the traveller's own speed.
    package var walkSeconds: Int32 = 0
    /// Waiting at stops there and back, and at the hub after it closes.
    package var waitSeconds: Int32 = 0
    /// In a bus or a car, there and back.
    package var rideSeconds: Int32 = 0
    /// Changes of bus, there and back.
    package var interchanges: UInt8 = 0
    /// Fares of the whole party there and back, or what the car costs to run.
    package var pence: Int32 = 0
    /// Penalties for roads, railways and rivers crossed, there and back.
    package var crossingSeconds: Int32 = 0
    /// Time between arriving and the start of the session.
    package var slackSeconds: Int32 = 0
    /// Finding a space and walking from it, there and back.
    package var parkingSeconds: Int32 = 0
    /// Of all those seconds, the ones of the way home; nil where the two ways are not known apart.
    package var homeSeconds: Int32?

    package init(mode: JourneyMode) { self.mode = mode }
}

/// The areas from which one site can be reached and left again by one way of travelling, and how.
package struct SiteTrips: Sendable {
    /// Ascending, without repeats.
    package var areas: [UInt32] = []
    /// One for each of `areas`.
    package var trips: [Trip] = []

    package init() {}
}

/// A way of travelling that knows its trips: on foot along streets or through gates, by bus to a timetable, by car.
///
/// All state is fixed at the start, so any number of threads may ask at once.
package protocol TripSource: Sendable {
    var mode: JourneyMode { get }
    var areaCount: Int { get }
    var siteCount: Int { get }
    /// Every trip to and from a site within the source's own limits. An area that is absent cannot make the journey.
    func trips(site: Int) -> SiteTrips
    /// Those of several sites, in their order; what ``trips(site:)`` gives for each, perhaps in less time.
    func trips(sites: [Int]) -> [SiteTrips]
}

extension TripSource {
    package func trips(sites: [Int]) -> [SiteTrips] { sites.map { trips(site: $0) } }
}
