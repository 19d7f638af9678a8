internal import Foundation
internal import HubModel
internal import Spatial
internal import TravelCosts

extension JourneyAnswer {
    /// For other programs.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(Document(self)), as: UTF8.self)
    }

    /// Writes the journeys as lines in longitude and latitude, whole or not at all. Where the way is not known a straight
    /// line stands for it, and `isStraight` says so.
    /// - Parameter path: of the GeoJSON file.
    /// - Throws: `SpatialError` where it cannot be written.
    package func writeGeoJSON(to path: String) throws {
        var layer = OutputLayer(
            name: "journey", crs: try CoordinateSystem(region.crs), geometry: .lines,
            fields: [
                OutputField("household", .text), OutputField("mode", .text), OutputField("direction", .text),
                OutputField("words", .text), OutputField("minutes", .real), OutputField("isStraight", .text),
            ])
        for choice in choices {
            guard let best = choice.options.first?.parts else { continue }
            let household = choice.household.document
            let legs = choice.legs.filter { $0.path.count > 1 }
            for leg in legs {
                layer.rows.append(
                    OutputRow(
                        [
                            .text(household), .text(best.mode.rawValue), .text(leg.isHome ? "home" : "out"),
                            .text(leg.words), .real((leg.minutes * 10).rounded() / 10), .text("no"),
                        ], shape: .lines([leg.path])))
            }
            guard legs.isEmpty else { continue }
            layer.rows.append(
                OutputRow(
                    [
                        .text(household), .text(best.mode.rawValue), .text("there and back"), .text(best.mode.title),
                        .real(Double(best.total) / 10), .text("yes"),
                    ], shape: .lines([[region.areas[area].point, region.sites[site].point]])))
        }
        let writer = try VectorWriter(path: path, format: .geoJSON)
        try writer.write(layer: layer)
        try writer.finish()
    }
}

extension Household {
    /// In files for other programs.
    fileprivate var document: String { self == .withCar ? "withCar" : "withoutCar" }
}

/// `hubplan-journey/1`.
private struct Document: Encodable {
    struct Way: Encodable {
        var mode: String
        var minutes: Double?
        var pounds: Double?
        var clockMinutes: Double?
        /// Minutes on the clock each way; left out where the two are not known apart.
        var there: Double?
        var back: Double?
        var parts: [String: Double]?
        var isCut: Bool?
        var refusal: String?

        init(_ option: JourneyOption) {
            mode = option.mode.rawValue
            refusal = option.refusal
            guard let journey = option.parts else { return }
            minutes = Double(journey.total) / 10
            pounds = journey.pounds
            clockMinutes = journey.clockMinutes
            there = journey.homeMinutes.map { journey.clockMinutes - $0 }
            back = journey.homeMinutes
            isCut = journey.isCut
            parts = Dictionary(
                uniqueKeysWithValues: JourneyParts.Part.allCases.map { ($0.rawValue, Double(journey[$0]) / 10) })
        }
    }

    struct Leg: Encodable {
        var words: String
        var minutes: Double
        var metres: Double?
        var isHome: Bool
    }

    struct Choice: Encodable {
        var household: String
        /// Cheapest first, then those that cannot be used.
        var ways: [Way]
        var legs: [Leg]
    }

    var schema = "hubplan-journey/1"
    var service: String
    var traveller: String
    var area: String
    var site: String
    var straightMetres: Double
    var minutesFrom: String
    var households: [Choice]

    init(_ answer: JourneyAnswer) {
        let (from, to) = (answer.region.areas[answer.area], answer.region.sites[answer.site])
        service = answer.service.id
        traveller = answer.traveller
        area = from.code
        site = to.id
        straightMetres = from.point.distance(to: to.point).rounded()
        minutesFrom = answer.quality.title
        households = answer.choices.map { choice in
            Choice(
                household: choice.household.document, ways: choice.options.map(Way.init),
                legs: choice.legs.map {
                    Leg(words: $0.words, minutes: $0.minutes, metres: $0.metres, isHome: $0.isHome)
                })
        }
    }
}
