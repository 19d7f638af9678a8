/// Counts in whole people that keep their totals.
enum WholeCounts {
    /// Rounds each value to a whole number and carries what is left over to the next, so that the sum of any first
    /// values is off by half at most, and a whole total stays what it was.
    /// - Parameter values: none negative.
    static func carried(_ values: [Double]) -> [Int64] {
        var carry = 0.0
        return values.map { value in
            let wanted = carry + value
            let whole = (wanted + 0.5).rounded(.down)
            carry = wanted - whole
            return Int64(max(0, whole))
        }
    }

    /// The part of each whole count that a share gives, rounded by carrying along; never more than the count itself.
    /// - Parameter shares: from 0 to 1, one a count.
    static func part(of counts: [Int64], shares: [Double]) -> [Int64] {
        var carry = 0.0
        return zip(counts, shares).map { count, share in
            let wanted = carry + Double(count) * share
            let whole = min(max(0, (wanted + 0.5).rounded(.down)), Double(count))
            carry = wanted - whole
            return Int64(whole)
        }
    }
}
