package import HubModel

/// Why a plan has a site, or has not: whom it serves, what a plan with the change costs, and how sure that is. Reports
/// render it and calculate nothing.
package struct SiteCase: Sendable {
    /// What the study says about the site before anything is chosen.
    package enum Standing: String, Sendable {
        case free
        /// Stands today and is kept, or is required.
        case lockedIn
        /// Ruled out by the study.
        case lockedOut
    }

    /// Another plan beside the one that is asked about.
    package struct Change: Sendable {
        /// Region sites, ascending.
        package var gained: [UInt32]
        package var lost: [UInt32]
        /// That plan less this: children within the limit, and mean minutes; nil where they were not worked out.
        package var reached: Int64?
        package var minutes: Double?

        package init(gained: [UInt32], lost: [UInt32], reached: Int64? = nil, minutes: Double? = nil) {
            self.gained = gained
            self.lost = lost
            self.reached = reached
            self.minutes = minutes
        }
    }

    /// Index into `Region.sites`.
    package var site: UInt32
    package var isChosen: Bool
    package var standing: Standing
    /// Of the children that the hub serves; nil where it is not chosen.
    package var everyone: TravelFigures?
    package var withoutCar: TravelFigures?
    /// The best plan in which one hub changes and the others stay; nil where the rules allow none.
    package var single: Change?
    /// The best plan found with the change, every hub free to move; nil without one.
    package var anew: Change?
    /// What the change costs in the unit, worse being more: the true cost lies between the two. nil where unknown.
    package var least: Double?
    package var most: Double?
    /// Why no plan has the change.
    package var clash: String?

    package init(site: UInt32, isChosen: Bool, standing: Standing) {
        self.site = site
        self.isChosen = isChosen
        self.standing = standing
    }

    /// Known to the last figure.
    package var isProved: Bool { clash != nil || least != nil && least == most }
}

/// What cases are told with.
package struct CaseSetting: Sendable {
    package var region: Region
    /// Index into `Region.services`.
    package var service: Int
    package var unit: SearchTrack.Unit
    /// Hubs of the plan.
    package var hubs: Int
    /// What is told beside every answer, a sentence each.
    package var remarks: [String]

    package init(region: Region, service: Int, unit: SearchTrack.Unit, hubs: Int, remarks: [String]) {
        self.region = region
        self.service = service
        self.unit = unit
        self.hubs = hubs
        self.remarks = remarks
    }
}

/// Cases of one service in the order of their ranks, with what they are told with.
package struct ToldCases: Sendable {
    package var cases: [SiteCase]
    package var setting: CaseSetting
    /// Whether every site that needed a solve had one.
    package var isWhole: Bool

    package init(_ cases: [SiteCase], in setting: CaseSetting, isWhole: Bool) {
        self.cases = cases
        self.setting = setting
        self.isWhole = isWhole
    }
}
