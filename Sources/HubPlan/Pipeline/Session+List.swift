package import HubModel
package import Reports

extension Session {
    /// All that a run folder tells about a list that somebody brought.
    /// - Parameters:
    ///   - list: theirs.
    ///   - run: what the list answers.
    ///   - best: the best plan found for the same study; nil where none was looked for.
    ///   - remarks: what else a reader should know.
    package func record(
        of list: GivenPlan, best: BestPlan?, run: StudyRun, remarks: [Finding] = []
    ) throws -> RunRecord {
        let certificates = try best.map { try run.certificates(of: $0.solution, threads: limits.threads) } ?? []
        let settled = try SettledPlan(
            run, plan: list.plan, solution: best?.solution, certificates: certificates, isList: true,
            threads: limits.threads)
        watch.end("ties")
        var record = try run.record(
            of: list.plan, solution: nil, comparison: best,
            matching: list.matches.map {
                .init(service: $0.service, entry: "row \($0.row): \($0.given)", site: $0.site, metres: $0.metres)
            },
            limits: limits, events: events, timing: watch.timing(threads: limits.threads, of: run))
        record.region.findings += list.findings + remarks
        record.tell(settled)
        record.compare(with: try Baseline(telling.baseline, run: run))
        return try record.published(telling.publish)
    }
}
