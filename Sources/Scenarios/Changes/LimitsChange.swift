internal import Regions
internal import Yams

/// Floors and caps, in the study's own form: `limits: [{each: district, atLeast: 1}]` in place of those there were,
/// `limits: none`, or one more with `limits: {and: …}`.
enum LimitsChange: ScenarioChange {
    static let key = "limits"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        try ByService.values(value, in: study, isGroup: true).map { service, value in
            let path = ["services", service, "limits"]
            if value.isMapping, let and = try value.entries().first(where: { $0.name == "and" }) {
                let more = try value.fields(named: ["and"]).required("and").list().map(\.node)
                study.setList(study.list(at: path) + more, at: path)
                return "\(service): \(more.count) more \(more.count == 1 ? "limit" : "limits")\(try words(and.value))"
            }
            if !value.isMapping, !value.isList {
                guard try value.text() == "none" else {
                    throw value.failure("'\(try value.text())' is no limit. Write limits as in a study, or none.")
                }
                study[path] = nil
                return "\(service): no floors and caps"
            }
            study.setList(try value.list().map(\.node), at: path)
            return "\(service): floors and caps\(try words(value))"
        }.joined(separator: "; ")
    }

    /// Their titles, or what each is for.
    private static func words(_ value: StudyNode) throws -> String {
        let titles = try value.list().compactMap { limit in
            limit.node.value(of: "title")?.scalar?.string
                ?? limit.node.value(of: "each")?.scalar.map { "each \($0.string)" }
        }
        return titles.isEmpty ? "" : ": " + titles.joined(separator: ", ")
    }
}
