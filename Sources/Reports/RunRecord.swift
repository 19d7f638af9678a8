package import HubModel

/// Everything that a run folder tells, gathered by the pipeline. Reports render it and work nothing out.
///
/// Lists "one a service" follow the order of `request.services`.
package struct RunRecord: Sendable {
    package var study: StudyIdentity
    /// Version of hubplan that made the run.
    package var version: String
    package var region: Region
    package var request: PlacementRequest
    /// One a service.
    package var travel: [TravelSettings]
    package var quality: TravelQuality
    package var plan: Plan
    package var figures: PlanFigures
    /// What the solver found; nil for a list that somebody brought and that was only measured.
    package var solution: Solution?
    /// The best plan known beside a list that was measured; nil for a plan that was solved.
    package var comparison: BestPlan?
    /// What the plan is set beside: today's provision when the study has existing hubs, or what was asked for.
    package var baseline: PlanFigures?
    /// What that is, for people, after "than": "today", "the list today.csv".
    package var baselineTitle: String?
    /// Who gains and who loses beside it.
    package var change: PlanDifference?
    /// One a service; empty where nothing was looked for.
    package var ties: [ServiceTies] = []
    /// How families travel under the plan: one list a service, the household without a car first; empty where it was not
    /// worked out.
    package var households: [[HouseholdTravel]] = []
    /// How late each hub's sessions can close: one list a service, in the order of its figures' hubs; empty where no buses
    /// run to a timetable.
    package var closings: [[LatestClosingTime]] = []
    /// What became of the study's voices.
    package var voices: [VoiceOutcome] = []
    /// Hubs that residents' voices moved, in the order of the moves. The solution's bounds are those from before.
    package var moves: [VoiceMove] = []
    /// Whether buildings are left out: names, ids and points are then those of places.
    package var showsPlacesOnly = false
    /// How each entry of a list that was measured was found among the sites; empty for a plan that was solved.
    package var matching: [MatchedEntry]
    package var limits: SolveLimits
    /// Steps of the solve. What repeats from run to run goes into `events.jsonl`, seconds and memory into `timing.json`.
    package var events: [SolveEvent]
    /// The same steps in units that people use, for the chart.
    package var tracks: [SearchTrack]
    /// What changes from run to run; goes into `timing.json` and nowhere else. nil writes no such file.
    package var timing: RunTiming?
    /// What `certificate.json` holds; nil writes no such file.
    package var certificate: String?

    package init(
        study: StudyIdentity, version: String, region: Region, request: PlacementRequest, travel: [TravelSettings],
        quality: TravelQuality, plan: Plan, figures: PlanFigures, solution: Solution?, comparison: BestPlan? = nil,
        baseline: PlanFigures? = nil, matching: [MatchedEntry] = [], limits: SolveLimits, events: [SolveEvent] = [],
        tracks: [SearchTrack] = [], timing: RunTiming? = nil, certificate: String? = nil
    ) {
        self.study = study
        self.version = version
        self.region = region
        self.request = request
        self.travel = travel
        self.quality = quality
        self.plan = plan
        self.figures = figures
        self.solution = solution
        self.comparison = comparison
        self.baseline = baseline
        self.matching = matching
        self.limits = limits
        self.events = events
        self.tracks = tracks
        self.timing = timing
        self.certificate = certificate
    }

    /// Whether the plan is a list that somebody brought rather than one that was solved.
    package var isMeasuredList: Bool { solution == nil }

    /// The gap of the search's own plan, before voices moved hubs; nil without a bound.
    package var searchGap: Double? {
        guard let solution = solution ?? comparison?.solution else { return nil }
        var objectives = solution.services.map(\.objective)
        for move in moves { objectives[move.service] -= move.cost.objective }
        return solution.gap(of: objectives)
    }
}

/// The study file that asked.
package struct StudyIdentity: Hashable, Sendable {
    /// Its title, for people.
    package var name: String
    /// Its path as it was given, never absolute.
    package var path: String
    /// SHA-256 of the file, in hexadecimal.
    package var sha256: String
    /// Who answers for it, as it names them.
    package var authors: [String]
    /// The file word for word, for `study.yaml`; empty writes no such file.
    package var text: String

    package init(name: String, path: String, sha256: String, authors: [String] = [], text: String = "") {
        self.authors = authors
        self.name = name
        self.path = path
        self.sha256 = sha256
        self.text = text
    }
}

/// The best plan known for the same question, beside a list that somebody brought.
package struct BestPlan: Sendable {
    package var plan: Plan
    package var figures: PlanFigures
    /// Carries the bound that the list is held against.
    package var solution: Solution

    package init(plan: Plan, figures: PlanFigures, solution: Solution) {
        self.plan = plan
        self.figures = figures
        self.solution = solution
    }
}

/// One entry of a list that was measured, and the site it was taken for.
package struct MatchedEntry: Hashable, Sendable {
    /// Position in `request.services`.
    package var service: Int
    /// The entry as the list has it: an id, or a name or row with its coordinates.
    package var entry: String
    /// Index into `Region.sites`.
    package var site: UInt32
    /// Straight-line metres from the entry's point to the site; nil when it was matched by id.
    package var metres: Double?

    package init(service: Int, entry: String, site: UInt32, metres: Double?) {
        self.service = service
        self.entry = entry
        self.site = site
        self.metres = metres
    }
}

/// Seconds and memory of a run.
package struct RunTiming: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package var name: String
        /// Wall seconds.
        package var seconds: Double

        package init(name: String, seconds: Double) {
            self.name = name
            self.seconds = seconds
        }
    }

    /// In the order in which they ran.
    package var steps: [Step]
    /// Seconds of all processors together; nil when the system does not tell.
    package var cpuSeconds: Double?
    /// Largest resident memory in bytes; nil when the system does not tell.
    package var peakMemory: Int?
    package var threads: Int
    /// Folders that the study's files were read from, as paths from the run folder.
    package var folders: [String] = []

    package init(steps: [Step], cpuSeconds: Double? = nil, peakMemory: Int?, threads: Int) {
        self.steps = steps
        self.cpuSeconds = cpuSeconds
        self.peakMemory = peakMemory
        self.threads = threads
    }
}
