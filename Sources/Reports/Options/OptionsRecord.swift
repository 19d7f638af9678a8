package import HubModel

/// Plans near the best that differ on the ground, and whether there are more. Reports render it and calculate nothing.
package struct OptionsRecord: Sendable {
    package struct Option: Sendable {
        /// Region sites, ascending.
        package var hubs: [UInt32]
        package var objective: Int64
        /// No plan that is as far from the earlier options has a lower objective.
        package var bound: Int64
        /// How far the objective is above the best plan's, as a fraction of that.
        package var above: Double
        /// How far it can be above that of the best plan there can be, at most; nil where nothing bounds that.
        package var mostAbove: Double?
        /// For each earlier option, hubs of this one that are away from all of its hubs.
        package var away: [Int]
        package var everyone: TravelFigures
        package var withoutCar: TravelFigures
        /// Hubs in the places of the study's rule; nil without one.
        package var inside: Int?

        package init(
            hubs: [UInt32], objective: Int64, bound: Int64, above: Double, mostAbove: Double?, away: [Int],
            everyone: TravelFigures, withoutCar: TravelFigures, inside: Int?
        ) {
            self.hubs = hubs
            self.objective = objective
            self.bound = bound
            self.above = above
            self.mostAbove = mostAbove
            self.away = away
            self.everyone = everyone
            self.withoutCar = withoutCar
            self.inside = inside
        }
    }

    /// Why there are no more.
    package enum End: String, Sendable {
        case full
        /// Proved: every other plan that far from all of these costs more.
        case none
        /// Proved: no other plan that far from all of these keeps the rules.
        case clash
        /// None was found, and it is not proved that there is none.
        case open
        case stopped
    }

    /// A place, and in how many of the options a hub stands there.
    package struct Place: Sendable {
        package var name: String
        package var options: Int

        package init(name: String, options: Int) {
            self.name = name
            self.options = options
        }
    }

    package var study: StudyIdentity
    package var version: String
    package var region: Region
    /// How minutes came about.
    package var quality: TravelQuality
    /// Index into `Region.services`.
    package var service: Int
    /// Options wanted.
    package var wanted: Int
    /// How far above the best an option may be, as a fraction of the objective.
    package var within: Double
    /// Hubs away from each earlier option.
    package var differ: Int
    /// "farther than 3 km", "in another neighbourhood"
    package var apart: String
    /// Whether the objective counts children within a limit.
    package var isReach: Bool
    package var options: [Option]
    /// Most options first, then by name.
    package var places: [Place]
    package var end: End
    /// What clashes.
    package var clash: String?
    package var remarks: [String]
    package var stoppedAt: [Int]
    package var solves: Int
    package var work: Int64

    package init(
        study: StudyIdentity, version: String, region: Region, quality: TravelQuality, service: Int, wanted: Int,
        within: Double, differ: Int,
        apart: String, isReach: Bool, options: [Option], places: [Place], end: End, clash: String?, remarks: [String],
        stoppedAt: [Int], solves: Int, work: Int64
    ) {
        self.study = study
        self.version = version
        self.region = region
        self.quality = quality
        self.service = service
        self.wanted = wanted
        self.within = within
        self.differ = differ
        self.apart = apart
        self.isReach = isReach
        self.options = options
        self.places = places
        self.end = end
        self.clash = clash
        self.remarks = remarks
        self.stoppedAt = stoppedAt
        self.solves = solves
        self.work = work
    }

    package static let schema = "hubplan-options/1"

    /// The whole answer, as `options.json` holds it.
    package var json: String {
        JSON.object([
            ("schema", .text(Self.schema)), ("hubplan", .text(version)),
            (
                "study",
                .object([("name", .text(study.name)), ("path", .text(study.path)), ("sha256", .text(study.sha256))])
            ),
            ("service", .text(region.services[service].id)), ("wanted", .whole(wanted)), ("within", .number(within)),
            ("differ", .whole(differ)), ("apart", .text(apart)), ("end", .text(end.rawValue)),
            ("clash", .optional(clash) { .text($0) }),
            ("options", .array(options.map(json))),
            (
                "places",
                .array(places.map { .object([("name", .text($0.name)), ("options", .whole($0.options))]) })
            ),
            ("remarks", .array(remarks.map { .text($0) })), ("stoppedAt", .array(stoppedAt.map { .whole($0) })),
            ("solves", .whole(solves)), ("work", .whole(work)),
        ]).pretty
    }

    private func json(_ option: Option) -> JSON {
        .object([
            ("hubs", .array(option.hubs.map { .text(region.sites[Int($0)].id) })),
            ("objective", .whole(option.objective)), ("bound", .whole(option.bound)), ("above", .number(option.above)),
            ("mostAbove", .optional(option.mostAbove) { .number($0) }),
            ("awayFromEarlier", .array(option.away.map { .whole($0) })),
            ("childrenWithinLimit", .whole(option.everyone.reached)),
            ("meanMinutes", .optional(option.everyone.meanMinutes) { .number($0) }),
            ("inside", .optional(option.inside) { .whole($0) }),
        ])
    }
}
