internal import Regions

/// Sites that no plan may open: `bar: hall-3`.
enum BarChange: ScenarioChange {
    static let key = "bar"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        let names = try SiteNames(value, in: study)
        names.change("lockedIn", of: &study, isAdded: false)
        names.change("lockedOut", of: &study, isAdded: true)
        return "\(names.words) may not be chosen\(ByService.words(names.services, in: study))"
    }
}
