package import HubModel

extension EstimatedTravel: JourneyTable {
    package var quality: TravelQuality { Self.quality }

    package func pairCount(_ household: Household) -> Int { areaCount * siteCount }

    /// A bus of common quality is taken to run everywhere, so everybody can travel; whatever it costs.
    package func canTravel(area: Int, household: Household, site: Int) -> Bool { true }

    package func options(area: Int, household: Household, site: Int) -> [JourneyOption] {
        let metres = squaredMetres(area: area, site: site).squareRoot()
        let model = model(area)
        let streetMetres = model.street(metres)
        var possible = [parts(of: model.ridden(metres), minutes: model.busCost(metres))]
        var refused: [JourneyOption] = []
        if streetMetres <= model.walk.limit {
            possible.insert(parts(of: model.walked(streetMetres), minutes: model.footCost(streetMetres)), at: 0)
        } else {
            let (far, most) = (Int(nearest: streetMetres).grouped, Int(nearest: model.walk.limit).grouped)
            refused.append(
                JourneyOption(
                    refused: .onFoot,
                    because: "about \(far) metres along streets is farther than the longest walk of \(most)"))
        }
        if let car = model.car, household == .withCar {
            possible.append(parts(of: model.driven(car, streetMetres), minutes: model.carCost(car, streetMetres)))
        } else {
            let why = model.car == nil ? "the traveller does not use one" : "the household has no car"
            refused.append(JourneyOption(refused: .byCar, because: why))
        }
        let cheapestFirst = possible.enumerated().sorted {
            ($0.element.total, $0.offset) < ($1.element.total, $1.offset)
        }
        return cheapestFirst.map { JourneyOption($0.element) } + refused
    }

    private func parts(of journey: EstimatedModel.Journey, minutes: Double) -> JourneyParts {
        let shares = JourneyParts.Part.allCases.map { journey.cost[$0] ?? 0 }
        return JourneyParts(
            mode: journey.mode, tenths: largestRemainder(of: whole(minutes), by: shares), pounds: journey.pounds,
            clockMinutes: journey.clockMinutes, homeMinutes: journey.homeMinutes,
            isCut: minutes * 10 + 0.5 >= Double(longest) + 1)
    }

    package func journeys(to site: Int, from areas: [Int], household: Household) -> [JourneyParts?] {
        areas.map { parts(area: $0, household: household, site: site) }
    }

    package func legs(area: Int, household: Household, site: Int) -> [JourneyLeg] { [] }
}
