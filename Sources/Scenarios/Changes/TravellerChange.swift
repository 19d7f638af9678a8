internal import Regions
internal import Yams

/// Who travels: `traveller: childAlone11`. What the study sets of the traveller's settings stays.
enum TravellerChange: ScenarioChange {
    static let key = "traveller"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        try ByService.values(value, in: study).map { service, value in
            let traveller = try value.text()
            study[["services", service, "travel", "traveller"]] = value.node
            return "\(service): the traveller is \(traveller)"
        }.joined(separator: "; ")
    }
}

/// Settings of the traveller, by their keys: `settings: {fare.share: 0, walk.speed: 4}`.
enum SettingsChange: ScenarioChange {
    static let key = "settings"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        try ByService.values(value, in: study, isGroup: true).map { service, value in
            let settings = try value.entries()
            guard !settings.isEmpty else { throw value.failure("name a travel setting and its value.") }
            for (name, setting) in settings { study[["services", service, "travel", "set", name]] = setting.node }
            let words = settings.map { name, setting in
                let number = (setting.node.value(of: "value") ?? setting.node).scalar?.string ?? ""
                return "\(name) \(number)"
            }
            return "\(service): \(words.joined(separator: ", "))"
        }.joined(separator: "; ")
    }
}
