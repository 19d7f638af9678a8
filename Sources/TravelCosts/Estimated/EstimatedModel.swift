internal import HubModel

/// Generalised minutes there and back in closed form over the straight line, for one kind of settlement.
///
/// Every term is non-decreasing in the straight line, in floating point too, and so is the lesser of two of them.
/// Walking stops at the traveller's limit, but the bus never does: with w the walk and b the bus, a journey of d metres
/// within the limit costs min(w(d), b(d)) ≤ b(d) ≤ b(e) for any e ≥ d beyond it. So minutes never fall with distance.
///
/// The generalised cost is the usual one: for each direction
/// `walk weight × walk + wait weight × wait + ride + interchange + 60 × money / value of time`.
struct EstimatedModel: Sendable {
    /// Street metres for straight metres.
    let street: DistanceBands
    let walk: Walking
    let bus: BusRiding
    let car: Driving?

    struct Walking: Sendable {
        /// Street metres, one way; the limit itself is walked.
        let limit: Double
        /// Unweighted minutes for a metre.
        let minutesPerMetre: Double
        /// Weighted minutes there and back for a street metre.
        let costPerMetre: Double
    }

    /// Sums are there and back.
    struct BusRiding: Sendable {
        /// Unweighted minutes of walking to and from stops.
        let walkMinutes: Double
        let walkCost: Double
        /// Unweighted minutes of waiting, without a change.
        let waitMinutes: Double
        let waitCost: Double
        /// Of `waitMinutes`, those of the way home.
        let homeWaitMinutes: Double
        /// Straight metres beyond which there is one change each way, which doubles the wait.
        let direct: Double
        let interchangeCost: Double
        let pounds: Double
        let fareCost: Double
        /// Ride minutes there and back for straight metres.
        let ride: DistanceBands
    }

    /// Sums are there and back.
    struct Driving: Sendable {
        let parking: Double
        let poundsPerMetre: Double
        let costPerMetre: Double
        /// Ride minutes there and back for street metres.
        let ride: DistanceBands
    }

    /// - Throws: `TravelError` when a parameter is missing or outside its range.
    init(_ settlement: Settlement, _ settings: TravelSettings) throws {
        let read = SettingsReader(settings)
        let minutesPerPound = try 60 / read.positive("time.value")
        street = try DistanceBands(
            end: read.notNegative("street.band"),
            near: read.within("street.near", 1...5),
            far: read.within("street.far", 1...5)
        )
        let walkMinutes = try Self.minutesPerMetre(read.positive("walk.speed"))
        let walkWeight = try read.notNegative("walk.weight")
        walk = try Walking(
            limit: read.notNegative("walk.limit"),
            minutesPerMetre: walkMinutes,
            costPerMetre: 2 * walkWeight * walkMinutes
        )
        bus = try Self.bus(
            settlement, read, walkMinutes: walkMinutes, walkWeight: walkWeight, minutesPerPound: minutesPerPound)
        let driving = try Self.driving(settlement, read, minutesPerPound: minutesPerPound)
        car = try read.flag("car.used") ? driving : nil
    }

    private static func minutesPerMetre(_ kilometresAnHour: Double) -> Double { 60 / (1000 * kilometresAnHour) }

    private static func bus(
        _ settlement: Settlement, _ read: SettingsReader, walkMinutes: Double, walkWeight: Double,
        minutesPerPound: Double
    ) throws -> BusRiding {
        let metres = try 2 * (read.notNegative("bus.access.\(settlement)") + read.notNegative("bus.egress"))
        let headway = try read.notNegative("bus.headway.\(settlement)")
        let ceiling = try read.notNegative("wait.ceiling")
        let share = try read.within("bus.home", 0.01...1)
        let homeWait = min(headway / share / 2, ceiling)
        let wait = min(headway / 2, ceiling) + homeWait
        let fullFare = try read.notNegative("fare.single")
        let fares =
            try read.notNegative("party.full") + read.notNegative("party.half") * read.within("fare.half", 0...1)
        let near = try read.notNegative("bus.near")
        return try BusRiding(
            walkMinutes: metres * walkMinutes,
            walkCost: metres * walkMinutes * walkWeight,
            waitMinutes: wait,
            waitCost: wait * read.notNegative("wait.weight"),
            homeWaitMinutes: homeWait,
            direct: read.notNegative("bus.direct"),
            interchangeCost: 2 * read.notNegative("bus.interchange"),
            pounds: 2 * fullFare * fares,
            fareCost: 2 * fullFare * fares * minutesPerPound,
            ride: DistanceBands(
                nearEnd: near,
                middleEnd: read.atLeast("bus.middle", near),
                near: 2 * minutesPerMetre(read.positive("bus.speed.near")),
                middle: 2 * minutesPerMetre(read.positive("bus.speed.middle")),
                far: 2 * minutesPerMetre(read.positive("bus.speed.far"))
            )
        )
    }

    private static func driving(
        _ settlement: Settlement, _ read: SettingsReader, minutesPerPound: Double
    ) throws -> Driving {
        let poundsPerMetre = try 2 * read.notNegative("car.cost") / 1000
        let near = try read.notNegative("car.near")
        return try Driving(
            parking: 2 * read.notNegative("car.parking"),
            poundsPerMetre: poundsPerMetre,
            costPerMetre: poundsPerMetre * minutesPerPound,
            ride: DistanceBands(
                nearEnd: near,
                middleEnd: read.atLeast("car.middle", near),
                near: 2 * minutesPerMetre(read.positive("car.speed.near.\(settlement)")),
                middle: 2 * minutesPerMetre(read.positive("car.speed.middle")),
                far: 2 * minutesPerMetre(read.positive("car.speed.far"))
            )
        )
    }
}

extension EstimatedModel {
    /// Generalised minutes there and back for each kind of household, neither rounded nor cut.
    /// - Parameter metres: the straight line, 0 or more.
    @inline(__always)
    func minutes(_ metres: Double) -> (withoutCar: Double, withCar: Double) {
        let streetMetres = street(metres)
        var withoutCar = busCost(metres)
        if streetMetres <= walk.limit {
            withoutCar = min(withoutCar, footCost(streetMetres))
        }
        guard let car else { return (withoutCar, withoutCar) }
        return (withoutCar, min(withoutCar, carCost(car, streetMetres)))
    }

    @inline(__always)
    func footCost(_ streetMetres: Double) -> Double { streetMetres * walk.costPerMetre }

    @inline(__always)
    func busCost(_ metres: Double) -> Double {
        let changes = metres > bus.direct ? bus.interchangeCost + bus.waitCost : 0
        return bus.walkCost + bus.waitCost + bus.fareCost + changes + bus.ride(metres)
    }

    @inline(__always)
    func carCost(_ car: Driving, _ streetMetres: Double) -> Double {
        car.parking + car.ride(streetMetres) + streetMetres * car.costPerMetre
    }
}
