internal import HubModel

/// Children of each area in each kind of household, in whole numbers that keep their totals.
struct DemandBuilder {
    let tables: AreaTables
    /// Share of households without a car, one an area, from 0 to 1.
    private let withoutCar: [Double]
    /// nil where the study does not tell households by cars.
    private let carAway: CarAway?

    init(tables: AreaTables, log: inout BuildLog) throws {
        self.tables = tables
        (withoutCar, carAway) = try Self.shares(tables, log: &log)
    }

    private static func shares(
        _ tables: AreaTables, log: inout BuildLog
    ) throws -> (withoutCar: [Double], carAway: CarAway?) {
        let codes = tables.frame.codes
        guard let households = tables.study.households else {
            log.warn(
                "The study does not say how many households have a car (`households`): all children count as living "
                    + "without one.")
            return (codes.map { _ in 1 }, nil)
        }
        func read(_ column: StudyColumn) throws -> [Double] {
            try tables.sums(StudyCounts(columns: [column], place: column.place), what: "households")
        }
        let total = try read(households.total)
        let without = try read(households.withoutCar)
        let over = codes.indices.filter { without[$0] > total[$0] }
        guard over.isEmpty else {
            let list = over.map { "\(codes[$0]): \(without[$0].plain) of \(total[$0].plain)" }
            throw households.withoutCar.place.failure(
                "\(Wording.count(over.count, "area")) "
                    + "\(Wording.verb(over.count, "has", "have")) more households without a car than households "
                    + "(\(Wording.firstFive(list))). Are the columns exchanged?")
        }
        let all = total.reduce(0, +)
        let overall = all > 0 ? without.reduce(0, +) / all : 1
        let empty = codes.indices.filter { total[$0] == 0 }
        if !empty.isEmpty {
            log.warn(
                "\(Wording.count(empty.count, "area")) "
                    + "\(Wording.verb(empty.count, "has", "have")) no households (first five: "
                    + "\(Wording.firstFive(empty.map { codes[$0] }))); children there are shared as in all areas "
                    + "together."
            )
        }
        return (
            codes.indices.map { total[$0] > 0 ? without[$0] / total[$0] : overall },
            try CarAway(tables, total: total, withoutCar: without)
        )
    }

    struct Built {
        var demand: [DemandPoint]
        var weightTitle: String
        var isNeedWeighted: Bool
    }

    /// - Parameters:
    ///   - service: whose demand.
    ///   - travel: how its people travel: the longest journey bounds the weights, and cars may be away.
    ///   - factors: how many times those counted are planned for, one an area; nil for once.
    ///   - log: told of what the study leaves open.
    func build(
        _ service: StudyService, travel: TravelSettings, factors: [Double]? = nil, log: inout BuildLog
    ) throws -> Built {
        let counted = tables.counted(try tables.sums(service.children, what: "children of \(service.id)"))
        let children = WholeCounts.carried(factors.map { zip(counted, $0).map { $0 * $1 } } ?? counted)
        guard children.contains(where: { $0 > 0 }) else {
            throw service.children.place.failure(
                "there is not one child of \(service.id) in any area. Check the columns.")
        }
        let shares =
            try carAway?.shares(withoutCar, travel: travel, place: service.travel.place, log: &log) ?? withoutCar
        let without = WholeCounts.part(of: children, shares: shares)
        let demand = children.indices.flatMap { area in
            Household.allCases.map { household in
                let count = household == .withoutCar ? without[area] : children[area] - without[area]
                return DemandPoint(area: UInt32(area), household: household, children: count, weight: count)
            }
        }
        guard let need = service.need else {
            return Built(demand: demand, weightTitle: "children", isNeedWeighted: false)
        }
        let limit = NeedWeights.limit(
            for: service.objective, longest: NeedWeights.longest(travel), services: tables.study.services.count)
        let weighted = try NeedWeights(need, tables: tables).weights(demand, limit: limit)
        let points = zip(demand, weighted.weights).map { point, weight in
            DemandPoint(area: point.area, household: point.household, children: point.children, weight: weight)
        }
        return Built(demand: points, weightTitle: weighted.title, isNeedWeighted: true)
    }
}

extension StudyCounts {
    init(columns: [StudyColumn], place: StudyPlace) {
        self.columns = columns
        self.place = place
    }
}
