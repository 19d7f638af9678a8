package import HubModel

extension TravelSettings {
    /// The settings that bear on a study's journeys, and those that the study states whether they do or not: what a report
    /// lists as assumptions.
    /// - Parameter request: how journeys are worked out.
    package func used(by request: TravelRequest) -> TravelSettings {
        let kept = parameters.filter { parameter in
            parameter.stated || Self.uses.allSatisfy { !$0.holds(parameter.key) || $0.isUsed(request) }
        }
        return TravelSettings(traveller: traveller, parameters: kept)
    }

    /// Settings that only some kinds of journey read.
    private struct Use: Sendable {
        /// Keys, and beginnings of keys that end with a full stop.
        let keys: Set<String>
        let isUsed: @Sendable (TravelRequest) -> Bool

        func holds(_ key: String) -> Bool {
            keys.contains(key) || keys.contains { $0.hasSuffix(".") && key.hasPrefix($0) }
        }
    }

    private static let uses = [
        Use(keys: ["faces."]) { $0.by == .facesAndGates },
        Use(keys: ["streets.", "walk.steps", "walk.unlit", "crossing.", "car.longest", "car.pace", "cycle."]) {
            $0.by == .streets
        },
        Use(keys: ["street."]) { $0.by == .straightLine || $0.by == .facesAndGates },
        Use(keys: ["car.speed.", "car.near", "car.middle"]) { $0.by == .straightLine || $0.by == .facesAndGates },
        Use(keys: ["car.parking", "car.cost"]) { $0.by != .imported },
        Use(keys: [
            "bus.access.", "bus.egress", "bus.headway.", "bus.home", "wait.ceiling", "bus.speed.", "bus.near",
            "bus.middle", "bus.direct",
        ]) { $0.timetable == nil && $0.by != .imported },
        Use(
            keys: Set((BusDefaults.parameters + FareDefaults.parameters).map(\.key) + ["slack.weight"])
                .subtracting(["visits.year"])
        ) { $0.timetable != nil },
        Use(keys: ["wait.weight", "bus.interchange", "fare.", "party.", "visits.year"]) { $0.by != .imported },
    ]
}
