internal import HubModel

/// The five classes of minutes that maps are coloured by. The service's own limits are among their edges.
struct MinuteBands: Hashable, Sendable {
    /// Upper edges of all but the last class, ascending; an edge itself belongs to the class below it.
    let edges: [TenthMinutes]

    init(_ service: Service) {
        let reach = service.reachLimit
        let far = max(service.outOfReachLimit, reach + 2)
        edges = [reach / 2, reach, reach + (far - reach) / 2, far]
    }

    static let count = 5

    func band(of minutes: TenthMinutes) -> Int {
        edges.firstIndex { minutes <= $0 } ?? edges.count
    }

    /// "up to 30 minutes", "over 30, up to 60 minutes", ...
    func title(of band: Int) -> String {
        if band == 0 { return "up to \(Words.limit(edges[0]))" }
        let from = Words.plain(Double(edges[band - 1]) / 10)
        guard band < edges.count else { return "over \(Words.limit(edges[band - 1]))" }
        return "over \(from), up to \(Words.limit(edges[band]))"
    }
}

/// Colours of maps and charts. The bands run from light to dark, so they hold in grey and for colour-blind eyes.
enum Palette {
    static let bands = ["#f3ebb8", "#a5d0ae", "#55a5b5", "#33689c", "#2c2a66"]
    static let hubs = ["#c43c00", "#7a1fa2", "#00695c", "#5d4037"]
    static let line = "#6b7280"
    static let place = "#111111"

    static func hub(_ service: Int) -> String { hubs[service % hubs.count] }
}
