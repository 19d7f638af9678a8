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

    @Test func aStudyReplacesTheValueAndKeepsTheSource() {
        var changed = settings
        let isKnown = changed.set("walk.speed", to: 4)
        #expect(isKnown)
        #expect(changed["walk.speed"] == 4)
        #expect(changed.parameters[0].stated)
        #expect(changed.parameters[0].source == "a survey")
    }

    @Test func anUnknownKeyChangesNothing() {
        var changed = settings
        let isKnown = changed.set("walk.sped", to: 4)
        #expect(!isKnown)
        #expect(changed == settings)
    }
}
