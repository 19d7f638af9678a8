internal import Foundation

/// A batch in the text form that Prometheus reads (exposition format 0.0.4).
package struct BatchMetrics: Sendable {
    let report: BatchReport
    /// Seconds since 1970 at the batch's end.
    let finished: Double

    /// - Parameters:
    ///   - report: of the batch.
    ///   - finished: seconds since 1970.
    package init(_ report: BatchReport, finished: Double) {
        self.report = report
        self.finished = finished
    }

    package var text: String {
        let ends = report.ends
        let families: [(name: String, help: String, samples: [(labels: String, value: Double)])] = [
            ("hubplan_batch_finished_timestamp_seconds", "When the batch ended.", [("", finished)]),
            ("hubplan_batch_duration_seconds", "Wall seconds of the batch.", [("", report.seconds)]),
            ("hubplan_batch_jobs", "Jobs of the batch.", [("", Double(ends.count))]),
            (
                "hubplan_batch_failures", "Jobs that failed, were held back or came too late.",
                [("", Double(report.failed.count))]
            ),
            ("hubplan_batch_moved", "Jobs whose places moved.", [("", Double(report.moved.count))]),
            (
                "hubplan_job_failed", "Whether the job failed: 1 or 0.",
                ends.map { (Self.label($0), $0.isFailure ? 1 : 0) }
            ),
            (
                "hubplan_job_moved", "Whether a place of the job moved: 1 or 0.",
                ends.map { (Self.label($0), $0.isMove ? 1 : 0) }
            ),
            (
                "hubplan_job_duration_seconds", "Wall seconds of the job; 0 for one that was not run.",
                ends.map { (Self.label($0), $0.seconds) }
            ),
            (
                "hubplan_job_gap", "How far the plan can be from the best, as a fraction.",
                ends.compactMap { end in end.gap.map { (Self.label(end), $0) } }
            ),
            (
                "hubplan_job_input_age_seconds", "Age of the input that was written longest ago.",
                ends.compactMap { end in end.inputAge.map { (Self.label(end), $0) } }
            ),
        ]
        return families.filter { !$0.samples.isEmpty }.map { family in
            "# HELP \(family.name) \(family.help)\n# TYPE \(family.name) gauge\n"
                + family.samples.map { "\(family.name)\($0.labels) \($0.value)\n" }.joined()
        }.joined()
    }

    /// Written aside and put in place at once.
    /// - Throws: `BatchError` when the file cannot be written.
    package func write(to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw BatchError(
                "The metrics \(path) cannot be written: \(error.localizedDescription). Choose another place.")
        }
    }

    /// A job's name needs no escaping: it is letters, digits, `-`, `_` and `.`.
    private static func label(_ end: JobEnd) -> String { "{job=\"\(end.job)\"}" }
}
