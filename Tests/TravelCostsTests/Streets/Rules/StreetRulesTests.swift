import Testing

@testable import TravelCosts

@Suite struct StreetRulesTests {
    private func foot(_ tags: [String: String]) -> StreetDirections { StreetMode.foot.directions(StreetTags(tags)) }
    private func cycle(_ tags: [String: String]) -> StreetDirections { StreetMode.cycle.directions(StreetTags(tags)) }
    private func car(_ tags: [String: String]) -> StreetDirections { StreetMode.car.directions(StreetTags(tags)) }

    @Test func peopleWalkWhereTheyMay() {
        #expect(foot(["highway": "residential", "oneway": "yes"]) == .both)
        #expect(foot(["highway": "footway", "oneway:foot": "yes"]) == .along)
        #expect(foot(["highway": "motorway"]) == [])
        #expect(foot(["highway": "construction"]) == [])
        #expect(foot(["highway": "service", "access": "private"]) == [])
        #expect(foot(["highway": "service", "access": "private", "foot": "permissive"]) == .both)
        #expect(foot(["highway": "path", "foot": "no"]) == [])
        #expect(foot(["highway": "trunk"]) == .both)
        #expect(foot(["highway": "trunk", "motorroad": "yes"]) == [])
        #expect(foot(["highway": "trunk", "motorroad": "yes", "sidewalk": "both"]) == .both)
        #expect(foot(["railway": "rail"]) == [])
    }

    @Test func carsDriveWhereAndWhichWayTheyMay() {
        #expect(car(["highway": "footway"]) == [])
        #expect(car(["highway": "residential", "oneway": "-1"]) == .against)
        #expect(car(["highway": "motorway"]) == .along)
        #expect(car(["highway": "motorway", "oneway": "no"]) == .both)
        #expect(car(["highway": "tertiary", "junction": "roundabout"]) == .along)
        #expect(car(["highway": "residential", "access": "no", "motor_vehicle": "yes"]) == .both)
        #expect(car(["highway": "residential", "motor_vehicle": "private"]) == [])
    }

    @Test func cyclesGoAgainstTrafficOnlyWhereTheyMay() {
        #expect(cycle(["highway": "residential", "oneway": "yes"]) == .along)
        #expect(cycle(["highway": "residential", "oneway": "yes", "oneway:bicycle": "no"]) == .both)
        #expect(cycle(["highway": "residential", "oneway": "yes", "cycleway": "opposite_lane"]) == .both)
        #expect(cycle(["highway": "footway"]) == [])
        #expect(cycle(["highway": "footway", "bicycle": "yes"]) == .both)
        #expect(cycle(["highway": "cycleway"]) == .both)
        #expect(cycle(["highway": "motorway"]) == [])
    }

    @Test(arguments: [
        ("30 mph", 48.28), ("30mph", 48.28), ("50", 50), ("none", 32.19), ("", 32.19), ("0", 32.19), ("9999", 32.19),
        ("2 mph", 5),
    ])
    func limitsAreRead(limit: String, speed: Double) {
        #expect(abs(DrivingRules.speed(StreetTags(["highway": "residential", "maxspeed": limit])) - speed) < 0.01)
    }

    @Test func crossingsAreTold() {
        func crossing(_ node: [String: String], _ road: RoadClass, way: [String: String] = [:]) -> CrossingClass {
            CrossingClass(node: StreetTags(node), way: StreetTags(way), road: road)
        }
        #expect(crossing(["crossing": "traffic_signals"], .primary) == .signals)
        #expect(crossing(["highway": "traffic_signals"], .minor) == .signals)
        #expect(crossing(["crossing_ref": "puffin"], .primary) == .signals)
        #expect(crossing(["crossing": "zebra"], .primary) == .marked)
        #expect(crossing(["crossing": "unmarked"], .primary) == .uncontrolled)
        #expect(crossing([:], .secondary, way: ["crossing": "traffic_signals"]) == .signals)
        #expect(crossing([:], .secondary) == .uncontrolled)
        #expect(crossing([:], .minor) == .none)
        #expect(crossing(["railway": "level_crossing"], .path) == .level)
    }
}
