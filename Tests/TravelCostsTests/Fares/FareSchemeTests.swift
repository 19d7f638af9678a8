import HubModel
import Testing

@testable import TravelCosts

@Suite struct FareSchemeTests {
    private let before = ServiceDate(number: 20_620)
    private let after = ServiceDate(number: 21_000)

    private func ride(
        _ route: UInt32 = 0, agency: UInt32 = 0, _ origin: String = "", _ destination: String = "", at time: Int32 = 0
    ) -> FareRide {
        FareRide(route: route, agency: agency, originZone: origin, destinationZone: destination, boards: time)
    }

    @Test(arguments: [
        ("parentWithPushchair", Int32(600), Int32(800)), ("childAlone11", 300, 400), ("adult", 600, 800),
    ])
    func eachTravellerPaysTheirShareWithAndWithoutTheCap(name: String, capped: Int32, uncapped: Int32) throws {
        let scheme = try FareScheme(try #require(Travellers.settings(name)))
        #expect(scheme.pence(out: [ride()], home: [ride()], on: before) == capped)
        #expect(scheme.pence(out: [ride()], home: [ride()], on: after) == uncapped)
        #expect(scheme.pence(out: [ride()], home: [ride()], on: scheme.capEnds) == capped)
        #expect(scheme.pence(out: [ride()], home: [ride()], on: scheme.capEnds.adding(days: 1)) == uncapped)
    }

    @Test func everyBusCostsASingleUpToTheDaysCap() throws {
        let settings = Travellers.adult.changing(["fare.single": 2, "fare.day": 5])
        let scheme = try FareScheme(settings)
        #expect(scheme.pence(out: [ride()], home: [ride()], on: before) == 400)
        #expect(scheme.pence(out: [ride(), ride()], home: [ride()], on: before) == 500)
    }

    @Test func aPartyPaysForEachOfItsPeople() throws {
        let settings = Travellers.adult.changing(["party.full": 1, "party.half": 2, "fare.single": 2.45])
        // A day's 490 for the parent, and 245 for each of two children.
        #expect(try FareScheme(settings).pence(out: [ride()], home: [ride()], on: before) == 980)
    }

    @Test func operatorsHaveTheirOwnPriceUnderTheCap() throws {
        let scheme = try FareScheme(
            Travellers.adult, operators: [1: OperatorPrice(single: 1.5), 2: OperatorPrice(single: 7)])
        #expect(scheme.pence(out: [ride(agency: 1)], home: [ride(agency: 1)], on: before) == 300)
        #expect(scheme.pence(out: [ride(agency: 2)], home: [ride(agency: 2)], on: before) == 600)
        #expect(scheme.pence(out: [ride(agency: 2)], home: [ride(agency: 2)], on: after) == 1400)
        #expect(sentence { _ = try OperatorPrice(single: -2) }.contains("pounds from 0 to 1000"))
    }

    @Test func anOperatorsPriceStandsInPlaceOfTheTablesAndItsDayTicketCoversItAlone() throws {
        let tables = FeedFares(fares: [.init(id: "any", pence: 120, changes: nil, rules: [])])
        let scheme = try FareScheme(
            Travellers.adult, tables: tables, operators: [1: OperatorPrice(single: 2.5, day: 4)])
        #expect(scheme.pence(out: [ride(agency: 1)], home: [], on: before) == 250)
        #expect(scheme.pence(out: [ride(agency: 1)], home: [ride(agency: 1)], on: before) == 400)
        // The other operator's ticket covers all of its buses in one direction, and none of the first's.
        let mixed = [ride(agency: 2), ride(agency: 1), ride(agency: 2)]
        #expect(scheme.pence(out: mixed, home: mixed, on: before) == 400 + 2 * 120)
    }

    @Test func aStudysFaresAreThoseOfTheDayAndTheOperator() throws {
        let feed = try TinyFeed().read()
        let name = try #require(feed.agencies.first)
        func fare(
            _ name: String, _ single: Double, from: String? = nil, until: String? = nil
        ) -> TravelRequest.OperatorFare {
            .init(name: name, single: single, from: from, until: until, place: "study.yaml, travel.fares[1]")
        }
        let date = try #require(ServiceDate("2026-06-16"))
        let both = [fare(name.id, 2, until: "2026-06-15"), fare(name.name.uppercased(), 3, from: "2026-06-16")]
        #expect(try feed.prices(both, on: date).prices == [0: OperatorPrice(single: 3)])
        #expect(try feed.prices(both, on: date.adding(days: -1)).prices == [0: OperatorPrice(single: 2)])
        let gone = try feed.prices([both[0]], on: date)
        #expect(gone.prices.isEmpty && gone.findings.count == 1)
        #expect(
            sentence { _ = try feed.prices([fare(name.id, 2), fare(name.name, 3)], on: date) }.contains(
                "has two fares on 2026-06-16"))
        let unknown = sentence { _ = try feed.prices([fare("Nobody's Buses", 2)], on: date) }
        #expect(unknown.contains("study.yaml, travel.fares[1]: the timetable has no operator 'Nobody's Buses'."))
        #expect(unknown.contains(name.name))
    }

