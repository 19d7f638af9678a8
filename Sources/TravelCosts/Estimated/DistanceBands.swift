/// A continuous, non-decreasing function of distance: a rate for each of three bands, paid along the way.
///
/// Being a sum of `rate × metres within the band`, it never falls as the distance grows, and neither does its
/// floating-point value: `min`, `max`, addition and multiplication by a rate that is not negative keep the order.
struct DistanceBands: Sendable {
    /// Where the near and the middle band end, in metres.
    let nearEnd: Double
    let middleEnd: Double
    /// Units for each metre within a band; none negative.
    let near: Double
    let middle: Double
    let far: Double

    /// - Precondition: 0 ≤ nearEnd ≤ middleEnd and no rate is negative.
    init(nearEnd: Double, middleEnd: Double, near: Double, middle: Double, far: Double) {
        precondition(0 <= nearEnd && nearEnd <= middleEnd && min(near, middle, far) >= 0)
        self.nearEnd = nearEnd
        self.middleEnd = middleEnd
        self.near = near
        self.middle = middle
        self.far = far
    }

    /// Two bands: `near` up to `end` metres and `far` beyond.
    init(end: Double, near: Double, far: Double) {
        self.init(nearEnd: end, middleEnd: end, near: near, middle: far, far: far)
    }

    @inline(__always)
    func callAsFunction(_ metres: Double) -> Double {
        near * min(metres, nearEnd)
            + middle * (min(max(metres, nearEnd), middleEnd) - nearEnd)
            + far * (max(metres, middleEnd) - middleEnd)
    }
}
