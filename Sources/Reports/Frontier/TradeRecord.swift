package import HubModel

/// Mean travel against people within the limit: lists of which none does better in both than another, and what no list can
/// have. Reports render it and calculate nothing.
package struct TradeRecord: Sendable {
    package struct Point: Sendable {
        /// Region sites, ascending.
        package var hubs: [UInt32]
        /// Weight within the limit, and mean minutes of the weight.
        package var within: Double
        package var minutes: Double
        package var everyone: TravelFigures

        package init(hubs: [UInt32], within: Double, minutes: Double, everyone: TravelFigures) {
            self.hubs = hubs
            self.within = within
            self.minutes = minutes
            self.everyone = everyone
        }
    }

    /// Every list that keeps the rules has mean minutes of at least intercept + slope × weight within the limit.
    package struct Line: Sendable {
        package var intercept: Double
        package var slope: Double

        package init(intercept: Double, slope: Double) {
            self.intercept = intercept
            self.slope = slope
        }
    }

    package var study: StudyIdentity
    package var version: String
    package var region: Region
    /// How minutes came about.
    package var quality: TravelQuality
    /// Index into `Region.services`.
    package var service: Int
    /// From the least mean to the most within the limit; empty where no list keeps the rules.
    package var points: [Point]
    package var lines: [Line]
    /// No list has more within the limit.
    package var mostWithin: Double
    package var clash: String?
    package var remarks: [String]
    /// nil where the search came to its end.
    package var stop: StopReason?
    package var stoppedAt: [Int]
    package var solves: Int
    package var work: Int64

    package init(
        study: StudyIdentity, version: String, region: Region, quality: TravelQuality, service: Int, points: [Point],
        lines: [Line],
        mostWithin: Double, clash: String?, remarks: [String], stop: StopReason?, stoppedAt: [Int], solves: Int,
        work: Int64
    ) {
        self.study = study
        self.version = version
        self.region = region
        self.quality = quality
        self.service = service
        self.points = points
        self.lines = lines
        self.mostWithin = mostWithin
        self.clash = clash
        self.remarks = remarks
        self.stop = stop
        self.stoppedAt = stoppedAt
        self.solves = solves
        self.work = work
    }

    /// The whole answer, as `frontier.json` holds it.
    package var json: String {
        JSON.object([
            ("schema", .text(FrontierRecord.schema)), ("hubplan", .text(version)),
            (
                "study",
                .object([("name", .text(study.name)), ("path", .text(study.path)), ("sha256", .text(study.sha256))])
            ),
            ("service", .text(region.services[service].id)), ("steps", .text("objectives")),
            (
                "points",
                .array(
                    points.map { point in
                        .object([
                            ("within", .number(point.within)), ("minutes", .number(point.minutes)),
                            ("childrenWithinLimit", .whole(point.everyone.reached)),
                            ("meanMinutes", .optional(point.everyone.meanMinutes) { .number($0) }),
                            ("hubs", .array(point.hubs.map { .text(region.sites[Int($0)].id) })),
                        ])
                    })
            ),
            (
                "noListBelow",
                .array(lines.map { .object([("intercept", .number($0.intercept)), ("slope", .number($0.slope))]) })
            ),
            ("noListWithinMoreThan", .number(mostWithin)), ("clash", .optional(clash) { .text($0) }),
            ("remarks", .array(remarks.map { .text($0) })), ("isWhole", .bool(stop == nil)),
            ("stoppedAt", .array(stoppedAt.map { .whole($0) })), ("solves", .whole(solves)), ("work", .whole(work)),
        ]).pretty
    }
}
