/// What pairs add, as whole multiples of their row's unit: 4 bytes a pair where every multiple fits, 8 where not.
///
/// A row's unit is the greatest common divisor of its weights, so that a multiple is little more than a burden.
struct PairValues: Sendable {
    let isNarrow: Bool
    /// Holds the multiples where they are narrow; empty otherwise.
    private(set) var narrow: [UInt32] = []
    /// Holds them where they are not.
    private(set) var wide: [Int64] = []

    init(isNarrow: Bool) { self.isNarrow = isNarrow }

    /// So many zeros, to be filled by `fill`.
    init(isNarrow: Bool, count: Int) {
        self.isNarrow = isNarrow
        if isNarrow {
            narrow = [UInt32](repeating: 0, count: count)
        } else {
            wide = [Int64](repeating: 0, count: count)
        }
    }

    var count: Int { isNarrow ? narrow.count : wide.count }

    /// The multiple at a place.
    @inline(__always)
    subscript(place: Int) -> Int64 { isNarrow ? Int64(narrow[place]) : wide[place] }

    mutating func reserve(_ pairs: Int) {
        if isNarrow { narrow.reserveCapacity(pairs) } else { wide.reserveCapacity(pairs) }
    }

    /// - Precondition: fits where multiples are narrow.
    @inline(__always)
    mutating func append(_ multiple: Int64) {
        if isNarrow { narrow.append(UInt32(multiple)) } else { wide.append(multiple) }
    }

    /// Puts a multiple in place of another.
    /// - Precondition: fits where multiples are narrow.
    @inline(__always)
    mutating func set(_ place: Int, to multiple: Int64) {
        if isNarrow { narrow[place] = UInt32(multiple) } else { wide[place] = multiple }
    }

    mutating func removeLast(_ count: Int) {
        if isNarrow { narrow.removeLast(count) } else { wide.removeLast(count) }
    }

    /// Appends some of other values.
    mutating func append(_ other: PairValues, _ range: Range<Int>) {
        if isNarrow {
            narrow.append(contentsOf: other.narrow[range])
        } else {
            wide.append(contentsOf: other.wide[range])
        }
    }

    /// Sets multiples to those of other values: `order` is called with a setter that takes a place here and one there.
    mutating func fill(from other: PairValues, _ order: ((_ place: Int, _ from: Int) -> Void) -> Void) {
        if isNarrow {
            narrow.withUnsafeMutableBufferPointer { here in
                other.narrow.withUnsafeBufferPointer { there in order { here[$0] = there[$1] } }
            }
        } else {
            wide.withUnsafeMutableBufferPointer { here in
                other.wide.withUnsafeBufferPointer { there in order { here[$0] = there[$1] } }
            }
        }
    }
}
