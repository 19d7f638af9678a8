import Testing

@testable import HubModel

@Suite struct TravelSettingsTests {
    private let settings = TravelSettings(
        traveller: "an adult",
        parameters: [
            Parameter(
                key: "walk.speed", title: "Walking speed", value: 4.8, unit: "km/h", source: "a survey", mark: .lookedUp
            )
        ])

    @Test func anotherValueDoesNotKeepTheSourceOfTheDefault() {
        var changed = settings
        let isKnown = changed.set("walk.speed", to: 4)
        #expect(isKnown)
        #expect(changed["walk.speed"] == 4)
        #expect(changed.parameters[0].stated)
        #expect(changed.parameters[0].standard == 4.8)
        #expect(changed.parameters[0].source == "the study, which gives no source")
        #expect(changed.parameters[0].mark == .assumed)
    }

    @Test func theDefaultStatedAgainKeepsItsSourceAndASourceOfTheStudyIsTaken() {
        var same = settings
        var sourced = settings
        let isKnown = same.set("walk.speed", to: 4.8) && sourced.set("walk.speed", to: 4, source: "a stopwatch")
        #expect(isKnown)
        #expect(same.parameters[0].source == "a survey")
        #expect(same.parameters[0].mark == .lookedUp)
        #expect(sourced.parameters[0].source == "a stopwatch")
        #expect(sourced.parameters[0].mark == .lookedUp)
    }

    @Test func anUnknownKeyChangesNothing() {
        var changed = settings
        let isKnown = changed.set("walk.sped", to: 4)
        #expect(!isKnown)
        #expect(changed == settings)
    }
}
