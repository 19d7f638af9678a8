/// A bound that a solver in double precision gives, as a whole number that its arithmetic cannot make too high.
enum SafeBound {
    /// Rounded up, the bounded sum being whole, after 0.05 units and one part in 10¹⁰ of the value are taken off: some
    /// hundred times what the tolerances of the linear solver come to.
    /// - Parameter value: of sums that are never negative.
    /// - Returns: 0 for a value that is not finite, or too large for doubles to hold its last units.
    static func whole(_ value: Double) -> Int64 {
        guard value.isFinite, abs(value) < 1e15 else { return 0 }
        return Int64(max(0, (value - 0.05 - abs(value) * 1e-10).rounded(.up)))
    }
}
