internal import Regions

/// What a child counts for: `weights: {column: deprivation/score, title: deprivation}`, or `weights: children`.
enum WeightsChange: ScenarioChange {
    static let key = "weights"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        try ByService.values(value, in: study, isGroup: true).map { service, value in
            let path = ["services", service, "need"]
            if !value.isMapping, try value.text() == "children" {
                study[path] = nil
                return "\(service): every child counts once"
            }
            let column =
                value.isMapping ? try value.fields(named: ["column", "title"]).text("column") : try value.text()
            study[path] = value.node
            return "\(service): children count by \(column)"
        }.joined(separator: "; ")
    }
}
