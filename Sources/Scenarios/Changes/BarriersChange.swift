internal import Regions
internal import Yams

/// Whether rivers, railways and the like stand in the way: `barriers: off`, and `barriers: on` as the study has them.
enum BarriersChange: ScenarioChange {
    static let key = "barriers"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        let fields = ["by", "barriers", "crossings"].map { ["travel", $0] }
        guard try value.flag() else {
            study[["travel", "barriers"]] = nil
            study[["travel", "crossings"]] = nil
            if study.text(at: ["travel", "by"]) == "facesAndGates" { study[["travel", "by"]] = Node("straightLine") }
            return "barriers do not stand in the way"
        }
        guard base[["travel", "barriers"]] != nil else {
            throw value.failure("the study has no barriers to put back. Write them with `travel`.")
        }
        for path in fields { study[path] = base[path] }
        return "barriers stand in the way as the study has them"
    }
}
