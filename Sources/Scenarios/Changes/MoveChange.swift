internal import Regions
internal import Yams

/// A hub that stands today and moves, with the services it gives: `move: {site: hub-2, to: school-7}`, or
/// `to: {x: …, y: …, crs: …}` for a place without a building of the study.
enum MoveChange: ScenarioChange {
    static let key = "move"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        let fields = try value.fields(named: ["site", "to"])
        let site = try fields.required("site")
        let to = try fields.required("to")
        let id = try site.text()
        guard !to.isMapping else {
            let at = try to.fields(named: ["x", "y", "crs"])
            let point = try ["x", "y", "crs"].map { ($0, try at.required($0).node) }
            study.correct([("sites", site.node), ("point", .group(point))])
            return "\(id) moves to \(try at.text("x")), \(try at.text("y"))"
        }
        study.correct([("sites", site.node), ("movedTo", to.node)])
        let names = try SiteNames(site, in: study)
        names.change("lockedIn", of: &study, isAdded: false)
        names.change("lockedOut", of: &study, isAdded: true)
        return "\(id) moves to \(try to.text())"
    }
}