    @Test func zonesSetThePrice() throws {
        let tables = FeedFares(fares: [
            .init(id: "in", pence: 150, changes: 0, rules: [.init(origin: "i", destination: "i")]),
            .init(
                id: "out", pence: 280, changes: 0,
                rules: [.init(origin: "i", destination: "o"), .init(origin: "o", destination: "i")]),
        ])
        let scheme = try FareScheme(Travellers.adult, tables: tables)
        #expect(scheme.pence(out: [ride(0, "i", "i")], home: [ride(0, "i", "i")], on: before) == 300)
        #expect(scheme.pence(out: [ride(0, "i", "o")], home: [ride(0, "o", "i")], on: before) == 560)
        // No table knows outer to outer, so it costs the single.
        #expect(scheme.pence(out: [ride(0, "o", "o")], home: [], on: before) == 300)
        #expect(scheme.pence(out: [ride(0, "o", "o")], home: [], on: after) == 400)
    }

    @Test func aTicketCoversTheChangesAndTheTimeThatItAllows() throws {
        func scheme(changes: Int?, seconds: Int32?) throws -> FareScheme {
            try FareScheme(
                Travellers.adult,
                tables: FeedFares(fares: [.init(id: "t", pence: 200, changes: changes, seconds: seconds, rules: [])]))
        }
        let three = [ride(at: 0), ride(at: 1800), ride(at: 4000)]
        #expect(try scheme(changes: 0, seconds: nil).adult(three, on: before) == 600)
        #expect(try scheme(changes: 1, seconds: nil).adult(three, on: before) == 400)
        #expect(try scheme(changes: nil, seconds: nil).adult(three, on: before) == 200)
        #expect(try scheme(changes: nil, seconds: 1800).adult(three, on: before) == 400)
        #expect(try scheme(changes: nil, seconds: 1799).adult(three, on: before) == 600)
        #expect(try scheme(changes: nil, seconds: 1000).adult(three, on: before) == 600)
    }

    @Test func aDearerTicketIsBoughtWhenItSavesTheSecond() throws {
        let tables = FeedFares(fares: [
            .init(id: "single", pence: 180, changes: 0, rules: []),
            .init(id: "through", pence: 250, changes: 1, rules: []),
        ])
        let scheme = try FareScheme(Travellers.adult, tables: tables)
        #expect(scheme.adult([ride()], on: before) == 180)
        #expect(scheme.adult([ride(), ride()], on: before) == 250)
        #expect(scheme.adult([ride(), ride(), ride()], on: before) == 430)
    }

    @Test func theCapIsOnSinglesAndNotOnTicketsForSeveralBuses() throws {
        let tables = FeedFares(fares: [.init(id: "day", pence: 900, changes: nil, rules: [])])
        let scheme = try FareScheme(Travellers.adult, tables: tables)
        #expect(scheme.adult([ride()], on: before) == 300)
        #expect(scheme.adult([ride(), ride()], on: before) == 600)
        #expect(scheme.adult([ride(), ride(), ride(), ride()], on: before) == 900)
        #expect(scheme.adult([ride()], on: after) == 900)
        let hop = FeedFares(fares: [.init(id: "hop", pence: 900, changes: 0, rules: [])])
        #expect(try FareScheme(Travellers.adult, tables: hop).adult([ride(), ride()], on: before) == 600)
    }

    @Test func oneMoreBusCostsTheMeanSingleOfTheDay() throws {
        #expect(try FareScheme(Travellers.adult).meanSingle(on: before, agencies: 3) == 3)
        #expect(try FareScheme(Travellers.adult).meanSingle(on: after, agencies: 3) == 4)
        let priced = try FareScheme(
            Travellers.adult, operators: [0: OperatorPrice(single: 1), 1: OperatorPrice(single: 7)])
        #expect(priced.meanSingle(on: before, agencies: 2) == 2)
        #expect(priced.meanSingle(on: after, agencies: 3) == 4)
    }

    @Test func aFeedsFareTablesAreRead() throws {
        var tiny = try TinyFeed()
        tiny.files["fare_attributes.txt"] = """
            fare_id,price,currency_type,payment_method,transfers,agency_id,transfer_duration
            day,2.35,GBP,0,,op,5400
            hop,1.10,GBP,0,0,,

            """
        tiny.files["fare_rules.txt"] = """
            fare_id,route_id,origin_id,destination_id,contains_id
            hop,r2,inner,outer,
            hop,,,,harbour

            """
        let feed = try tiny.read()
        #expect(
            feed.fares.fares == [
                .init(id: "day", pence: 235, changes: nil, seconds: 5400, agency: 0, rules: []),
                .init(
                    id: "hop", pence: 110, changes: 0,
                    rules: [.init(route: 1, origin: "inner", destination: "outer"), .init(contains: "harbour")]),
            ])
        #expect(feed.findings.map(\.sentence).contains { $0.contains("1 rows ask for zones passed through") })
        #expect(feed.fares.usable(ride(1, "inner", "outer")) == [1, 0])
        #expect(feed.fares.usable(ride(0, "inner", "outer")) == [0])
        #expect(feed.fares.usable(ride(0, agency: 3, "harbour", "outer")) == [1])
    }
}
