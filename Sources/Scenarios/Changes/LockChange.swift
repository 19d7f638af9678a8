internal import Regions

/// Sites that any plan has to open: `lock: {sites: [hall-3], for: youngFutures}`.
enum LockChange: ScenarioChange {
    static let key = "lock"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        let names = try SiteNames(value, in: study)
        guard names.namesServices || study.services.count == 1 else {
            throw value.failure(
                "say which service the site has to be open for: `lock: {sites: \(names.words), for: \(study.services.first ?? "SERVICE")}`."
            )
        }
        names.change("lockedOut", of: &study, isAdded: false)
        names.change("lockedIn", of: &study, isAdded: true)
        return "\(names.words) must be open\(ByService.words(names.services, in: study))"
    }
}
