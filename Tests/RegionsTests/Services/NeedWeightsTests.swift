import HubModel
import HubPlanTestSupport
import Testing

@testable import Regions

struct NeedWeightsTests {
    private let place = StudyPlace(file: "study.yaml", line: 1, path: "need")

    private func need(_ values: [Double], decimals: Int?) -> NeedWeights {
        NeedWeights(values, decimals: decimals, title: "need", place: place)
    }

    private func points(_ children: [Int64]) -> [DemandPoint] {
        children.enumerated().map { DemandPoint(area: UInt32($0), household: .withCar, children: $1, weight: $1) }
    }

    @Test func decimalsAreKeptWhileTheyFit() throws {
        let exact = try need([0.25, 2], decimals: 2).weights(points([5, 4]), limit: 925)
        #expect(exact.weights == [125, 800])
        #expect(exact.title == "children × need (× 100 to keep whole numbers)")
        let whole = try need([3, 1], decimals: 0).weights(points([5, 4]), limit: 1e6)
        #expect(whole.weights == [15, 4])
        #expect(whole.title == "children × need")
    }

    @Test func whatDoesNotFitIsRoundedToTheFinestThatDoes() throws {
        let rounded = try need([0.25, 2], decimals: 2).weights(points([5, 4]), limit: 924)
        #expect(rounded.scale.factor == 50)
        #expect(rounded.weights == [63, 400])
        #expect(rounded.title == "children × need (× 50, rounded so that sums stay exact)")
        let coarse = try need([3, 1], decimals: 0).weights(points([500, 400]), limit: 100)
        #expect(coarse.scale.divisor == 20)
        #expect(coarse.weights == [75, 20])
        #expect(coarse.title == "children × need (÷ 20, rounded so that sums stay exact)")
    }

    @Test func manyDecimalsAreTakenAsFineAsFits() throws {
        let fine = try need([1e-7, 2e-7], decimals: nil).weights(points([1, 1]), limit: 400)
        #expect(fine.scale.factor == 1_000_000_000)
        #expect(fine.weights == [100, 200])
    }

    /// England's children with a factor of about three: nobody has to scale a column by hand.
    @Test(arguments: ObjectiveRequest.allCases, [1, 9])
    func englandFits(_ objective: ObjectiveRequest, services: Int) throws {
        var random = SeededNumbers(7)
        let areas = 33_755
        let values = (0..<areas).map { _ in Double(Int64.random(in: 150...450, using: &random)) / 100 }
        let children = (0..<areas).map { _ in Int64.random(in: 100...250, using: &random) }
        let longest = 7_200.0
        let limit = NeedWeights.limit(for: objective, longest: longest, services: services)
        let weights = try need(values, decimals: 2).weights(points(children), limit: limit)
        let sum = weights.weights.reduce(Int128(0)) { $0 + Int128($1) }
        let mean = sum * Int128(longest)
        let largest = objective == .reach ? mean + sum * (mean + 1) : mean
        #expect(largest < Int128(Int64.max / 4))
        #expect(largest * Int128(services) < Int128(Int64.max))
        #expect(sum > 5_000_000)
        let exact = zip(values, children).reduce(0.0) { $0 + $1.0 * Double($1.1) } * weights.scale.value
        #expect(abs(Double(sum) - exact) <= 0.5 + 1e-3)
    }

    @Test func noNeedAtAllOrTooMuchIsRefused() {
        let none = #expect(throws: RegionError.self) {
            try need([0, 0], decimals: 0).weights(points([5, 4]), limit: 100)
        }
        #expect(none?.description.contains("all 0") == true)
        let much = #expect(throws: RegionError.self) {
            try need([1e9, 1e9], decimals: 0).weights(points([1_000_000_000, 1_000_000_000]), limit: 1)
        }
        #expect(much?.description.contains("too large") == true)
    }
}
