import HubModel

@testable import Reports

/// A made-up coastal district of 150 areas and 60 sites, with a plan for two services and all its figures.
///
/// The figures are worked out here in the plainest way, since this target has no evaluator of its own.
enum SampleRun {
    static let columns = 15
    static let rows = 10

    /// - Parameter name: given to the study, to a site and to an area, to try what pages do with awkward text.
    static func record(name: String = "Saltmarsh and Ferrybridge") -> RunRecord {
        let region = SampleRegion.region(awkward: name)
        let requests = [
            ServiceRequest(
                service: 0, count: 3, objective: .reach, share: .atLeastFraction(numerator: 1, denominator: 2),
                shareRule: 0, existing: [SampleRegion.existingHub]
            ),
            ServiceRequest(
                service: 1, count: 5, objective: .mean, share: .asHighAsPossible, shareRule: 0, lockedIn: [7]
            ),
        ]
        let plan = Plan(open: [[3, SampleRegion.existingHub, 44], [7, 12, 28, 41, 52]])
        let figures = PlanFigures(
            services: requests.indices.map { position in
                SampleFigures.figures(
                    region, requests[position], open: plan.open[position], required: position == 0 ? 2 : nil)
            }
        )
        let today = PlanFigures(
            services: requests.indices.map { position in
                SampleFigures.figures(region, requests[position], open: [SampleRegion.existingHub], required: nil)
            }
        )
        var record = RunRecord(
            study: StudyIdentity(
                name: name, path: "studies/saltmarsh.yaml", sha256: String(repeating: "0f", count: 32)),
            version: "0.1.0", region: region, request: PlacementRequest(services: requests),
            travel: [
                travel("an 11-year-old alone", walk: 4.8), travel("a parent on foot with a pushchair", walk: 3.8),
            ],
            quality: TravelQuality(
                title: "estimated from the straight line", errorBands: [.init(fraction: 0.25)],
                source: "Circuity of 2,000 pairs in two towns against their streets."
            ),
            plan: plan, figures: figures, solution: solution(figures), baseline: today,
            limits: SolveLimits(gap: 0.01, seconds: 600), events: events(figures),
            tracks: tracks,
            timing: RunTiming(
                steps: [.init(name: "read", seconds: 0.5), .init(name: "solve", seconds: 2.25)], cpuSeconds: 2.5,
                peakMemory: 250_000_000, threads: 2)
        )
        record.households = [
            SampleTravel.households(figures.services[0]), SampleTravel.households(figures.services[1]),
        ]
        return record
    }

    /// The same plan as a list that somebody brought, beside a better one.
    static func measuredList() -> RunRecord {
        var record = record()
        var best = BestPlan(plan: record.plan, figures: record.figures, solution: solution(record.figures))
        best.plan.open[1] = [7, 12, 28, 41, 53]
        best.figures.services[1] = SampleFigures.figures(
            record.region, record.request.services[1], open: best.plan.open[1], required: nil
        )
        best.solution = solution(best.figures)
        record.comparison = best
        record.solution = nil
        record.matching = [
            MatchedEntry(service: 0, entry: "s03", site: 3, metres: nil),
            MatchedEntry(service: 1, entry: "Church hall, row 2", site: 12, metres: 41.5),
        ]
        return record
    }

    private static func solution(_ figures: PlanFigures) -> Solution {
        Solution(
            services: [
                ServiceOutcome(
                    service: "youngFutures", open: [3, 17, 44], objective: figures.services[0].objective,
                    bound: figures.services[0].objective
                ),
                ServiceOutcome(
                    service: "earlyYears", open: [7, 12, 28, 41, 52], objective: figures.services[1].objective,
                    bound: figures.services[1].objective - figures.services[1].objective / 300
                ),
            ],
            stop: .gapReached, work: 123_456,
            method: "Greedy start, exchange of hubs, and a bound that relaxes who goes where."
        )
    }

    private static func events(_ figures: PlanFigures) -> [SolveEvent] {
        let final = figures.services[1].objective
        return (0..<6).map { step -> SolveEvent in
            let steps = Int64(step)
            let bound: Int64? = step == 0 ? nil : final - (6 - steps) * 2000
            return SolveEvent(
                service: "earlyYears", stage: step == 0 ? "first plan" : "bound", incumbent: final + (5 - steps) * 1000,
                bound: bound, work: steps * 20_000, seconds: Double(step) * 0.37
            )
        }
    }

    private static let tracks = [
        SearchTrack(
            service: 0, unit: .reached,
            steps: [
                .init(work: 1_000, found: 17_200, limit: nil), .init(work: 2_000, found: 17_200, limit: 18_400),
                .init(work: 9_000, found: 17_650, limit: 17_800), .init(work: 20_000, found: 17_700, limit: 17_700),
            ]),
        SearchTrack(
            service: 1, unit: .meanMinutes,
            steps: [
                .init(work: 20_000, found: 41.5, limit: nil), .init(work: 60_000, found: 40.125, limit: 38.75),
                .init(work: 123_456, found: 40.125, limit: 40),
            ]),
    ]

    private static func travel(_ traveller: String, walk: Double) -> TravelSettings {
        TravelSettings(
            traveller: traveller,
            parameters: [
                Parameter(
                    key: "travel.walk.speed", title: "Walking speed", value: walk, unit: "km/h",
                    source: "DfT journey-time statistics", mark: .lookedUp, stated: true),
                Parameter(
                    key: "travel.circuity", title: "Streets against the straight line", value: 1.25, unit: "times",
                    source: "Two towns", mark: .measured),
                Parameter(
                    key: "travel.valueOfTime", title: "Value of an hour", value: 7, unit: "pounds an hour",
                    source: "TAG data book A1.3.1, rounded", mark: .assumed),
            ]
        )
    }
}
