internal import Regions

/// Sites that are no longer locked or barred: `free: hall-3`.
enum FreeChange: ScenarioChange {
    static let key = "free"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        let names = try SiteNames(value, in: study)
        names.change("lockedIn", of: &study, isAdded: false)
        names.change("lockedOut", of: &study, isAdded: false)
        return "\(names.words) may be chosen or left\(ByService.words(names.services, in: study))"
    }
}
