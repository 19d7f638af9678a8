package import HubModel

/// A run with everything that its pages look up joined once: services with their figures, hubs with their places.
struct RunView: Sendable {
    let record: RunRecord
    let services: [ServiceView]

    init(_ record: RunRecord) {
        self.record = record
        let suppression = GroupSuppression(record)
        services = record.figures.services.indices.map { position in
            ServiceView(record, position: position, groups: suppression.groups(of: position, in: record))
        }
    }

    var region: Region { record.region }

    /// The neighbourhood, or the area where there is none.
    func place(of site: CandidateSite) -> String {
        region.place(of: site)
    }

    /// What figures of the baseline are called after a noun, and in the names of columns.
    var besideWords: String { record.baselineTitle.map { $0 == "today" ? $0 : "in \($0)" } ?? "today" }
    /// After "since".
    var sinceWords: String { record.baselineTitle ?? "today" }
    var besideKey: String { besideWords == "today" ? "today" : "baseline" }

    /// What every figure in minutes carries with it: "estimated, ±25%".
    var minutesLabel: String {
        let bands = record.quality.errorBands.map {
            "±\(Words.percent($0.fraction))" + ($0.mode.map { " \($0)" } ?? "")
        }
        return bands.isEmpty ? record.quality.title : "estimated, " + bands.joined(separator: ", ")
    }

    /// The sentence, and how many stand in means with minutes that nobody travels.
    var meansSentence: String { minutesSentence + (NoWayWords.sentence(self).map { " " + $0 } ?? "") }

    /// The same as a sentence.
    var minutesSentence: String { QualityWords.sentence(record.quality) }
}

/// One service of a run.
struct ServiceView: Sendable {
    /// Position in `request.services`.
    let position: Int
    let service: Service
    let request: ServiceRequest
    let figures: ServiceFigures
    /// nil for a list that was only measured.
    let outcome: ServiceOutcome?
    let baseline: ServiceFigures?
    /// Groups of the study in its order, as far as they may be shown. Their figures stand nowhere else.
    let groups: [ShownGroup]
    /// Who gains and who loses beside it.
    let change: PlanDifference.ServiceDifference?
    /// nil where ties were not looked for.
    let ties: ServiceTies?
    /// How families travel, the household without a car first; empty where it was not worked out.
    let households: [HouseholdTravel]
    /// How late sessions can close at each hub, by its index into `Region.sites`; empty where it was not worked out.
    let closings: [UInt32: LatestClosingTime]
    let travel: TravelSettings?
    let demand: [DemandPoint]
    /// The rule that the share is asked under; nil when the study has none.
    let rule: DisadvantageRule?
    /// The plan's share under that rule.
    let share: ShareFigures?
    /// By place, then site id; numbered from 1 in that order on map and page.
    let hubs: [HubView]
    /// Index into `hubs` by index into `Region.sites`.
    let hubOfSite: [UInt32: Int]

    init(_ record: RunRecord, position: Int, groups: [ShownGroup]) {
        let figures = record.figures.services[position]
        let request = record.request.services[position]
        self.position = position
        self.groups = groups
        self.figures = figures
        self.request = request
        service = record.region.services[figures.service]
        outcome = record.solution.flatMap { position < $0.services.count ? $0.services[position] : nil }
        baseline = record.baseline.flatMap { position < $0.services.count ? $0.services[position] : nil }
        change = record.change.flatMap { position < $0.services.count ? $0.services[position] : nil }
        ties = position < record.ties.count ? record.ties[position] : nil
        households = position < record.households.count ? record.households[position] : []
        closings = Dictionary(
            (position < record.closings.count ? record.closings[position] : []).map { ($0.site, $0) }
        ) { first, _ in first }
        travel = position < record.travel.count ? record.travel[position] : nil
        demand = record.region.demand[figures.service]
        rule = request.shareRule.map { record.region.rules[$0] }
        share = figures.shares.first { $0.rule == request.shareRule }
        let rule = rule
        let unordered = figures.hubs.map { HubView($0, in: record.region, request: request, rule: rule) }
        let ordered = unordered.sorted { ($0.place, $0.site.id) < ($1.place, $1.site.id) }
        hubs = ordered
        hubOfSite = Dictionary(ordered.enumerated().map { ($1.index, $0) }) { first, _ in first }
    }

    /// How many minutes one on foot counts as; nil where the study's travel does not tell.
    var walkWeight: Double? {
        travel?.parameters.first { $0.key == "walk.weight" }.flatMap { $0.value > 0 ? $0.value : nil }
    }

    /// "Young Futures hubs", with a capital.
    var plural: String { Words.sentence(Words.plural(service.title)) }

    /// Each place that holds hubs inside the rule, once, in order.
    var qualifyingPlaces: [String] {
        Set(hubs.filter { $0.standing?.inside ?? false }.map { $0.qualifyingPlace ?? $0.place }).sorted()
    }

    /// Fewest and most hubs inside, should those near the boundary fall the other way.
    var shareBothWays: (least: Int, most: Int)? {
        share.map { ($0.inside - $0.borderlineInside, $0.inside + $0.borderlineOutside) }
    }
}

/// A hub of the plan and where it stands.
struct HubView: Sendable {
    /// Why a hub is in the plan, where that was not the solver's choice.
    enum Origin: String, Sendable {
        case chosen
        case lockedIn = "required by the study"
        case existing = "stands today"
        /// Chosen, and a hub that had closed.
        case reopened
    }

    /// Index into `Region.sites`.
    let index: UInt32
    let site: CandidateSite
    /// The neighbourhood, or the area where the study has no neighbourhoods: places come before buildings.
    let place: String
    let area: Area
    let figures: TravelFigures
    /// Under the rule of the share; nil without one.
    let standing: SiteStanding?
    /// The qualifying place it stands in; nil when outside, or without a rule.
    let qualifyingPlace: String?
    let origin: Origin

    init(_ hub: HubFigures, in region: Region, request: ServiceRequest, rule: DisadvantageRule?) {
        let site = region.sites[Int(hub.site)]
        index = hub.site
        self.site = site
        area = region.areas[Int(site.area)]
        place = region.place(of: site)
        figures = hub.figures
        let standing = rule.map { $0.sites[Int(hub.site)] }
        self.standing = standing
        qualifyingPlace = standing.flatMap { region.qualifyingPlace(of: site, $0) }
        origin =
            request.existing.contains(hub.site)
            ? .existing
            : request.lockedIn.contains(hub.site) ? .lockedIn : site.status == .closed ? .reopened : .chosen
    }

    /// The place, with the building where it is told.
    var label: String { place == site.name ? place : "\(place): \(site.name)" }

    /// "inside", "outside", each with "borderline" where the data cannot tell; nil without a rule.
    var standingWords: String? {
        standing.map { ($0.inside ? "inside" : "outside") + ($0.borderline ? ", borderline" : "") }
    }
}

extension Region {
    /// The place of a site, with the building where it is told.
    package func label(of site: CandidateSite) -> String {
        let place = place(of: site)
        return place == site.name ? place : "\(place): \(site.name)"
    }
}
