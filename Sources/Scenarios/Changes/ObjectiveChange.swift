internal import HubModel
internal import Regions

/// What is made least: `objective: mean`, or `reach`.
enum ObjectiveChange: ScenarioChange {
    static let key = "objective"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        try ByService.values(value, in: study).map { service, value in
            let words =
                switch try value.choice(ObjectiveRequest.self) {
                case .mean: "least mean minutes"
                case .reach: "fewest children beyond the limit"
                }
            study[["services", service, "objective"]] = value.node
            return "\(service): \(words)"
        }.joined(separator: "; ")
    }
}
