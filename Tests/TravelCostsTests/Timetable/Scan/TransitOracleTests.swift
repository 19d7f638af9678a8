import HubModel
import HubPlanTestSupport
import Testing

@testable import TravelCosts

/// Every one of the 12,000 answers that two other engines agree on, within 0.15 s: the lengths of arcs are given in whole
/// millimetres and the answers in tenths of a second.
@Suite(.enabled(if: SharedData.has("newport/transit_oracle.csv.gz") && SharedData.has("newport/newport_gtfs.zip")))
struct TransitOracleTests {
    private struct Query {
        let name: String
        let direction: ConnectionScan.Direction
        let time: Int32
    }

    private static let queries = [
        Query(name: "out_by_1600", direction: .backward, time: 57_600),
        Query(name: "home_1800", direction: .forward, time: 64_800),
        Query(name: "home_2030", direction: .forward, time: 73_800),
    ]

    @Test func allAnswersAreMetToTheSecond() throws {
        let newport = try NewportBuses()
        let table = try SharedTable("newport/transit_oracle.csv.gz")
        try #require(table.rows.count == 12_000)
        let (hubs, homes) = (table.numbers("hub_node").map { Int($0) }, table.numbers("demand_node").map { Int($0) })
        let clocks = table.numbers("clock_s")
        let footpaths = newport.footpaths()
        var rules = ScanRules()
        rules.mostRides = 8
        var metres: [Int: [Double]] = [:]
        for node in Set(hubs + homes) { metres[node] = newport.metres(from: node) }
        let access = metres.mapValues { newport.access($0) }
        var (right, byBus) = (0, 0)
        for query in Self.queries {
            let scan = ConnectionScan(newport.day, footpaths, rules, query.direction)
            let sign = query.direction == .forward ? 1.0 : -1.0
            var arrivals: [Int: StopArrivals] = [:]
            for row in table.rows.indices where table.rows[row][2] == query.name {
                let (hub, home) = (hubs[row], homes[row])
                let found =
                    arrivals[hub]
                    ?? scan(
                        access[hub]!.map { StopWalk(stop: $0.stop, seconds: Int32($0.seconds.rounded(.up))) },
                        at: query.time, within: 86_400)
                arrivals[hub] = found
                let bus =
                    access[home]!.compactMap { walk in
                        found.time(atStop: walk.stop).map { sign * Double($0) + walk.seconds }
                    }.min() ?? .infinity
                let foot = sign * Double(query.time) + metres[hub]![home] / NewportBuses.metresPerSecond
                let answer = sign * min(bus, foot)
                if abs(answer - clocks[row]) <= 0.15 { right += 1 }
                if bus < foot { byBus += 1 }
            }
        }
        #expect(right == 12_000)
        #expect(byBus > 1500)
    }
}
