internal import Regions
internal import Yams

/// A way over or under a barrier that is not there today:
/// `crossing: {name: Coldhythe footbridge, x: …, y: …, crs: …, minutes: 1, walkersOnly: true}`.
enum CrossingChange: ScenarioChange {
    static let key = "crossing"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        let fields = try value.fields(named: ["name", "x", "y", "crs", "minutes", "walkersOnly"])
        let name = try fields.text("name")
        guard study.text(at: ["travel", "by"]) == "facesAndGates" else {
            throw value.failure(
                "a crossing can be added where travel is by facesAndGates; along streets it is a street, which the extract "
                    + "has to hold.")
        }
        let path = ["travel", "addedCrossings"]
        study.setList(study.list(at: path) + [value.node], at: path)
        return "a new crossing, \(name)"
    }
}
