internal import Regions

/// A disadvantage rule that the study does not have, in the study's own form: `defineRule: {worstFifth: {title: …}}`.
enum DefineRuleChange: ScenarioChange {
    static let key = "defineRule"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        let entries = try value.entries()
        guard !entries.isEmpty else { throw value.failure("name a rule and write it out, as in a study.") }
        for (name, rule) in entries { study[["disadvantage", name]] = rule.node }
        return "the rule \(entries.map(\.name).joined(separator: ", ")) as the scenario writes it"
    }
}
