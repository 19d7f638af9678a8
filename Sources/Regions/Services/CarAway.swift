internal import HubModel

/// Households with a car that somebody else is using at that hour: they travel as households without one do.
///
/// Their children move to the demand of households without a car, so that no burden is ever worked out for a mixture.
/// The chances are the settings `car.free.one` and `car.free.more`.
struct CarAway {
    /// Of the households with a car, the share with just one; one entry an area. nil where the study does not tell.
    private let onlyOne: [Double]?

    init(_ tables: AreaTables, total: [Double], withoutCar: [Double]) throws {
        guard let households = tables.study.households, let oneCar = households.oneCar, let more = households.twoOrMore
        else {
            onlyOne = nil
            return
        }
        let one = try tables.sums(StudyCounts(columns: [oneCar], place: oneCar.place), what: "households")
        let two = try tables.sums(more, what: "households")
        let counted = (one + two + withoutCar).reduce(0, +)
        let all = total.reduce(0, +)
        guard abs(counted - all) <= 0.01 * all else {
            throw more.place.failure(
                "households without a car, with one and with two or more come to \(counted.plain), but there "
                    + "are \(all.plain) households. Is a column missing, or counted twice?")
        }
        onlyOne = zip(one, two).map { one, two in one + two > 0 ? one / (one + two) : 1 }
    }

    /// Shares of children who travel as those without a car do.
    /// - Parameters:
    ///   - withoutCar: share of households without a car, one an area.
    ///   - travel: of the service.
    ///   - place: of the service's travel, for sentences.
    /// - Throws: when a chance is not from 0 to 1.
    func shares(
        _ withoutCar: [Double], travel: TravelSettings, place: StudyPlace, log: inout BuildLog
    ) throws -> [Double] {
        func chance(_ key: String) throws -> Double {
            guard let parameter = travel.parameters.first(where: { $0.key == key }) else { return 1 }
            guard (0...1).contains(parameter.value) else {
                throw place.failure(
                    "\(key) (\(parameter.title)) is \(parameter.value), but a chance is from 0 to 1.")
            }
            return parameter.value
        }
        let (one, more) = (try chance("car.free.one"), try chance("car.free.more"))
        guard one < 1 || more < 1 else { return withoutCar }
        if onlyOne == nil {
            log.note(
                "The study's `households` does not tell one car from two or more, so `car.free.one` holds for every "
                    + "household with a car.")
        }
        return withoutCar.indices.map { area in
            let single = onlyOne?[area] ?? 1
            let away = single * (1 - one) + (1 - single) * (1 - more)
            return min(1, withoutCar[area] + (1 - withoutCar[area]) * away)
        }
    }
}
