internal import Foundation
internal import HubModel
internal import Reports

extension RunAnswer {
    /// The answer in plain words, for a terminal.
    /// - Parameter folder: where the run folder was written.
    package func summary(folder: String) -> String {
        switch outcome {
        case .infeasible(let why):
            return ([why.sentence] + why.relaxations.map { "  - \($0)" }).joined(separator: "\n")
        case .plan(let record):
            var lines = record.figures.services.indices.flatMap { serviceLines($0, record) }
            lines += record.region.findings.filter { $0.kind == .warning }.map { "Warning: \($0.sentence)" }
            lines += [
                "", "Report  \(folder)/report.html", "Map     \(folder)/plan.gpkg", "Plan    \(folder)/plan.geojson",
            ]
            if record.certificate != nil {
                lines.append("Proof   \(folder)/certificate.json (hubplan verify \(folder) checks it)")
            }
            return lines.joined(separator: "\n")
        }
    }

    private func serviceLines(_ index: Int, _ record: RunRecord) -> [String] {
        let figures = record.figures.services[index]
        let service = record.region.services[figures.service]
        let limit = Self.minutes(Double(service.reachLimit) / 10)
        var lines = ["\(service.title)s: \(figures.hubs.count)"]
        lines.append("  Without a car: " + Self.words(figures.withoutCar, limit: limit))
        lines.append("  All households: " + Self.words(figures.everyone, limit: limit))
        for check in figures.rules {
            let most = check.most.map { ", at most \($0)" } ?? ""
            lines.append(
                "  \(check.isKept ? "kept  " : "BROKEN") \(check.title): \(check.found) (at least \(check.least)\(most))"
            )
        }
        lines.append("  " + proof(index, record))
        if let best = record.comparison {
            lines.append("  " + loss(index, record, best))
            if let room = room(index, record, best) { lines.append("  " + room) }
        }
        return lines
    }

    private static func words(_ figures: TravelFigures, limit: String) -> String {
        guard let mean = figures.meanMinutes, let share = figures.shareReached else { return "no children" }
        return
            "\(figures.reached) of \(figures.children) children (\(percent(share))) within \(limit) minutes there and "
            + "back; mean \(minutes(mean)) minutes, estimated"
    }

    /// What is proved, in words that a councillor reads.
    private func proof(_ index: Int, _ record: RunRecord) -> String {
        guard let solution = record.solution ?? record.comparison?.solution else {
            return "Measured only: no bound was looked for."
        }
        let outcome = solution.services[index]
        let what = record.isMeasuredList ? "The best list found" : "This list"
        if outcome.isOptimal { return "\(what) is proved: no other list from the same data does better." }
        guard let gap = outcome.gap else { return "\(what) comes without a proof: no bound was found." }
        if let most = outcome.mostReached {
            let reached = (record.comparison?.figures ?? record.figures).services[index].everyone.reached
            return
                "No list that keeps the rules can bring more than \(most) children within that time; \(what.lowercased()) "
                + "brings \(reached) (within \(Self.percent(gap)) of the best there can be; stopped: \(solution.stop.rawValue))."
        }
        return "\(what) is within \(Self.percent(gap)) of the best there can be (stopped: \(solution.stop.rawValue))."
    }

    private func loss(_ index: Int, _ record: RunRecord, _ best: BestPlan) -> String {
        let (given, better) = (record.figures.services[index], best.figures.services[index])
        let kept = Set(given.hubs.map(\.site)).intersection(better.hubs.map(\.site)).count
        let reached = better.everyone.reached - given.everyone.reached
        let mean = (better.everyone.meanMinutes ?? 0) - (given.everyone.meanMinutes ?? 0)
        return
            "The best list found reaches \(reached >= 0 ? "\(reached) more" : "\(-reached) fewer") children, with a mean "
            + "\(Self.minutes(abs(mean))) minutes \(mean <= 0 ? "shorter" : "longer"); \(kept) of its hubs are on this list."
    }

    /// How far a measured list can be from the best, by the bound; nil when it breaks rules, which the bound keeps.
    private func room(_ index: Int, _ record: RunRecord, _ best: BestPlan) -> String? {
        let objective = record.figures.services[index].objective
        guard record.figures.keepsEveryRule, let bound = best.solution.services[index].bound, objective > 0 else {
            return nil
        }
        let gap = max(0, Double(objective - bound) / Double(objective))
        return gap == 0
            ? "This list is proved: no other list from the same data does better."
            : "This list is at most \(Self.percent(gap)) from the best there can be."
    }

    private static func minutes(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(format: "%.1f", value)
    }

    private static func percent(_ fraction: Double) -> String {
        String(format: fraction < 0.01 ? "%.3f %%" : "%.1f %%", fraction * 100)
    }
}
