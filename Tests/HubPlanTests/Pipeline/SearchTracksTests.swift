import HubModel
import Reports
import Testing

@testable import HubPlan

@Suite struct SearchTracksTests {
    @Test func meanIsToldInMinutesAndReachInChildren() {
        let tracks = tracks([
            event("walks", 3_000, nil, work: 1), event("walks", 2_000, 1_000, work: 2),
            event("reaches", 4_000_090, 0, work: 3), event("reaches", 3_000_080, 2_000_000, work: 4),
        ])
        #expect(tracks.map(\.unit) == [.meanMinutes, .reached])
        #expect(tracks.map(\.service) == [0, 1])
        // 10 children in all; 3,000 tenths of a minute among them.
        #expect(tracks[0].steps.map(\.found) == [30, 20])
        #expect(tracks[0].steps.map(\.limit) == [nil, 10])
        #expect(tracks[1].steps.map(\.found) == [6, 7])
        #expect(tracks[1].steps.map(\.limit) == [nil, 8])
    }

    @Test func keepsTheBestKnownAndOnlyWhatChanges() {
        let tracks = tracks([
            event("walks", 3_000, 1_000, work: 1), event("walks", 3_000, 1_000, work: 2),
            event("walks", 3_500, 900, work: 3), event("walks", 2_500, 1_000, work: 4),
            event("walks", 2_500, 1_000, work: 5), event("walks", 2_500, 1_000, work: 6),
        ])
        #expect(tracks.count == 1)
        #expect(tracks[0].steps.map(\.work) == [1, 4, 6])
        #expect(tracks[0].steps.map(\.found) == [30, 25, 25])
    }

    @Test func severalSplitsOfAShareAreOneTrackOfTheScore() {
        let tracks = tracks([
            event("walks", 3_000, 1_000, work: 1), event("", 8_000, 4_000, work: 2), event("", 5_000, 5_000, work: 3),
        ])
        #expect(
            tracks == [
                SearchTrack(
                    service: nil, unit: .score,
                    steps: [.init(work: 2, found: 160, limit: 80), .init(work: 3, found: 100, limit: 100)])
            ])
    }

    private func event(_ service: String, _ incumbent: Int64?, _ bound: Int64?, work: Int64) -> SolveEvent {
        SolveEvent(service: service, stage: "bound", incumbent: incumbent, bound: bound, work: work, seconds: 0)
    }

    private func tracks(_ events: [SolveEvent]) -> [SearchTrack] {
        let services = [
            ("walks", BurdenFunction.mean), ("reaches", .reach(limit: 100, step: 1_000_000)),
        ].map { id, burden in
            ServiceProblem(
                id: id, siteIndices: [0], siteNames: ["site"],
                travel: TravelMatrix(areaCount: 1, siteCount: 1, withoutCar: [5]), weights: [10, 0], burden: burden,
                count: 1)
        }
        return SearchTracks(
            request: PlacementRequest(services: []), problem: PlacementProblem(services: services)
        ).tracks(events)
    }
}
