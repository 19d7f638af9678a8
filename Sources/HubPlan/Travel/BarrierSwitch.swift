internal import HubModel

/// Whether the study's barriers stand in the way, so that a plan with them and one without can be compared.
package enum BarrierSwitch: String, Sendable, CaseIterable {
    case on, off

    private static let leftOut = "Barriers were left out with --barriers off"

    /// As a run was made, by what it told.
    /// - Parameter sentences: of its findings.
    init(toldBy sentences: [String]) {
        self = sentences.contains { $0.hasPrefix(Self.leftOut) } ? .off : .on
    }

    /// What a reader is told of barriers that were left out.
    /// - Parameters:
    ///   - titles: of the barriers.
    ///   - hasTimetable: whether buses run to a timetable, which knows nothing of barriers.
    static func finding(_ titles: [String], hasTimetable: Bool) -> Finding {
        guard !titles.isEmpty else {
            return Finding(.note, "The study has no barriers, so leaving them out changes nothing.")
        }
        return Finding(
            .warning,
            "\(leftOut): \(titles.joined(separator: ", ")). The study itself is as it was."
                + (hasTimetable ? " Buses run as their timetable says, with barriers and without." : "")
        )
    }
}
