import HubModel

@testable import Reports

extension SampleRun {
    /// The solved sample beside today's hubs, with ties and with voices that settled one of them.
    static func settled() -> RunRecord {
        var record = record()
        record.baselineTitle = "today"
        record.change = record.baseline.map {
            PlanDifference(from: $0, to: record.figures, region: record.region, request: record.request)
        }
        let error = MoveCost(objective: 40_000, tenthMinutes: 40_000, reached: -25)
        let small = MoveCost(objective: 12_000, tenthMinutes: 12_000, reached: -9)
        record.ties = [
            ServiceTies(
                hubs: [
                    HubTies(site: 3, verdict: .firm, error: error, ties: [tie(13, small, isSamePlace: true)]),
                    HubTies(site: SampleRegion.existingHub, verdict: .given, error: error),
                    HubTies(
                        site: 44, verdict: .nearTie, error: error,
                        ties: [tie(45, small, isSamePlace: false), tie(46, error, isSamePlace: false, isNearby: false)]),
                ], others: 40, ruledOut: 31),
            ServiceTies(
                hubs: [
                    HubTies(site: 7, verdict: .given, error: error), HubTies(site: 12, verdict: .firm, error: error),
                    HubTies(site: 28, verdict: .firmBySwaps, error: error),
                    HubTies(site: 41, verdict: .nearTie, error: error, otherPlan: [9]),
                    HubTies(site: 52, verdict: .firm, error: error),
                ], others: 50, notAllowed: 9, ruledOut: 12),
        ]
        record.request.voices = [
            voice(1, .support, sites: [44]), voice(2, .object, sites: [30, 31], place: "Beacon"),
            voice(3, .veto, sites: [20]),
        ]
        record.moves = [VoiceMove(service: 0, from: 45, to: 44, cost: small)]
        record.voices = [
            VoiceOutcome(
                voice: 0, service: 0, state: .honoured, isByMove: true,
                cost: .init(least: 12_000, most: 12_000, meanMinutes: 0.25, reached: -9)),
            VoiceOutcome(voice: 1, service: 0, state: .honoured, cost: .nothing),
            VoiceOutcome(
                voice: 2, service: 0, state: .honoured,
                cost: .init(least: 0, most: 90_000, meanMinutes: 0.5, reached: -40)),
        ]
        return record
    }

    private static func tie(_ site: UInt32, _ cost: MoveCost, isSamePlace: Bool, isNearby: Bool = true) -> TiedSite {
        TiedSite(site: site, cost: cost, isSamePlace: isSamePlace, isNearby: isNearby)
    }

    private static func voice(_ row: Int, _ stance: Stance, sites: [UInt32], place: String? = nil) -> Voice {
        Voice(
            row: row, stance: stance, services: [0], sites: sites, place: place, who: "Residents \(row)",
            date: "2026-11-0\(row)", reason: "reason \(row)")
    }
}
