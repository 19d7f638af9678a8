internal import HubModel

/// A source of trips with what a household needs to use it.
package struct TravelWay: Sendable {
    package let source: any TripSource
    /// Whether only households with a car travel so.
    package let needsCar: Bool
    /// Sites of the source by the table's own numbers.
    private let siteNumbers: [UInt32]

    /// - Parameters:
    ///   - source: all of whose sites are the table's.
    ///   - needsCar: nil for a source of car trips alone.
    package init(_ source: any TripSource, needsCar: Bool? = nil) {
        self.init(source, needsCar: needsCar, sites: Array(0..<UInt32(clamping: source.siteCount)))
    }

    /// - Parameters:
    ///   - source: some of whose sites are the table's.
    ///   - needsCar: nil for a source of car trips alone.
    ///   - sites: numbers in the source, in the order of the table's own.
    package init(_ source: any TripSource, needsCar: Bool? = nil, sites: [UInt32]) {
        self.source = source
        self.needsCar = needsCar ?? (source.mode == .byCar)
        siteNumbers = sites
    }

    var mode: JourneyMode { source.mode }
    var siteCount: Int { siteNumbers.count }

    func trips(site: Int) -> SiteTrips { source.trips(site: Int(siteNumbers[site])) }

    /// The trips of several sites, in their order.
    func trips(sites: Range<Int>) -> [SiteTrips] { source.trips(sites: sites.map { Int(siteNumbers[$0]) }) }

    func trip(area: Int, site: Int) -> Trip? { trips(site: site).trip(from: UInt32(area)) }

    func legs(area: Int, site: Int) -> [JourneyLeg] {
        (source as? any JourneyTeller)?.legs(area: area, site: Int(siteNumbers[site])) ?? []
    }

    func refusal(area: Int, site: Int) -> String {
        (source as? any JourneyTeller)?.refusal(area: area, site: Int(siteNumbers[site])) ?? Self.refusal(mode)
    }

    /// Buses to a timetable, with their own number of the site; nil for another way of travelling.
    func buses(site: Int) -> (trips: BusTrips, site: Int)? {
        (source as? BusTrips).map { ($0, Int(siteNumbers[site])) }
    }

    func restricted(to sites: [UInt32]) -> TravelWay {
        TravelWay(source, needsCar: needsCar, sites: sites.map { siteNumbers[Int($0)] })
    }

    private static func refusal(_ mode: JourneyMode) -> String {
        switch mode {
        case .onFoot: "it is farther than the longest walk, or no way leads there"
        case .byBus: "no bus gets there in time and home again"
        case .byCar: "no road leads there and back"
        case .byCycle: "it is farther than the longest ride, or no way leads there and back"
        case .asImported: "the imported table gives no journey"
        }
    }
}

extension SiteTrips {
    /// The trip of one area; nil when it has none.
    package func trip(from area: UInt32) -> Trip? {
        var (low, high) = (0, areas.count)
        while low < high {
            let middle = (low + high) / 2
            if areas[middle] < area { low = middle + 1 } else { high = middle }
        }
        return low < areas.count && areas[low] == area ? trips[low] : nil
    }
}
