import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct CrossingMinutesTests {
    @Test func moreMinutesThanFitIntoMemoryAreRefused() throws {
        let links = [FaceMap.Link(a: 0, b: 1, minutes: 3), FaceMap.Link(a: 1, b: 2, minutes: 4)]
        func minutes(_ most: Int) throws -> CrossingMinutes {
            try CrossingMinutes(cellCount: 3, links: links, sources: [0, 2], most: most)
        }
        #expect(try minutes(6)(0, 2) == 7)
        #expect(try minutes(6)(2, 1) == 4)
        let told = sentence { _ = try minutes(5) }
        #expect(told.contains("cut the ground into 3 pieces, and places lie in 2 of them"))
        #expect(told.contains("raise `faces.sliver`"))
        #expect(try CrossingMinutes(cellCount: 3, links: [], sources: [0, 2], most: 0)(0, 2) == 0)
    }
}
