internal import Regions
internal import Yams

/// One more bus on every line, so many minutes after its last: `lastBus: {later: 60}`.
enum LastBusChange: ScenarioChange {
    static let key = "lastBus"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        let later = try value.fields(named: ["later"]).required("later")
        let minutes = try later.integer(in: 1...600)
        guard study[["travel", "timetable"]] != nil else {
            throw value.failure("the study has no timetable, so no bus is the last. Name one with `timetable`.")
        }
        study[["travel", "timetable", "lastBusLater"]] = later.node
        return "one more bus \(minutes) minutes after the last of each line"
    }
}
