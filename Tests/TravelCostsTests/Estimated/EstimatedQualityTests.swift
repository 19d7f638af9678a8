import Foundation
import HubModel
import HubPlanTestSupport
import Testing

@testable import TravelCosts

/// The figures of `EstimatedTravel.quality`, measured again on Newport's streets and timetable.
@Suite(.enabled(if: SharedData.has("newport/walk_oracle.csv.gz")))
struct EstimatedQualityTests {
    /// Errors of an estimate as fractions of the truth.
    private struct Errors {
        var mean: Double
        var ninetieth: Double
        var bias: Double

        init(estimates: [Double], truths: [Double]) {
            let errors = zip(estimates, truths).map { abs($0 - $1) / $1 }.sorted()
            mean = errors.reduce(0, +) / Double(errors.count)
            ninetieth = errors[Int(0.9 * Double(errors.count - 1))]
            bias = estimates.reduce(0, +) / truths.reduce(0, +) - 1
        }
    }

    /// Metres between nodes of the street graph on the ellipsoid's local tangent plane, true to centimetres here.
    private struct Nodes {
        let points: [Point]

        init() throws {
            let table = try SharedTable("newport/walk_nodes.csv.gz")
            let (radius, squaredEccentricity, latitude) = (6_378_137.0, 0.006_694_379_99, 51.58 * Double.pi / 180)
            let bulge = 1 - squaredEccentricity * sin(latitude) * sin(latitude)
            let north = radius * (1 - squaredEccentricity) / (bulge * bulge.squareRoot()) * Double.pi / 180
            let east = radius / bulge.squareRoot() * cos(latitude) * Double.pi / 180
            points = zip(table.numbers("lon"), table.numbers("lat")).map { Point(x: $0 * east, y: $1 * north) }
        }

        func metres(_ a: Double, _ b: Double) -> Double { points[Int(a)].distance(to: points[Int(b)]) }
    }

    @Test func walksAreAsFarOffAsTheLabelSays() throws {
        let nodes = try Nodes()
        let walks = try SharedTable("newport/walk_oracle.csv.gz")
        let truths = walks.numbers("metres")
        let straight = zip(walks.numbers("source_node"), walks.numbers("target_node")).map(nodes.metres)
        try #require(truths.count == 20_000)
        let model = try EstimatedModel(.urban, Travellers.adult)

        let walked = truths.indices.filter { straight[$0] >= 50 && model.street(straight[$0]) <= model.walk.limit }
        let errors = Errors(estimates: walked.map { model.street(straight[$0]) }, truths: walked.map { truths[$0] })
        #expect(walked.count == 11_470)
        #expect(abs(errors.mean - 0.104) < 0.001)
        #expect(abs(errors.ninetieth - 0.216) < 0.001)
        #expect(abs(errors.bias + 0.014) < 0.001)
        #expect(errors.ninetieth <= EstimatedTravel.quality.errorBands[0].fraction)
    }

    /// What neither cancels between two sites nor evens out over a site's walks: the default error of ties.
    @Test func walksOfOneSiteTogetherAreOffByTheErrorOfTies() throws {
        let nodes = try Nodes()
        let walks = try SharedTable("newport/walk_oracle.csv.gz")
        let (sources, truths) = (walks.numbers("source_node"), walks.numbers("metres"))
        let straight = zip(sources, walks.numbers("target_node")).map(nodes.metres)
        let model = try EstimatedModel(.urban, Travellers.adult)
        var errors: [Double: [Double]] = [:]
        for walk in truths.indices where straight[walk] >= 50 && model.street(straight[walk]) <= model.walk.limit {
            errors[sources[walk], default: []].append(model.street(straight[walk]) / truths[walk] - 1)
        }
        let means = errors.values.filter { $0.count >= 10 }.map { $0.reduce(0, +) / Double($0.count) }.sorted()
        #expect(means.count == 100)
        let common = means.reduce(0, +) / Double(means.count)
        let own = means.map { abs($0 - common) }.reduce(0, +) / Double(means.count)
        #expect(abs(own - 0.059) < 0.001)
        #expect(TieSettings.standard == Int((own * 100).rounded()) * 10)
    }

    @Test(
        .enabled(if: SharedData.has("newport/transit_oracle.csv.gz")),
        arguments: [
            ("out_by_1600", 601, -0.26, 0.48), ("home_1800", 674, -0.13, 0.51), ("home_2030", 371, -0.16, 0.40),
        ])
    func busJourneysAreFurtherOff(query: String, count: Int, bias: Double, ninetieth: Double) throws {
        let nodes = try Nodes()
        let table = try SharedTable("newport/transit_oracle.csv.gz")
        let (journey, walk) = (table.numbers("journey_s"), table.numbers("walk_only_s"))
        let straight = zip(table.numbers("hub_node"), table.numbers("demand_node")).map(nodes.metres)
        let model = try EstimatedModel(.urban, Travellers.adult)
        let ridden = table.rows.indices.filter { table.rows[$0][2] == query && journey[$0] < walk[$0] - 6 }
        let estimates = ridden.map { row in
            let bus = (model.bus.walkMinutes + model.bus.waitMinutes + model.bus.ride(straight[row])) / 2
            return min(bus, model.street(straight[row]) * model.walk.minutesPerMetre)
        }
        let errors = Errors(estimates: estimates, truths: ridden.map { journey[$0] / 60 })
        #expect(ridden.count == count)
        #expect(abs(errors.bias - bias) < 0.01)
        #expect(abs(errors.ninetieth - ninetieth) < 0.01)
    }
}
