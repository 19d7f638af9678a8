internal import Regions

/// The share over the hubs of all services together: `totalShare: {rule: wards225, atLeast: 50%}`.
enum TotalShareChange: ScenarioChange {
    static let key = "totalShare"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        "all services together: \(try ShareChange.set(value, at: ["totalShare"], in: &study))"
    }
}
