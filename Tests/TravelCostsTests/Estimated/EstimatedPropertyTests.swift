import HubModel
import Testing

@testable import TravelCosts

/// What must hold for any distance and any allowed settings.
struct EstimatedPropertyTests {
    /// Settings with every value moved at random within its range.
    private func shaken(_ base: TravelSettings, _ random: inout SeededGenerator) -> TravelSettings {
        var settings = base
        for parameter in base.parameters {
            let factor = Double.random(in: 0.4...2.5, using: &random)
            let value: Double? =
                switch parameter.key {
                case "street.near", "street.far": Double.random(in: 1...3, using: &random)
                case "bus.home", "fare.half": Double.random(in: 0.05...1, using: &random)
                case "car.used": Double(Int.random(in: 0...1, using: &random))
                case "journey.longest": Double.random(in: 30...1440, using: &random)
                case "bus.near", "car.near": nil
                case "bus.middle", "car.middle": parameter.value * Double.random(in: 1...3, using: &random)
                default: parameter.value * factor
                }
            if let value { _ = settings.set(parameter.key, to: value) }
        }
        return settings
    }

    private func traveller(_ index: Int) -> TravelSettings {
        Travellers.settings(Travellers.names[index % Travellers.names.count]) ?? Travellers.adult
    }

    @Test func minutesNeverFallWithDistanceNorByHavingACar() throws {
        var random = SeededGenerator(seed: 11)
        var fallen = 0
        var dearerWithACar = 0
        for round in 0..<50 {
            let settings = round < 4 ? traveller(round) : shaken(traveller(round), &random)
            let model = try [EstimatedModel(.urban, settings), EstimatedModel(.rural, settings)]
            for pair in 0..<2000 {
                let scale = [500.0, 5000, 50_000, 500_000][pair % 4]
                let near = Double.random(in: 0...scale, using: &random)
                let far = pair % 8 < 4 ? near.nextUp : near + Double.random(in: 0...scale, using: &random)
                for one in model {
                    let (a, b) = (one.minutes(near), one.minutes(far))
                    if a.withoutCar > b.withoutCar || a.withCar > b.withCar { fallen += 1 }
                    if a.withCar > a.withoutCar { dearerWithACar += 1 }
                }
            }
        }
        #expect(fallen == 0)
        #expect(dearerWithACar == 0)
    }

    @Test func minutesNeverFallAcrossTheLimitsOfTheModel() throws {
        for name in Travellers.names {
            let settings = try #require(Travellers.settings(name))
            for settlement in Settlement.allCases {
                let model = try EstimatedModel(settlement, settings)
                let walkLimit = 2000 + (settings["walk.limit"] - 2660) / 1.22
                for edge in [2000, 3000, 10_000, 15_000, walkLimit] {
                    var metres = edge - 1e-6
                    var before = model.minutes(metres)
                    while metres < edge + 1e-6 {
                        metres += 1e-8
                        let after = model.minutes(metres)
                        try #require(before.withoutCar <= after.withoutCar && before.withCar <= after.withCar)
                        before = after
                    }
                }
            }
        }
    }

    @Test func partsSumToTheWholeForEveryPair() throws {
        var random = SeededGenerator(seed: 12)
        for round in 0..<40 {
            let metres = (0..<100).map { _ in Double.random(in: 0...[900, 9000, 90_000][round % 3], using: &random) }
            let travel = try oneRoad(shaken(traveller(round), &random), sitesAt: metres)
            for site in metres.indices {
                for household in Household.allCases {
                    for area in [urbanHome, ruralHome] {
                        let whole = travel.minutes(area: area, household: household, site: site)
                        let parts = travel.parts(area: area, household: household, site: site)
                        try #require(parts.total == whole)
                        try #require(parts[.crossing] == 0)
                        try #require(!parts.isCut || whole == travel.longest)
                    }
                }
            }
        }
    }
}
