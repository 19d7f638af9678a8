import HubModel
import Testing

@testable import TravelCosts

struct TravellersTests {
    @Test func everyNameHasSettingsThatWork() throws {
        for name in Travellers.names {
            let settings = try #require(Travellers.settings(name))
            let travel = try oneRoad(settings, sitesAt: [1000])
            #expect(travel.minutes(area: urbanHome, household: .withoutCar, site: 0) > 0)
        }
        #expect(Travellers.settings("pensioner") == nil)
    }

    @Test func everyParameterSaysWhatItIsAndWhereItComesFrom() throws {
        let keys = Travellers.adult.parameters.map(\.key)
        for name in Travellers.names {
            let settings = try #require(Travellers.settings(name))
            #expect(settings.parameters.map(\.key) == keys)
            for parameter in settings.parameters {
                #expect(!parameter.title.isEmpty && !parameter.unit.isEmpty && !parameter.source.isEmpty)
                #expect(!parameter.stated)
            }
        }
    }

    @Test func partiesPayAsTheirMembersDo() {
        #expect(Travellers.parentWithPushchair["party.full"] == 1)
        #expect(Travellers.parentWithPushchair["party.half"] == 0)
        #expect(Travellers.youngPersonAlone["party.full"] == 0)
        #expect(Travellers.youngPersonAlone["party.half"] == 1)
    }

    @Test func onlyTheChildAloneIsNeverDriven() {
        let driven = Travellers.names.filter { Travellers.settings($0)?["car.used"] == 1 }
        #expect(driven == ["parentWithPushchair", "youngPersonAlone", "adult"])
    }
}
