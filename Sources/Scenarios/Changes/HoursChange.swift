internal import Regions

/// When sessions open and close: `hours: {closes: "20:30"}`.
enum HoursChange: ScenarioChange {
    static let key = "hours"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        try ByService.values(value, in: study, isGroup: true).map { service, value in
            let fields = try value.fields(named: ["opens", "closes"])
            let given = ["opens", "closes"].compactMap { name in fields[name].map { (name, $0) } }
            guard !given.isEmpty else { throw value.failure("say when it opens or closes: {closes: \"20:30\"}.") }
            for (name, time) in given { study[["services", service, name]] = time.node }
            return "\(service): " + (try given.map { "\($0) at \(try $1.text())" }.joined(separator: ", "))
        }.joined(separator: "; ")
    }
}
