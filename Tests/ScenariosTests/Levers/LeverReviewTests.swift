import HubModel
import HubPlan
import HubPlanTestSupport
import Testing

@testable import Scenarios

@Suite("Levers beside hubs")
struct LeverReviewTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func review(_ text: String) throws -> LeverReview {
        try LeverReview(
            scratch.write("levers.yaml", "scenario: Levers\nextends: \(Saltmouth.study)\n" + text), dataFolder: nil,
            session: Session(limits: SolveLimits(gap: 0)))
    }

    @Test("One hub more never costs a minute, and a lever that changes nothing is worth nothing")
    func setsLeversBesideHubs() throws {
        let review = try review(
            """
            levers:
              - lever: Nothing
                changes: [{hours: {youngFutures: {closes: "20:00"}}}]
              - lever: Free child fares on every bus of the county all day
                changes: [{settings: {fare.single: 0}}]
            """)
        for service in review.services {
            let rows = review.rows.filter { $0.service == service }
            let base = try #require(rows.first { $0.kind == .base }?.hubsPlacedAnew)
            let more = try #require(rows.first { $0.kind == .hubMore }?.hubsPlacedAnew)
            let less = try #require(rows.first { $0.kind == .hubLess }?.hubsPlacedAnew)
            let levers = rows.filter { $0.kind == .lever }
            #expect(levers.map(\.name) == ["Nothing", "Free child fares on every bus of the county all day"])
            #expect(levers[0].hubsAsTheyAre == base)
            // Fares weigh in every minute by bus, so without them no journey is longer.
            let free = try #require(levers[1].hubsAsTheyAre)
            #expect(free.children == base.children && free.tenthMinutes < base.tenthMinutes)
            #expect(free.reached >= base.reached)
            if service == "youngFutures" {
                #expect(more.reached >= base.reached && base.reached >= less.reached)
            } else {
                #expect(more.tenthMinutes <= base.tenthMinutes && base.tenthMinutes <= less.tenthMinutes)
            }
        }
        #expect(review.rows.filter { $0.kind == .base }.allSatisfy { $0.name == "As it is now" })
        let lines = review.text.split(separator: "\n")
        #expect(
            lines.contains { $0.hasPrefix("  As it is now ") }
                && lines.contains { $0.hasPrefix("  Free child fares on every bus... ") })
        #expect(review.sentences("youngFutures").first?.contains("saves 0.00 minutes a child") == true)
    }

    @Test("A scenario without levers, and a lever that cannot be meant, are sentences")
    func refuses() throws {
        let none = #expect(throws: (any Error).self) { try review("changes: []\n") }
        #expect("\(none.map { "\($0)" } ?? "")".contains("has no levers"))
        let bad = #expect(throws: (any Error).self) {
            try review("levers:\n  - lever: Bad\n    changes: [{cuont: 3}]\n")
        }
        #expect("\(bad.map { "\($0)" } ?? "")".contains("there is no change 'cuont'"))
    }
}
