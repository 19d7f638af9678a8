internal import HubModel

extension EstimatedModel {
    /// The journey there and back by one way of travelling, in whole seconds and pence; nil when this traveller cannot
    /// make it so: on foot beyond the longest walk, by car where none is used.
    ///
    /// Every part is non-decreasing in the metres and in the crossing minutes.
    /// - Parameters:
    ///   - mode: how the journey is made.
    ///   - metres: straight metres one way, 0 or more.
    ///   - crossingMinutes: minutes one way that crossing barriers takes, 0 or more.
    func trip(_ mode: JourneyMode, metres: Double, crossingMinutes: Double) -> Trip? {
        let streetMetres = street(metres)
        var trip = Trip(mode: mode)
        switch mode {
        case .onFoot:
            guard streetMetres <= walk.limit else { return nil }
            trip.walkSeconds = Self.seconds(2 * streetMetres * walk.minutesPerMetre)
        case .byBus:
            let changes = metres > bus.direct
            trip.walkSeconds = Self.seconds(bus.walkMinutes)
            trip.waitSeconds = Self.seconds(bus.waitMinutes * (changes ? 2 : 1))
            trip.rideSeconds = Self.seconds(bus.ride(metres))
            trip.interchanges = changes ? 2 : 0
            trip.pence = Self.whole(bus.pounds * 100)
        case .byCar:
            guard let car else { return nil }
            trip.parkingSeconds = Self.seconds(car.parking)
            trip.rideSeconds = Self.seconds(car.ride(streetMetres))
            trip.pence = Self.whole(car.poundsPerMetre * streetMetres * 100)
        case .byCycle, .asImported: return nil
        }
        trip.crossingSeconds = Self.seconds(2 * crossingMinutes)
        trip.homeSeconds = Self.seconds(homeMinutes(mode, metres: metres) + crossingMinutes)
        return trip
    }

    /// Minutes on the clock there and back, without crossings; they grow with the metres.
    func clockMinutes(_ mode: JourneyMode, metres: Double) -> Double {
        let streetMetres = street(metres)
        switch mode {
        case .onFoot: return 2 * streetMetres * walk.minutesPerMetre
        case .byBus:
            return bus.walkMinutes + bus.waitMinutes * (metres > bus.direct ? 2 : 1) + bus.ride(metres)
        case .byCar: return car.map { $0.parking + $0.ride(streetMetres) } ?? .infinity
        case .byCycle, .asImported: return .infinity
        }
    }

    /// Of those minutes, the ones of the way home. Buses are rarer then; all else is the same both ways.
    func homeMinutes(_ mode: JourneyMode, metres: Double) -> Double {
        guard mode == .byBus else { return clockMinutes(mode, metres: metres) / 2 }
        return bus.walkMinutes / 2 + bus.homeWaitMinutes * (metres > bus.direct ? 2 : 1) + bus.ride(metres) / 2
    }

    /// Generalised minutes there and back by one way of travelling, without crossings; they grow with the metres.
    func weightedMinutes(_ mode: JourneyMode, metres: Double) -> Double {
        switch mode {
        case .onFoot: footCost(street(metres))
        case .byBus: busCost(metres)
        case .byCar: car.map { carCost($0, street(metres)) } ?? .infinity
        case .byCycle, .asImported: .infinity
        }
    }

    private static func seconds(_ minutes: Double) -> Int32 { whole(minutes * 60) }

    /// Rounded half up, and no more than 32 bits hold.
    private static func whole(_ amount: Double) -> Int32 {
        Int32(min((amount + 0.5).rounded(.down), Double(Int32.max)))
    }
}
