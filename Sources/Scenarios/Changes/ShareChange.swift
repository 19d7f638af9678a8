internal import Regions
internal import Yams

/// The share of hubs in doubly disadvantaged places: `share: 60%`, `share: {rule: worstTenth, atLeast: 12 hubs}`, `share: none`.
enum ShareChange: ScenarioChange {
    static let key = "share"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        try ByService.values(value, in: study, isGroup: true).map { service, value in
            let words = try set(value, at: ["services", service, "share"], in: &study)
            return "\(service): \(words)"
        }.joined(separator: "; ")
    }

    /// - Parameters:
    ///   - value: a share by the rule that is there, `none`, or a rule with a share or an aim.
    ///   - path: of the share in the study.
    ///   - study: to be changed.
    /// - Returns: the share in words.
    static func set(_ value: StudyNode, at path: [String], in study: inout StudyDocument) throws -> String {
        if value.isMapping {
            let fields = try value.fields(named: ["rule", "atLeast", "aim"])
            let (name, asked) = try fields.exactlyOne(of: ["atLeast", "aim"])
            let rule = try fields["rule"].map { try RuleChange.rule($0, in: study) } ?? study.text(at: path + ["rule"])
            guard let rule else { throw value.failure(noRule(study)) }
            study[path] = .group([("rule", Node(rule)), (name, asked.node)])
            return "\(try words(asked)) of the hubs by \(rule)"
        }
        guard try value.text() != "none" else {
            study[path] = nil
            return "no share of the hubs is asked for"
        }
        guard let rule = study.text(at: path + ["rule"]) else { throw value.failure(noRule(study)) }
        study[path] = .group([("rule", Node(rule)), ("atLeast", value.node)])
        return "\(try words(value)) of the hubs by \(rule)"
    }

    private static func words(_ asked: StudyNode) throws -> String {
        if asked.isMapping { return "a number" }
        switch try asked.text() {
        case "asHighAsPossible": return "as many as possible"
        case "reportOnly": return "no fixed share"
        case let text: return "at least \(text)"
        }
    }

    private static func noRule(_ study: StudyDocument) -> String {
        "no share is asked for so far, so name the rule it goes by: {rule: \(study.rules.first ?? "RULE"), atLeast: 50%}."
    }
}
