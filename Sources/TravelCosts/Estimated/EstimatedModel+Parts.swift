internal import HubModel

extension EstimatedModel {
    /// A journey taken apart before rounding: weighted minutes there and back by part.
    struct Journey {
        var mode: JourneyMode
        var cost: [JourneyParts.Part: Double]
        var pounds: Double
        var clockMinutes: Double
        /// Of those, the ones of the way home.
        var homeMinutes: Double
    }

    /// The cheapest journey, by the same comparisons as `minutes(_:)`; on foot before bus before car among equals.
    func journey(_ metres: Double, _ household: Household) -> Journey {
        let streetMetres = street(metres)
        let onFoot = streetMetres <= walk.limit && footCost(streetMetres) <= busCost(metres)
        let withoutCar = onFoot ? footCost(streetMetres) : busCost(metres)
        if household == .withCar, let car, carCost(car, streetMetres) < withoutCar {
            return driven(car, streetMetres)
        }
        return onFoot ? walked(streetMetres) : ridden(metres)
    }

    func walked(_ streetMetres: Double) -> Journey {
        Journey(
            mode: .onFoot,
            cost: [.walk: footCost(streetMetres)],
            pounds: 0,
            clockMinutes: 2 * streetMetres * walk.minutesPerMetre,
            homeMinutes: streetMetres * walk.minutesPerMetre
        )
    }

    func ridden(_ metres: Double) -> Journey {
        let waits: Double = metres > bus.direct ? 2 : 1
        return Journey(
            mode: .byBus,
            cost: [
                .walk: bus.walkCost,
                .wait: bus.waitCost * waits,
                .ride: bus.ride(metres),
                .interchange: waits > 1 ? bus.interchangeCost : 0,
                .fare: bus.fareCost,
            ],
            pounds: bus.pounds,
            clockMinutes: bus.walkMinutes + bus.waitMinutes * waits + bus.ride(metres),
            homeMinutes: homeMinutes(.byBus, metres: metres)
        )
    }

    func driven(_ car: Driving, _ streetMetres: Double) -> Journey {
        Journey(
            mode: .byCar,
            cost: [
                .ride: car.ride(streetMetres),
                .parking: car.parking,
                .running: streetMetres * car.costPerMetre,
            ],
            pounds: streetMetres * car.poundsPerMetre,
            clockMinutes: car.parking + car.ride(streetMetres),
            homeMinutes: (car.parking + car.ride(streetMetres)) / 2
        )
    }
}
