internal import HubModel

/// Where the children of one area go for one service: a line on the map.
struct Journey: Sendable {
    /// Index into `Region.areas`.
    var area: Int
    /// Index into `Region.sites`.
    var site: UInt32
    var childrenWithoutCar: Int64
    var childrenWithCar: Int64
    /// nil when households without a car go elsewhere.
    var minutesWithoutCar: TenthMinutes?
    /// nil when households with a car go elsewhere.
    var minutesWithCar: TenthMinutes?
}

extension ServiceView {
    /// One an area, or two where the two kinds of household go to different hubs; areas without children have none.
    var journeys: [Journey] {
        let pairs = demand.count / 2
        var result: [Journey] = []
        result.reserveCapacity(pairs)
        for area in 0..<pairs {
            let without = 2 * area
            let with = without + 1
            guard demand[without].children + demand[with].children > 0 else { continue }
            var journey = Journey(
                area: area, site: figures.assignedSite[without], childrenWithoutCar: demand[without].children,
                childrenWithCar: demand[with].children, minutesWithoutCar: figures.minutes[without],
                minutesWithCar: figures.minutes[with]
            )
            if figures.assignedSite[with] != journey.site {
                journey.childrenWithCar = 0
                journey.minutesWithCar = nil
                result.append(
                    Journey(
                        area: area, site: figures.assignedSite[with], childrenWithoutCar: 0,
                        childrenWithCar: demand[with].children, minutesWithoutCar: nil,
                        minutesWithCar: figures.minutes[with]
                    )
                )
            }
            result.append(journey)
        }
        return result
    }
}
