package import HubModel

/// Several plans beside each other: each measured by the costs of every run, so that unlike is never held against unlike,
/// and what changes from the first to each other. Gathered above; reports render it and work nothing out.
package struct PlanComparison: Sendable {
    /// A run that takes part, as plan and as yardstick.
    package struct Run: Hashable, Sendable {
        /// The folder's name.
        package var name: String
        package var study: String
        package var studyPath: String
        package var sha256: String
        /// "proved best", "a list that was measured".
        package var standing: String
        /// How the minutes by its costs came about.
        package var quality: TravelQuality

        package init(
            name: String, study: String, studyPath: String, sha256: String, standing: String, quality: TravelQuality
        ) {
            self.quality = quality
            self.name = name
            self.study = study
            self.studyPath = studyPath
            self.sha256 = sha256
            self.standing = standing
        }
    }

    /// One service of a plan by the costs and rules of one run.
    package struct Cell: Sendable {
        /// Positions in `runs`.
        package var plan: Int
        package var yardstick: Int
        package var service: String
        package var title: String
        /// Hubs that were measured, and ids of those that are no site for the service there.
        package var hubs: Int
        package var unknown: [String]
        package var figures: ServiceFigures
        /// Figures of the children in doubly disadvantaged places; nil without a rule.
        package var doubly: TravelFigures?
        /// Under the rule of the yardstick's share; nil without one.
        package var share: ShareFigures?
        /// What that rule's places are called.
        package var called: String?
        package var keepsRules: Bool
        /// Children for whom no journey there and home is known.
        package var cannotTravel: Int64

        package init(
            plan: Int, yardstick: Int, service: String, title: String, hubs: Int, unknown: [String],
            figures: ServiceFigures, doubly: TravelFigures?, share: ShareFigures?, called: String?, keepsRules: Bool,
            cannotTravel: Int64
        ) {
            self.plan = plan
            self.yardstick = yardstick
            self.service = service
            self.title = title
            self.hubs = hubs
            self.unknown = unknown
            self.figures = figures
            self.doubly = doubly
            self.share = share
            self.called = called
            self.keepsRules = keepsRules
            self.cannotTravel = cannotTravel
        }
    }

    /// A site that holds a hub in some plan.
    package struct Site: Hashable, Sendable {
        package var service: String
        package var id: String
        /// Of the first run whose study knows it.
        package var name: String
        package var place: String
        /// One a run.
        package var isOpen: [Bool]

        package init(service: String, id: String, name: String, place: String, isOpen: [Bool]) {
            self.service = service
            self.id = id
            self.name = name
            self.place = place
            self.isOpen = isOpen
        }

        /// Whether every plan has it.
        package var isCore: Bool { isOpen.allSatisfy { $0 } }
    }

    /// Children who go to another hub.
    package struct Flow: Hashable, Sendable {
        package var service: String
        /// Ids of the hubs.
        package var from: String
        package var to: String
        package var children: Int64

        package init(service: String, from: String, to: String, children: Int64) {
            self.service = service
            self.from = from
            self.to = to
            self.children = children
        }
    }

    /// Who gains and who loses among some children.
    package struct Row: Hashable, Sendable {
        package var service: String
        /// "household", "disadvantage", "decile", "group", "place", or an attribute of the study's areas.
        package var kind: String
        package var id: String
        package var title: String
        package var change: JourneyChange
        /// The number that counts are rounded to; 1 for those that are told as they are.
        package var roundedTo: Int64

        package init(
            service: String, kind: String, id: String, title: String, change: JourneyChange, roundedTo: Int64 = 1
        ) {
            self.service = service
            self.kind = kind
            self.id = id
            self.title = title
            self.change = change
            self.roundedTo = roundedTo
        }
    }

    /// The first plan beside another, both by the costs of the first run.
    package struct Difference: Sendable {
        /// Position of the other plan in `runs`.
        package var plan: Int
        /// The other plan as a run of the first study, with the first plan as its baseline.
        package var record: RunRecord
        package var rows: [Row]
        /// Largest first.
        package var flows: [Flow]

        package init(plan: Int, record: RunRecord, rows: [Row], flows: [Flow]) {
            self.plan = plan
            self.record = record
            self.rows = rows
            self.flows = flows
        }
    }

    /// A plan that is at least as good as another on every count and better on some, by the costs of one run.
    package struct Dominance: Hashable, Sendable {
        package var yardstick: Int
        package var better: Int
        package var worse: Int
        /// The counts on which it is better, in words.
        package var counts: [String]

        package init(yardstick: Int, better: Int, worse: Int, counts: [String]) {
            self.yardstick = yardstick
            self.better = better
            self.worse = worse
            self.counts = counts
        }
    }

    package var version: String
    /// Those that were given, in their order.
    package var runs: [Run]
    /// Plan by plan, within it yardstick by yardstick, within it service by service.
    package var cells: [Cell]
    /// By service, then by how many plans have it, then by id.
    package var sites: [Site]
    /// One for each run but the first.
    package var differences: [Difference]
    package var dominance: [Dominance]
    /// What was left out and what a reader should know.
    package var findings: [Finding]

    package init(
        version: String, runs: [Run], cells: [Cell], sites: [Site], differences: [Difference], dominance: [Dominance],
        findings: [Finding]
    ) {
        self.version = version
        self.runs = runs
        self.cells = cells
        self.sites = sites
        self.differences = differences
        self.dominance = dominance
        self.findings = findings
    }

    package static let schema = "hubplan-comparison/1"
}
