internal import HubModel
internal import Regions
internal import Yams

/// Which rule says what is doubly disadvantaged: `rule: bothIndices`. Shares keep their size.
enum RuleChange: ScenarioChange {
    static let key = "rule"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        var names: [String] = []
        var swapped = 0
        for (service, value) in try ByService.values(value, in: study) {
            let rule = try rule(value, in: study)
            names.append(rule)
            guard study[["services", service, "share"]] != nil else { continue }
            study[["services", service, "share", "rule"]] = Node(rule)
            swapped += 1
        }
        if !value.isMapping, study[["totalShare"]] != nil {
            study[["totalShare", "rule"]] = Node(try rule(value, in: study))
            swapped += 1
        }
        guard swapped > 0 else {
            throw value.failure(
                "no share is asked for, so there is no rule to swap. Ask for one: `share: {rule: \(names.first ?? "RULE"), atLeast: 50%}`."
            )
        }
        return "doubly disadvantaged is by \(Array(Set(names)).sorted().joined(separator: ", "))"
    }

    /// The id of a rule that the study has.
    static func rule(_ value: StudyNode, in study: StudyDocument) throws -> String {
        let name = try value.text()
        let rules = study.rules
        guard rules.contains(name) else {
            let known = rules.isEmpty ? "the study has none" : "there are \(rules.joined(separator: ", "))"
            throw value.failure(
                "there is no disadvantage rule '\(name)'; \(known).\(NearestName.hint(name, among: rules)) A new one is "
                    + "written with `defineRule`.")
        }
        return name
    }
}
