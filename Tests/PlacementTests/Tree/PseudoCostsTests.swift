import Testing

@testable import Placement

@Suite struct PseudoCostsTests {
    @Test func ratesAreForAUnitOfTheWay() {
        var scores = PseudoCosts(count: 3)
        scores.learn(site: 0, isUp: true, openness: 0.75, gain: 5)
        scores.learn(site: 0, isUp: false, openness: 0.5, gain: 4)
        // 20 and 8 for a whole way: 20 · 0.5 and 8 · 0.5.
        #expect(abs(scores.score(site: 0, openness: 0.5) - 40) < 1e-9)
        #expect(scores.observations(0) == 1)
        #expect(scores.observations(1) == 0)
        // A site not branched on yet counts as the average.
        #expect(scores.score(site: 1, openness: 0.5) == scores.score(site: 0, openness: 0.5))
    }

    @Test func aSiteThatMovesBothSidesComesFirst() {
        var scores = PseudoCosts(count: 2)
        scores.learn(site: 0, isUp: true, openness: 0.5, gain: 100)
        scores.learn(site: 0, isUp: false, openness: 0.5, gain: 0)
        scores.learn(site: 1, isUp: true, openness: 0.5, gain: 10)
        scores.learn(site: 1, isUp: false, openness: 0.5, gain: 10)
        #expect(scores.score(site: 1, openness: 0.5) > scores.score(site: 0, openness: 0.5))
    }
}
