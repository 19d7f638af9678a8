package import HubModel

/// The travellers that hubplan knows by name, each a full list of travel parameters to start from.
package enum Travellers {
    /// In the order in which they are offered.
    package static let names = ["parentWithPushchair", "childAlone11", "youngPersonAlone", "adult"]

    /// The settings of a named traveller; nil when there is none of that name.
    package static func settings(_ name: String) -> TravelSettings? {
        switch name {
        case "parentWithPushchair": parentWithPushchair
        case "childAlone11": childAlone11
        case "youngPersonAlone": youngPersonAlone
        case "adult": adult
        default: nil
        }
    }

    /// The parent pays; under-5s ride free. Hubs for the early years close by 18:00 or so, before buses thin out.
    package static let parentWithPushchair = TravelSettings(
        traveller: "a parent on foot with a pushchair and an under-5",
        parameters: TravelDefaults.list(
            walkSpeed: .init(3.8, "general knowledge: 3.6 to 4.0 km/h with a pushchair, not verified", .assumed),
            walkLimit: .init(3219, "statutory walking distance under the age of 8: 2 miles, a ceiling", .lookedUp),
            fullFares: .init(1, "the parent pays and under-5s ride free", .lookedUp),
            halfFares: .init(0, "under-5s ride free", .lookedUp),
            homeBuses: .init(1, "home before 18:30, when daytime's buses still run", .assumed),
            carUsed: .init(1, "the parent drives where the household has a car; it may be away at that hour", .assumed),
            streets: StreetDefaults.parentWithPushchair
        )
    )

    package static let childAlone11 = TravelSettings(
        traveller: "an 11-year-old alone",
        parameters: TravelDefaults.list(
            walkSpeed: .init(4.2, "no source for 11-year-olds alone: between a child's and an adult's speed", .assumed),
            walkLimit: .init(4828, "statutory walking distance from the age of 8: 3 miles, a ceiling", .lookedUp),
            fullFares: .init(0, "the child travels alone", .assumed),
            halfFares: .init(1, "5 to 15 commonly pay half; each council's choice", .lookedUp),
            homeBuses: .init(0.36, TravelDefaults.eveningSource, .measured),
            carUsed: .init(0, "the child travels alone; 1 lets the household's car drive it", .assumed),
            streets: StreetDefaults.childAlone11
        )
    )

    /// No car of their own, but they may be driven where the household has one.
    package static let youngPersonAlone = TravelSettings(
        traveller: "a young person of secondary-school age alone",
        parameters: TravelDefaults.list(
            walkSpeed: .init(4.8, "DfT journey-time statistics, the adult's speed", .lookedUp),
            walkLimit: .init(4828, "statutory walking distance from the age of 8: 3 miles, a ceiling", .lookedUp),
            fullFares: .init(0, "the young person travels alone", .assumed),
            halfFares: .init(1, "5 to 15 commonly pay half, each council's choice; assumed for 16 to 18", .assumed),
            homeBuses: .init(0.36, TravelDefaults.eveningSource, .measured),
            carUsed: .init(1, "driven where the household has a car; it may be away at that hour", .assumed),
            streets: StreetDefaults.youngPersonAlone
        )
    )

    package static let adult = TravelSettings(
        traveller: "an adult",
        parameters: TravelDefaults.list(
            walkSpeed: .init(4.8, "DfT journey-time statistics", .lookedUp),
            walkLimit: .init(4828, "the statutory walking distance to school from the age of 8, 3 miles", .assumed),
            fullFares: .init(1, "the adult travels alone", .assumed),
            halfFares: .init(0, "the adult travels alone", .assumed),
            homeBuses: .init(1, "home before 18:30, when daytime's buses still run", .assumed),
            carUsed: .init(1, "the adult drives where the household has a car; it may be away at that hour", .assumed),
            streets: StreetDefaults.adult
        )
    )
}
