/// What one operator charges one adult, in pence.
package struct OperatorPrice: Hashable, Sendable {
    package var single: Int32
    /// Most for all of its buses in a day, there and back; nil where it sells no such ticket.
    package var day: Int32?

    /// - Parameters:
    ///   - single: pounds for one bus.
    ///   - day: pounds for all of its buses in a day; nil where there is no such ticket.
    /// - Throws: `TravelError` for a price outside 0 to 1000 pounds.
    package init(single: Double, day: Double? = nil) throws {
        func pence(_ pounds: Double) throws -> Int32 {
            guard (0...1000).contains(pounds) else {
                throw TravelError("An operator's fare is \(pounds), but must be pounds from 0 to 1000. Change it.")
            }
            return Int32((pounds * 100).rounded())
        }
        self.single = try pence(single)
        self.day = try day.map(pence)
    }
}
