internal import Regions
internal import Yams

/// How many hubs: `count: {youngFutures: 5}`, or a difference, `count: +1`.
enum CountChange: ScenarioChange {
    static let key = "count"
    private static let most = 1_000_000

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        try ByService.values(value, in: study).map { service, value in
            let path = ["services", service, "count"]
            let before = study.text(at: path) ?? "none"
            let count = try count(value, before: Int(before))
            study[path] = Node(String(count))
            return "\(service): \(count) \(count == 1 ? "hub" : "hubs") instead of \(before)"
        }.joined(separator: "; ")
    }

    private static func count(_ value: StudyNode, before: Int?) throws -> Int {
        let text = try value.text()
        guard text.hasPrefix("+") || text.hasPrefix("-") else { return try value.integer(in: 1...most) }
        guard let difference = Int(text), let before, (-most...most).contains(difference), (1...most).contains(before)
        else {
            throw value.failure(
                "'\(text)' is no difference that can be added to the study's count. Write +1, -1 or a count.")
        }
        guard (1...most).contains(before + difference) else {
            throw value.failure(
                "'\(text)' makes \(before + difference) hubs of \(before). At least one has to be left.")
        }
        return before + difference
    }
}
