/// Sites near one area, in no order, in arrays that are kept from one area to the next.
package struct NearSites: Sendable {
    /// Entries of the arrays that count; they may be longer.
    package private(set) var count = 0
    package private(set) var sites: [UInt32] = []
    package private(set) var withoutCar: [TenthMinutes] = []
    package private(set) var withCar: [TenthMinutes] = []

    package init() {}

    /// Writes sites with their minutes for both kinds of household.
    /// - Parameters:
    ///   - most: entries that `body` may write.
    ///   - body: writes to the three arrays from their start and returns how many it wrote.
    package mutating func fill(
        upTo most: Int,
        _ body: (
            UnsafeMutableBufferPointer<UInt32>, UnsafeMutableBufferPointer<TenthMinutes>,
            UnsafeMutableBufferPointer<TenthMinutes>
        ) -> Int
    ) {
        if sites.count < most {
            sites = [UInt32](repeating: 0, count: most)
            withoutCar = sites
            withCar = sites
        }
        count = sites.withUnsafeMutableBufferPointer { sites in
            withoutCar.withUnsafeMutableBufferPointer { withoutCar in
                withCar.withUnsafeMutableBufferPointer { withCar in body(sites, withoutCar, withCar) }
            }
        }
    }
}
