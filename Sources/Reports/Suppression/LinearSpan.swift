/// The vectors that can be put together from some known ones: what follows from published sums by adding and
/// subtracting them.
///
/// Reckoned in whole numbers modulo a prime. What is in the span over the fractions is in it here too, bar fractions
/// whose denominator the prime divides; entries are 0 and ±1, so that does not occur in tables of this size.
struct LinearSpan: Sendable {
    /// 2³¹ − 1, so that products fit 64 bits.
    static let prime: UInt64 = 2_147_483_647

    /// Each row has a 1 at its pivot and a 0 at the pivots of the rows before it.
    private var rows: [(pivot: Int, values: [UInt64])] = []

    /// - Returns: false, changing nothing, when the vector is in the span already.
    @discardableResult
    mutating func insert(_ vector: [UInt64]) -> Bool {
        let rest = remainder(of: vector)
        guard let pivot = rest.firstIndex(where: { $0 != 0 }) else { return false }
        let inverse = Self.inverse(of: rest[pivot])
        rows.append((pivot, rest.map { $0 * inverse % Self.prime }))
        return true
    }

    func contains(_ vector: [UInt64]) -> Bool {
        remainder(of: vector).allSatisfy { $0 == 0 }
    }

    /// What is left of a vector when all that the span holds at its pivots is taken away.
    private func remainder(of vector: [UInt64]) -> [UInt64] {
        var rest = vector
        for row in rows where rest[row.pivot] != 0 {
            let factor = Self.prime - rest[row.pivot]
            for column in row.pivot..<rest.count where row.values[column] != 0 {
                rest[column] = (rest[column] + factor * row.values[column]) % Self.prime
            }
        }
        return rest
    }

    /// By Fermat: a to the power of the prime less two.
    static func inverse(of value: UInt64) -> UInt64 {
        var result: UInt64 = 1
        var base = value
        var exponent = prime - 2
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
