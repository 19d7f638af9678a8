package import HubModel

/// Settings of a traveller by bus, in the units that a scan needs.
package struct BusSettings: Hashable, Sendable {
    package var rules: ScanRules
    /// Seconds.
    package var outLimit: Int32
    package var homeLimit: Int32
    /// Metres along streets.
    package var stopLimit: Double
    package var changeLimit: Double
    package var metresPerSecond: Double
    /// Thousandths of a second of riding that a second of being early counts, in the choice of a bus.
    package var slackWeight: Int64

    /// - Parameters:
    ///   - settings: of the traveller.
    ///   - slackWeight: how much a minute of being there early counts.
    ///   - changeFare: pounds that one adult pays for one more bus; nil for `fare.single`.
    /// - Throws: `TravelError` when a setting is missing or outside its range.
    package init(_ settings: TravelSettings, slackWeight: Double = 1, changeFare: Double? = nil) throws {
        let read = SettingsReader(settings)
        func thousandths(_ value: Double) -> Int64 {
            Int64(min(value * 1000, Double(ScanRules.largest)).rounded())
        }
        func seconds(_ minutes: Double) -> Int32 { Int32((minutes * 60).rounded()) }
        rules = ScanRules()
        rules.boardingSlack = seconds(try read.within("bus.boarding", 0...60))
        rules.mostRides = Int(try read.within("bus.changesMost", 0...7)) + 1
        rules.walkWeight = thousandths(try read.notNegative("walk.weight"))
        rules.waitWeight = thousandths(try read.notNegative("wait.weight"))
        rules.firstWaitWeight = rules.waitWeight
        let people =
            try read.notNegative("party.full") + read.notNegative("party.half") * read.within("fare.half", 0...1)
        let fare = try changeFare ?? read.notNegative("fare.single")
        let fareMinutes = try people * fare * 60 / read.positive("time.value")
        rules.changePenalty = thousandths(60 * (try read.notNegative("bus.interchange") + fareMinutes))
        outLimit = seconds(try read.within("bus.outLimit", 0...1440))
        homeLimit = seconds(try read.within("bus.homeLimit", 0...1440))
        stopLimit = try read.within("bus.stopLimit", 0...500_000)
        changeLimit = try read.within("bus.changeLimit", 0...500_000)
        metresPerSecond = try read.positive("walk.speed") / 3.6
        self.slackWeight = thousandths(slackWeight)
    }
}
