import Testing

@testable import TravelCosts

struct DistanceBandsTests {
    private let bands = DistanceBands(nearEnd: 100, middleEnd: 300, near: 3, middle: 2, far: 1)

    @Test(arguments: [(0.0, 0.0), (50, 150), (100, 300), (200, 500), (300, 700), (1000, 1400)])
    func eachBandIsPaidAlongTheWay(metres: Double, value: Double) {
        #expect(bands(metres) == value)
    }

    @Test func twoBandsMeetAtTheirEnd() {
        let street = DistanceBands(end: 2000, near: 1.5, far: 1.25)
        #expect(street(2000) == 3000)
        #expect(street(4000) == 5500)
    }

    @Test func nextRepresentableDistanceNeverCostsLess() {
        for metres in [100.0, 300, 299.99, 100.01, 12_345.678] {
            #expect(bands(metres.nextDown) <= bands(metres))
            #expect(bands(metres) <= bands(metres.nextUp))
        }
    }
}
