package import HubModel
internal import TravelCosts

/// How far the children of one service are from the nearest site that could serve them, and how they would get there.
package struct ServiceTravel: Sendable {
    /// The children of one kind of household.
    package struct Children: Sendable {
        /// How they would travel to the site of least minutes, what they would pay, and how many cannot.
        package var travel: HouseholdTravel
        /// Pairs of an area and a site that can be travelled.
        package var pairs: Int
        /// Areas with children from which no site can be reached and left again.
        package var strandedAreas: Int
        /// Generalised minutes there and back that half of those who can travel need at most, and nine in ten; nil when
        /// nobody can.
        package var half: Double?
        package var nineInTen: Double?

        /// Children by the way of their journey, in the order of `JourneyMode.allCases`, those with none left out.
        var modes: [(mode: JourneyMode, children: Int64)] {
            zip(JourneyMode.allCases, travel.byMode).filter { $0.1 > 0 }.map { ($0, $1) }
        }
    }

    package var service: Service
    package var traveller: String
    package var quality: TravelQuality
    package var areas: Int
    package var sites: Int
    package var children: [Children]
    /// How late sessions can close at each site, by its number among the service's sites; empty where that was not asked.
    package var closings: [LatestClosingTime] = []

    init(_ service: Service, nearest: ChosenSites) {
        let table = nearest.table
        self.service = service
        traveller = table.settings.traveller
        quality = table.quality
        areas = table.areaCount
        sites = table.siteCount
        let visits = table.settings.parameters.first { $0.key == "visits.year" }?.value
        children = Household.allCases.map { household in
            let journeys = nearest.journeys(household)
            let travelled = journeys.compactMap { point, journey in
                journey.map { (tenths: $0.total, children: point.children) }
            }.sorted { $0 < $1 }
            let all = travelled.reduce(Int64(0)) { $0 + $1.children }
            return Children(
                travel: HouseholdTravel(
                    household, journeys: journeys.map { ($0.point.children, $0.journey) }, visits: visits),
                pairs: table.pairCount(household), strandedAreas: journeys.count { $0.journey == nil },
                half: Self.minutes(travelled, tenths: 5 * all), nineInTen: Self.minutes(travelled, tenths: 9 * all))
        }
    }

    /// The first minutes by which so many tenths of children are there.
    private static func minutes(_ travelled: [(tenths: TenthMinutes, children: Int64)], tenths: Int64) -> Double? {
        var passed: Int64 = 0
        for (minutes, children) in travelled {
            passed += children
            if 10 * passed >= tenths { return Double(minutes) / 10 }
        }
        return nil
    }
}
