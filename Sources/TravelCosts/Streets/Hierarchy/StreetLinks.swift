/// A hierarchy's links laid bare for the loops that take the time.
struct StreetLinks {
    /// Where each place's links begin, and at the end where the last ones stop.
    let first: UnsafeBufferPointer<UInt32>
    /// The upper end of each link.
    let above: UnsafeBufferPointer<UInt32>
    /// For each place, the one after its last descendant.
    let ends: UnsafeBufferPointer<UInt32>
    /// The cost of each link from its lower end.
    let up: UnsafeBufferPointer<UInt32>
    /// The cost of each link from its upper end.
    let down: UnsafeBufferPointer<UInt32>
}

extension StreetHierarchy {
    func withLinks<Answer>(_ body: (StreetLinks) -> Answer) -> Answer {
        shape.first.withUnsafeBufferPointer { first in
            shape.above.withUnsafeBufferPointer { above in
                shape.ends.withUnsafeBufferPointer { ends in
                    up.withUnsafeBufferPointer { up in
                        down.withUnsafeBufferPointer { down in
                            body(StreetLinks(first: first, above: above, ends: ends, up: up, down: down))
                        }
                    }
                }
            }
        }
    }
}
