internal import Regions

/// Minutes there and back within which a child counts as reached: `reachWithin: 90`.
enum ReachChange: ScenarioChange {
    static let key = "reachWithin"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        try ByService.values(value, in: study).map { service, value in
            _ = try value.number(atLeast: 0)
            study[["services", service, key]] = value.node
            return "\(service): reached within \(try value.text()) minutes"
        }.joined(separator: "; ")
    }
}

/// Minutes there and back beyond which a child counts as out of reach: `outOfReachBeyond: 200`.
enum OutOfReachChange: ScenarioChange {
    static let key = "outOfReachBeyond"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        try ByService.values(value, in: study).map { service, value in
            _ = try value.number(atLeast: 0)
            study[["services", service, key]] = value.node
            return "\(service): out of reach beyond \(try value.text()) minutes"
        }.joined(separator: "; ")
    }
}
