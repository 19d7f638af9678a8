package import HubModel

/// What bus rides cost a family on a date: a flat single, a price by operator, or the fare tables of the timetable, under a
/// national cap on singles while it lasts and an operators' cap on a day.
///
/// Until the cap ends, no single costs more than it, and rides whose price nobody knows cost just that. Afterwards they cost
/// the single that the settings name for then.
package struct FareScheme: Hashable, Sendable {
    /// Pence for one adult while the cap lasts.
    package var single: Int32
    /// Last day of the cap.
    package var capEnds: ServiceDate
    /// Pence for one adult once the cap has ended.
    package var singleAfter: Int32
    /// Most that one adult pays in a day, in pence; nil where there is no such ticket.
    package var day: Int32?
    /// By number of the operator. The timetable's own tables are not asked about these.
    package var operators: [UInt32: OperatorPrice]
    package var tables: FeedFares
    /// How many pay the full fare, and how many the reduced one.
    package var fullPayers: Double
    package var reducedPayers: Double
    /// Reduced fare as a share of the full one.
    package var reducedShare: Double

    /// - Parameters:
    ///   - settings: of the traveller.
    ///   - tables: the timetable's own.
    ///   - operators: prices by number of the operator, as the study states them.
    /// - Throws: `TravelError` when a setting or a price is missing or outside its range.
    package init(_ settings: TravelSettings, tables: FeedFares = FeedFares(), operators: [UInt32: OperatorPrice] = [:])
        throws
    {
        let read = SettingsReader(settings)
        func pence(_ key: String) throws -> Int32 { Int32((try read.within(key, 0...1000) * 100).rounded()) }
        single = try pence("fare.single")
        singleAfter = try pence("fare.singleAfter")
        let day = try pence("fare.day")
        self.day = day > 0 ? day : nil
        let ends = try read.within("fare.capEnds", 19_000_101...99_991_231)
        guard let date = ServiceDate(String(Int(ends))), ends == ends.rounded() else {
            throw TravelError(
                "fare.capEnds (Last day of the cap on single fares; date) is \(ends), but must be a day such as 20270331. "
                    + "Change it in the study's travel settings.")
        }
        capEnds = date
        self.tables = tables
        self.operators = operators
        fullPayers = try read.within("party.full", 0...100)
        reducedPayers = try read.within("party.half", 0...100)
        reducedShare = try read.within("fare.half", 0...1)
        _ = try read.within("visits.year", 0...366)
    }
}
