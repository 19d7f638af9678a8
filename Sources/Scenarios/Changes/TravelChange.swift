internal import Regions

/// How journeys are worked out, in the study's own form and in place of what was there: `travel: {by: streets, streets: …}`.
enum TravelChange: ScenarioChange {
    static let key = "travel"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        if !value.isMapping {
            guard try value.text() == "none" else {
                throw value.failure("write how journeys are worked out, as in a study, or none for the straight line.")
            }
            study[["travel"]] = nil
            return "journeys are estimated from the straight line"
        }
        study[["travel"]] = value.node
        return "journeys are worked out by \(study.text(at: ["travel", "by"]) ?? "straightLine")"
    }
}
