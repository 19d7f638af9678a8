import HubModel
import Testing

@testable import TravelCosts

/// The plain twin: every site, sorted.
private func plainNearest(_ sites: [Point], to point: Point, count: Int) -> [UInt32] {
    let squared = sites.map { SiteGrid.squared($0.x - point.x, $0.y - point.y) }
    return sites.indices.sorted { (squared[$0], $0) < (squared[$1], $1) }.prefix(count).map { UInt32($0) }
}

struct SiteGridTests {
    /// Layouts that are hard on a grid.
    enum Layout: CaseIterable {
        case scattered, clustered, lattice, duplicates, line, oneSpot, outlier

        func sites(_ count: Int, _ random: inout SeededGenerator) -> [Point] {
            (0..<count).map { index in
                let x = Double.random(in: 0...50_000, using: &random)
                let y = Double.random(in: 0...80_000, using: &random)
                let near = Double.random(in: 0...300, using: &random)
                return switch self {
                case .scattered: Point(x: x, y: y)
                case .clustered: Point(x: index % 3 == 0 ? x : 20_000 + near, y: index % 3 == 0 ? y : 30_000 + x / 200)
                case .lattice: Point(x: (x / 5000).rounded() * 500, y: (y / 5000).rounded() * 500)
                case .duplicates: Point(x: (x / 20_000).rounded(), y: (y / 30_000).rounded())
                case .line: Point(x: x, y: 1234.5)
                case .oneSpot: Point(x: 400_000, y: 300_000)
                case .outlier: index == 0 ? Point(x: 9e7, y: -9e7) : Point(x: x, y: y)
                }
            }
        }
    }

    @Test(arguments: Layout.allCases)
    func findsWhatThePlainTwinFinds(layout: Layout) {
        var random = SeededGenerator(seed: 7)
        for count in [1, 2, 5, 60, 700] {
            let sites = layout.sites(count, &random)
            let grid = SiteGrid(sites)
            for wanted in [1, 3, 40, count, count + 10] {
                let inside = Point(
                    x: .random(in: 0...50_000, using: &random), y: .random(in: 0...80_000, using: &random))
                let onASite = sites[Int.random(in: 0..<count, using: &random)]
                let far = [
                    Point(x: -5e6, y: 40_000), Point(x: 25_000, y: 9e7), Point(x: 1e8, y: -1e8),
                    Point(x: 51_000, y: -9),
                ]
                for point in far + [inside, onASite] {
                    let found = grid.nearest(to: point, count: wanted).map(\.site)
                    #expect(found == plainNearest(sites, to: point, count: wanted))
                }
            }
        }
    }

    @Test func noSitesOrNoneWantedIsAnEmptyAnswer() {
        #expect(SiteGrid([]).nearest(to: Point(x: 0, y: 0), count: 5).isEmpty)
        #expect(SiteGrid([Point(x: 1, y: 1)]).nearest(to: Point(x: 0, y: 0), count: 0).isEmpty)
    }

    @Test func equalDistancesAreInTheOrderOfSiteNumbers() {
        let sites = [Point(x: 0, y: 3), Point(x: 5, y: 0), Point(x: 3, y: 4), Point(x: -4, y: 3), Point(x: 0, y: -5)]
        #expect(SiteGrid(sites).nearest(to: Point(x: 0, y: 0), count: 4).map(\.site) == [0, 1, 2, 3])
    }
}
