import HubModel
import Testing

@testable import Reports

@Suite struct MapDataTests {
    /// England has 33,755 areas and 24,000 sites. At what one of each takes here, its map stays under 6 MB, and the
    /// page, whose script and drawings take 2 MB more, under 8.
    @Test func smallEnoughForEngland() throws {
        var record = SampleRun.record()
        record.region.areaOutlines = []
        let whole = try size(record)
        var fewerSites = record
        for site in 20..<60 where site != 44 { fewerSites.region.sites[site].suits = 0 }
        let perSite = Double(whole - (try size(fewerSites))) / 33
        #expect(perSite > 0)
        // 150 areas with their share of everything else.
        let perArea = Double(try size(fewerSites)) / 150
        #expect(33_755 * perArea + 24_000 * perSite < 6_000_000)
    }

    @Test func ringsAreStepsFromPointToPoint() throws {
        var record = SampleRun.record()
        record.region.backdrop = [
            Neighbourhood(
                code: "a", name: "A",
                outline: Outline(polygons: [
                    [[Point(x: 0.5, y: 51), Point(x: 0.50001, y: 51.00002), Point(x: 0.5, y: 51)]]
                ])
            )
        ]
        let json = try MapData(degrees: { $0 }, simplified: { $0 }).json(RunView(record)).compact
        #expect(json.contains(#""backdrop":[{"name":"A","shape":[[[50000,5100000,1,2,-1,-2]]]}]"#))
    }

    @Test func openSitesAreNoCandidates() throws {
        let view = RunView(SampleRun.record())
        let json = try MapData(degrees: { $0.map { Point(x: $0.x / 1e6, y: $0.y / 1e6) } }, simplified: { $0 }).json(
            view)
        guard case .object(let members) = json,
            case .array(let services)? = members.first(where: { $0.0 == "services" })?.1,
            case .object(let first)? = services.first,
            case .array(let candidates)? = first.first(where: { $0.0 == "candidates" })?.1
        else {
            Issue.record("the map data has another shape")
            return
        }
        #expect(candidates.count == 2 * (60 - 3))
    }

    private func size(_ record: RunRecord) throws -> Int {
        // Degrees of the size that England has.
        let degrees: ([Point]) -> [Point] = { $0.map { Point(x: $0.x / 1e6, y: 50 + $0.y / 1e6) } }
        return try MapData(degrees: degrees, simplified: { $0 }).json(RunView(record)).compact.utf8.count
    }
}
