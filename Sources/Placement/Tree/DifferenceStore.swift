/// Many vectors of one length that mostly agree: each is held by where it differs from one that is held in full.
///
/// Vectors are told by number, counted from 0 in the order in which they came.
struct DifferenceStore<Number: Equatable & Sendable>: Sendable {
    private struct Packed: Sendable {
        var base: Int
        var places: [UInt32] = []
        var values: [Number] = []

        var bytes: Int { places.count * (4 + MemoryLayout<Number>.stride) }
    }

    private var bases: [[Number]] = []
    private var packed: [Packed] = []
    private(set) var bytes = 0

    var count: Int { packed.count }

    /// - Returns: the vector's number.
    mutating func add(_ vector: [Number]) -> Int {
        packed.append(pack(vector))
        return packed.count - 1
    }

    /// Puts a vector in the place of another.
    mutating func replace(_ number: Int, by vector: [Number]) {
        bytes -= packed[number].bytes
        packed[number] = pack(vector)
    }

    subscript(number: Int) -> [Number] {
        let packed = packed[number]
        var vector = bases[packed.base]
        for (place, value) in zip(packed.places, packed.values) { vector[Int(place)] = value }
        return vector
    }

    /// One that differs from the last base in more than a quarter of its numbers becomes the next base.
    private mutating func pack(_ vector: [Number]) -> Packed {
        var difference = Packed(base: bases.count - 1)
        if let base = bases.last {
            for place in vector.indices where vector[place] != base[place] {
                difference.places.append(UInt32(place))
                difference.values.append(vector[place])
            }
        }
        if bases.isEmpty || difference.places.count > vector.count / 4 {
            bases.append(vector)
            bytes += MemoryLayout<Number>.stride * vector.count
            difference = Packed(base: bases.count - 1)
        }
        bytes += difference.bytes
        return difference
    }
}
