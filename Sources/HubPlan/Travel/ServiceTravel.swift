package import HubModel
internal import TravelCosts

/// How far the children of one service are from the nearest site that could serve them, and how they would get there.
package struct ServiceTravel: Sendable {
    /// The children of one kind of household.
    package struct Children: Sendable {
        package var household: Household
        package var count: Int64
        /// Pairs of an area and a site that can be travelled.
        package var pairs: Int
        /// Children in areas from which no site can be reached and left again, and the number of those areas.
        package var stranded: Int64
        package var strandedAreas: Int
        /// Generalised minutes there and back that half of those who can travel need at most, and nine in ten; nil when
        /// nobody can.
        package var half: Double?
        package var nineInTen: Double?
        /// Children by the way of their journey, in the order of `JourneyMode.allCases`, those with none left out.
        package var modes: [(mode: JourneyMode, children: Int64)]
        /// Mean over those who can travel; nil when nobody can.
        package var poundsPerVisit: Double?
        /// The same over a year of visits; nil where the settings do not say how many those are.
        package var poundsPerYear: Double?
    }

    package var service: Service
    package var traveller: String
    package var quality: TravelQuality
    package var areas: Int
    package var sites: Int
    package var children: [Children]

    init(_ service: Service, demand: [DemandPoint], table: any JourneyTable) {
        self.service = service
        traveller = table.settings.traveller
        quality = table.quality
        areas = table.areaCount
        sites = table.siteCount
        let nearest = NearestJourneys(table)
        let visits = table.settings.parameters.first { $0.key == "visits.year" }?.value
        children = Household.allCases.map { household in
            let counts = (0..<table.areaCount).map { demand[2 * $0 + household.rawValue].children }
            return Self.children(
                household, counts, nearest.journeys(household, where: counts.map { $0 > 0 }),
                pairs: table.pairCount(household), visits: visits)
        }
    }

    private static func children(
        _ household: Household, _ counts: [Int64], _ journeys: [JourneyParts?], pairs: Int, visits: Double?
    ) -> Children {
        var children = Children(
            household: household, count: counts.reduce(0, +), pairs: pairs, stranded: 0, strandedAreas: 0, modes: [])
        var travelled: [(tenths: TenthMinutes, children: Int64)] = []
        var pounds = 0.0
        var byMode: [JourneyMode: Int64] = [:]
        for (area, count) in counts.enumerated() where count > 0 {
            guard let journey = journeys[area] else {
                children.stranded += count
                children.strandedAreas += 1
                continue
            }
            travelled.append((journey.total, count))
            pounds += journey.pounds * Double(count)
            byMode[journey.mode, default: 0] += count
        }
        travelled.sort { $0 < $1 }
        let all = travelled.reduce(Int64(0)) { $0 + $1.children }
        children.half = minutes(travelled, tenths: 5 * all)
        children.nineInTen = minutes(travelled, tenths: 9 * all)
        children.modes = JourneyMode.allCases.compactMap { mode in byMode[mode].map { (mode, $0) } }
        children.poundsPerVisit = all > 0 ? pounds / Double(all) : nil
        children.poundsPerYear = children.poundsPerVisit.flatMap { mean in visits.map { mean * $0 } }
        return children
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

/// Every area's journey to the site that is nearest to it.
private struct NearestJourneys {
    let table: any JourneyTable

    init(_ table: any JourneyTable) { self.table = table }

    /// - Parameter wanted: whether an area's journey is asked for.
    /// - Returns: one entry an area; nil where it is not asked for, or no site can be reached and left again.
    func journeys(_ household: Household, where wanted: [Bool]) -> [JourneyParts?] {
        var areasOf: [Int: [Int]] = [:]
        var row = TravelRow()
        for area in wanted.indices where wanted[area] {
            table.nearest(area: area, count: 1, into: &row)
            let minutes = household == .withCar ? row.withCar : row.withoutCar
            let least = row.sites.indices.min { (minutes[$0], row.sites[$0]) < (minutes[$1], row.sites[$1]) }
            guard let least, table.canTravel(area: area, household: household, site: Int(row.sites[least])) else {
                continue
            }
            areasOf[Int(row.sites[least]), default: []].append(area)
        }
        var journeys = [JourneyParts?](repeating: nil, count: wanted.count)
        for (site, areas) in areasOf {
            for (area, journey) in zip(areas, table.journeys(to: site, from: areas, household: household)) {
                journeys[area] = journey
            }
        }
        return journeys
    }
}
