internal import Regions
internal import Yams

/// Hubs that stand today and close: `close: hub-2`. Their buildings cannot be chosen again.
enum CloseChange: ScenarioChange {
    static let key = "close"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        guard !value.isMapping else {
            throw value.failure("name the hubs that close: `close: hub-2`, or a list of ids.")
        }
        let names = try SiteNames(value, in: study)
        study.correct([("sites", value.node), ("status", Node("closed"))])
        names.change("lockedIn", of: &study, isAdded: false)
        names.change("lockedOut", of: &study, isAdded: true)
        return "\(names.words) \(names.ids.count == 1 ? "closes" : "close")"
    }
}

extension StudyDocument {
    /// Adds a correction after those there are.
    /// - Parameter fields: of the correction.
    mutating func correct(_ fields: [(String, Node)]) {
        setList(list(at: ["corrections"]) + [.group(fields)], at: ["corrections"])
    }
}
