package import HubModel

/// What each hub more in doubly disadvantaged places costs, or each hub more or fewer: step by step what was found, and what
/// no list can beat. Reports render it and calculate nothing.
package struct FrontierRecord: Sendable {
    /// What the steps count.
    package enum Kind: String, Sendable {
        /// Hubs asked for in the places of a rule.
        case share
        /// Hubs in all.
        case hubs
    }

    /// What was found for one step.
    package struct Step: Sendable {
        /// Hubs asked for: in the rule's places, or in all.
        package var asked: Int
        /// Hubs of the plan in the rule's places; nil without a plan or a rule.
        package var inside: Int?
        /// Region sites, ascending; empty where no plan is known.
        package var hubs: [UInt32] = []
        /// The step whose solve gave the plan; nil without one.
        package var solvedAt: Int?
        /// Σ weight × f(minutes); nil without a plan.
        package var objective: Int64?
        /// No plan of the step has a lower objective.
        package var bound: Int64 = 0
        /// What the plan gives, in the unit of the record; nil without a plan.
        package var value: Double?
        /// What no plan of the step can beat, in the same unit; nil where nothing is known.
        package var limit: Double?
        package var everyone: TravelFigures?
        package var withoutCar: TravelFigures?
        /// Why no plan can keep the rules; nil where one can, or where it is not known.
        package var clash: String?

        package init(asked: Int) {
            self.asked = asked
        }

        /// Nobody can do better: what was found and what no plan can beat are the same.
        package var isProved: Bool { value != nil && value == limit }
    }

    /// What one step costs beside another, plan beside plan and at the widest.
    package struct Price: Sendable {
        /// The step that is priced, and the one beside which.
        package var asked: Int
        package var base: Int
        /// In the unit of the record, worse is more: the true price lies between the two.
        package var least: Double
        package var most: Double
        /// Between the two plans found: children within the limit, fewer being below 0; and mean minutes.
        package var reachedChange: Int64
        package var minutesChange: Double?

        package init(
            asked: Int, base: Int, least: Double, most: Double, reachedChange: Int64, minutesChange: Double?
        ) {
            self.asked = asked
            self.base = base
            self.least = least
            self.most = most
            self.reachedChange = reachedChange
            self.minutesChange = minutesChange
        }
    }

    /// The steps under one rule.
    package struct Curve: Sendable {
        /// Index into `Region.rules`; nil where the study has none.
        package var rule: Int?
        /// Ascending.
        package var steps: [Step]
        /// nil where one of the two steps has no plan.
        package var price: Price?

        package init(rule: Int?, steps: [Step], price: Price?) {
            self.rule = rule
            self.steps = steps
            self.price = price
        }
    }

    /// Sites that stand in the plan of a step under every rule.
    package struct Survivors: Sendable {
        package var asked: Int
        /// Region sites, ascending.
        package var sites: [UInt32]

        package init(asked: Int, sites: [UInt32]) {
            self.asked = asked
            self.sites = sites
        }
    }

    package var study: StudyIdentity
    package var version: String
    package var region: Region
    /// How minutes came about.
    package var quality: TravelQuality
    /// Index into `Region.services`.
    package var service: Int
    package var kind: Kind
    /// What values count.
    package var unit: SearchTrack.Unit
    /// Hubs in all; nil where the steps count them.
    package var hubs: Int?
    /// The gap asked for, as a fraction of the objective.
    package var gap: Double
    /// Each under its rule.
    package var curves: [Curve]
    /// Of every step that has a plan under every rule; empty for a single rule.
    package var survivors: [Survivors]
    /// Sentences that a reader should know.
    package var remarks: [String]
    /// Why not every step was looked at; nil where each was.
    package var stop: StopReason?
    /// Numbers of the checkpoints at which parts were stopped from outside.
    package var stoppedAt: [Int]
    package var solves: Int
    /// Units of work, the same on every machine.
    package var work: Int64

    package init(
        study: StudyIdentity, version: String, region: Region, quality: TravelQuality, service: Int, kind: Kind,
        unit: SearchTrack.Unit,
        hubs: Int?, gap: Double, curves: [Curve], survivors: [Survivors], remarks: [String], stop: StopReason?,
        stoppedAt: [Int], solves: Int, work: Int64
    ) {
        self.study = study
        self.version = version
        self.region = region
        self.quality = quality
        self.service = service
        self.kind = kind
        self.unit = unit
        self.hubs = hubs
        self.gap = gap
        self.curves = curves
        self.survivors = survivors
        self.remarks = remarks
        self.stop = stop
        self.stoppedAt = stoppedAt
        self.solves = solves
        self.work = work
    }

    package static let schema = "hubplan-frontier/1"
}
