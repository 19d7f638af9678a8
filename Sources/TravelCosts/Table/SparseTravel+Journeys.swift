package import HubModel

extension SparseTravel {
    package func pairCount(_ household: Household) -> Int {
        pairs.sites.indices.count { pairs.canTravel(at: $0, household) }
    }

    package func canTravel(area: Int, household: Household, site: Int) -> Bool {
        pairs.place(area: area, site: site).map { pairs.canTravel(at: $0, household) } ?? false
    }

    package func options(area: Int, household: Household, site: Int) -> [JourneyOption] {
        var possible: [JourneyParts] = []
        var refused: [JourneyOption] = []
        for (number, way) in tripWays.enumerated() {
            if way.needsCar, household == .withoutCar {
                refused.append(JourneyOption(refused: way.mode, because: "the household has no car"))
            } else if let trip = way.trip(area: area, site: site) {
                possible.append(cost.parts(trip))
            } else {
                let teller = number < ways.count ? ways[number] : way
                refused.append(JourneyOption(refused: way.mode, because: teller.refusal(area: area, site: site)))
            }
        }
        let cheapestFirst = possible.enumerated().sorted {
            ($0.element.total, $0.offset) < ($1.element.total, $1.offset)
        }
        return cheapestFirst.map { JourneyOption($0.element) } + refused
    }

    package func journeys(to site: Int, from areas: [Int], household: Household) -> [JourneyParts?] {
        var best = [(tenths: TenthMinutes, trip: Trip)?](repeating: nil, count: areas.count)
        for way in tripWays where household == .withCar || !way.needsCar {
            let trips = way.trips(site: site)
            for (place, area) in areas.enumerated() {
                guard let trip = trips.trip(from: UInt32(area)) else { continue }
                let tenths = cost.tenths(trip)
                if best[place].map({ tenths < $0.tenths }) ?? true { best[place] = (tenths, trip) }
            }
        }
        return best.map { $0.map { cost.parts($0.trip) } }
    }

    package func legs(area: Int, household: Household, site: Int) -> [JourneyLeg] {
        guard let mode = options(area: area, household: household, site: site).first(where: { $0.parts != nil })?.mode
        else { return [] }
        return ways.first { $0.mode == mode && (household == .withCar || !$0.needsCar) }?.legs(area: area, site: site)
            ?? []
    }
}
