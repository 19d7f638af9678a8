internal import HubModel
package import HubPlan
internal import Reports

/// A frontier with the ways of telling it.
package struct FrontierAnswer: Sendable {
    private let record: FrontierRecord

    /// Asks a question step by step.
    /// - Throws: a `MendableError` where it has no such rule or service.
    package init(_ frontier: Frontier, of run: StudyRun, in series: SolveSeries) throws {
        record = try frontier.answer(run, in: series)
    }

    /// Finds out before the solves whether the folder can be written after them.
    package static func checkWritable(_ folder: String) throws { try FrontierFolder.check(folder) }

    /// Writes page, picture and tables, whole or not at all.
    package func write(to folder: String) throws { try FrontierFolder.write(record, to: folder) }

    /// For other programs: what `frontier.json` holds.
    package var json: String { record.json }

    package var verdict: SeriesVerdict {
        let steps = record.curves.flatMap(\.steps)
        if steps.allSatisfy({ $0.clash != nil }) { return .infeasible }
        return steps.allSatisfy { $0.clash != nil || isClose($0) } ? .answered : .stoppedShort
    }

    private func isClose(_ step: FrontierRecord.Step) -> Bool {
        guard let objective = step.objective else { return false }
        return step.bound >= objective || Double(objective - step.bound) / Double(objective) <= record.gap
    }

    /// In plain words, for a terminal.
    package func summary(folder: String?) -> String {
        var lines = record.curves.flatMap { FrontierText.lines($0, of: record) }
        lines.append(QualityWords.sentence(record.quality))
        lines += record.remarks
        let steps = record.curves.reduce(0) { $0 + $1.steps.count }
        lines.append(
            "\(record.solves) solve\(record.solves == 1 ? "" : "s") for \(steps) step\(steps == 1 ? "" : "s").")
        if record.stop != nil {
            lines.append("Stopped before every step was looked at: what is known of each is told.")
        }
        if !record.stoppedAt.isEmpty {
            lines.append(
                "The same command with --stop-at \(record.stoppedAt.map(String.init).joined(separator: ",")) in place of its "
                    + "time limit repeats it exactly.")
        }
        if let folder {
            lines += [
                "", "Page    \(folder)/frontier.html", "Picture \(folder)/frontier.svg",
                "Table   \(folder)/frontier.csv",
            ]
        }
        return lines.joined(separator: "\n")
    }
}
