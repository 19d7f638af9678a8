internal import Foundation
internal import HubModel
internal import Reports

extension RunAnswer {
    /// The answer in plain words, for a terminal.
    /// - Parameters:
    ///   - folder: where the run folder was written.
    ///   - command: what was run, the program first; empty when it was no solve.
    package func summary(folder: String, command: [String] = []) -> String {
        switch outcome {
        case .infeasible(let why):
            return ([why.sentence] + why.relaxations.map { "  - \($0)" } + ["No run folder was written."])
                .joined(separator: "\n")
        case .plan(let record):
            var lines = record.figures.services.indices.flatMap { ServiceSummary(record, service: $0).lines }
            if let total = record.figures.totalShare { lines.append(ServiceSummary.rule(total)) }
            lines += record.region.findings.map(\.sentence).filter { $0.hasPrefix(RunStart.opening) }
            lines += record.region.findings.filter { $0.kind == .warning }.map { "Warning: \($0.sentence)" }
            lines += (clash?.relaxations ?? []).map { "  - \($0)" }
            lines += [
                "", "Report  \(folder)/report.html", "Map     \(folder)/plan.gpkg", "Plan    \(folder)/plan.geojson",
            ]
            if record.certificate != nil {
                lines.append("Proof   \(folder)/certificate.json (hubplan verify \(folder) checks it)")
            }
            let stops = (record.solution ?? record.comparison?.solution)?.stoppedAt ?? []
            if !stops.isEmpty, !command.isEmpty { lines.append("Repeat  \(RepeatCommand.line(command, stops: stops))") }
            return lines.joined(separator: "\n")
        }
    }
}

/// One service of a run in a few lines for a terminal.
private struct ServiceSummary {
    private let record: RunRecord
    private let index: Int
    private var figures: ServiceFigures { record.figures.services[index] }
    private var service: Service { record.region.services[figures.service] }

    init(_ record: RunRecord, service index: Int) {
        self.record = record
        self.index = index
    }

    var lines: [String] {
        var lines = ["\(service.title)s: \(figures.hubs.count.grouped)"]
        lines += added.map { "  " + $0 }
        let everyone = words(figures.everyone) + RunWords.noWay(record, service: index)
        if record.region.tellsCars {
            lines.append(
                "  Without a car: " + words(figures.withoutCar)
                    + RunWords.noWay(record, service: index, household: .withoutCar))
            lines.append("  All households: " + everyone)
        } else {
            lines.append("  Everybody, nobody driving (the study does not say who has a car): " + everyone)
        }
        if let border = RunWords.border(record, service: index) {
            lines.append("  Without a car within that time: \(border)")
        }
        lines += figures.rules.map { "  " + Self.rule($0, isUnlisted: record.isUnlisted(index)) }
        lines += borderline.map { "  " + $0 }
        lines += serving.map { "  " + $0 }
        lines += matching.map { "  " + $0 }
        lines += settled.map { "  " + $0 }
        lines.append("  " + proof)
        if let best = record.comparison {
            lines.append("  " + loss(best))
            lines += room(best).map { ["  " + $0] } ?? []
        }
        return lines
    }

    /// Hubs that the list does not name and that were measured with it.
    private var added: [String] {
        let names = record.addedHubs(index).map { site in
            "\(record.region.sites[Int(site)].name) (\(record.region.sites[Int(site)].id))"
        }
        guard !names.isEmpty else { return [] }
        let more = names.count > 5 ? " and \(names.count - 5) more" : ""
        return [
            (record.isUnlisted(index) ? "The list names none. " : "")
                + "Added to the list, since the study keeps what stands today: "
                + names.prefix(5).joined(separator: ", ") + more + "."
        ]
    }

    static func rule(_ check: RuleCheck, isUnlisted: Bool = false) -> String {
        let least = check.least > 0 || check.most == nil ? "at least \(check.least.grouped)" : nil
        let bounds = [least, check.most.map { "at most \($0.grouped)" }].compactMap { $0 }.joined(separator: ", ")
        return
            "\(check.isKept ? "kept  " : isUnlisted ? "not in the list:" : "BROKEN") \(check.title): \(check.found.grouped) (\(bounds))"
    }

    private func words(_ figures: TravelFigures) -> String {
        guard let mean = figures.meanMinutes, let share = figures.shareReached else { return "no children" }
        return "\(figures.reached.grouped) of \(figures.children.grouped) children (\(percent(share))) within "
            + "\(minutes(Double(service.reachLimit) / 10)) minutes there and back; mean \(minutes(mean)) minutes"
            + (record.quality.errorBands.isEmpty ? "" : ", estimated")
    }

    /// The share told both ways, where a boundary could tip it.
    private var borderline: [String] {
        figures.shares.filter { $0.rule == record.request.services[index].shareRule }.compactMap { share in
            guard share.borderlineInside + share.borderlineOutside > 0 else { return nil }
            let near = share.borderlineInside + share.borderlineOutside
            return
                "\(near) of them \(near == 1 ? "stands" : "stand") nearer to a boundary than the data is accurate: the "
                + "share could be \(share.inside - share.borderlineInside) to \(share.inside + share.borderlineOutside) of \(share.hubs)."
        }
    }

    /// Whom the hubs serve, beside where they stand.
    private var serving: [String] {
        let own = record.request.services[index].shareRule
        guard let serving = figures.shares.first(where: { $0.rule == own })?.serving, let share = serving.share else {
            return []
        }
        let flagged = serving.flagged.count
        let note =
            flagged == 0
            ? ""
            : "; \(flagged) \(flagged == 1 ? "hub stands" : "hubs stand") just inside a boundary and "
                + "\(flagged == 1 ? "serves" : "serve") mostly children from outside"
        return ["Of the children served \(percent(share)) live in such places\(note)."]
    }

    private var matching: [String] {
        let metres = record.matching.filter { $0.service == index }.compactMap(\.metres)
        guard let farthest = metres.max() else { return [] }
        return [
            metres.count == 1
                ? "1 point of the list was matched to a site, \(Int(nearest: farthest).grouped) m away."
                : "\(metres.count.grouped) points of the list were matched to sites, at most "
                    + "\(Int(nearest: farthest).grouped) m away."
        ]
    }

    /// Firm places and near-ties, hubs that voices moved, and who gains and loses beside a baseline.
    private var settled: [String] {
        var lines: [String] = []
        if let headline = RunWords.ties(record, service: index) { lines.append(headline + ".") }
        let moved = record.moves.count { $0.service == index }
        if moved > 0 {
            lines.append(
                "Residents' voices moved \(moved) of the hubs, each within the error of the data; voices.csv tells the cost."
            )
        }
        if let change = RunWords.change(record, service: index), let title = record.baselineTitle {
            lines.append("Beside \(title): \(change)")
        }
        return lines
    }

    /// What is proved, in words that a councillor reads.
    private var proof: String {
        guard let solution = record.solution ?? record.comparison?.solution else {
            return "Measured only: how much better a list could be was not looked for."
        }
        let outcome = solution.services[index]
        let what = record.isMeasuredList ? bestList : "This list"
        if outcome.isOptimal {
            return "\(what) is proved: no other list that keeps the rules does better on the same data."
        }
        guard let gap = outcome.gap else { return "\(what) comes without a proof: no bound was found." }
        if let most = outcome.mostReached {
            let reached = (record.comparison?.figures ?? record.figures).services[index].everyone.reached
            return
                "\(what) brings \(reached.grouped) children within that time; no list that keeps the rules can bring more than "
                + "\(most.grouped). \(stopped(solution))"
        }
        return "\(what) is within \(percent(gap)) of the best that the rules allow. \(stopped(solution))"
    }

    private func stopped(_ solution: Solution) -> String {
        let checkpoint = solution.stoppedAt.last.map { " at checkpoint \($0)" } ?? ""
        return switch solution.stop {
        case .proved, .gapReached: "Stopped at the closeness asked for."
        case .timeLimit: "Stopped by the time limit\(checkpoint)."
        case .workLimit: "Stopped by the limit of work."
        case .nodeLimit: "Stopped by the limit of branching nodes."
        case .memoryLimit: "Stopped by the limit of memory."
        case .checkpoint: "Stopped\(checkpoint), as asked."
        case .interrupted: "Stopped by hand\(checkpoint)."
        case .exhausted: "The method can bring the two no closer."
        }
    }

    /// A list that breaks rules may do better than any that keeps them.
    private var bestList: String {
        record.figures.keepsEveryRule ? "The best list found" : "The best list found that keeps every rule"
    }

    private func loss(_ best: BestPlan) -> String {
        let better = best.figures.services[index]
        let kept = Set(figures.hubs.map(\.site)).intersection(better.hubs.map(\.site)).count
        guard kept < max(better.hubs.count, figures.hubs.count) else { return "\(bestList) has the same hubs." }
        let reached = better.withoutCar.reached - figures.withoutCar.reached
        let all = better.everyone.reached - figures.everyone.reached
        let mean = (better.everyone.meanMinutes ?? 0) - (figures.everyone.meanMinutes ?? 0)
        return
            "\(bestList) reaches \(difference(all)) children, \(difference(reached)) of them without a car, with a "
            + "mean \(minutes(abs(mean))) minutes \(mean <= 0 ? "shorter" : "longer"); it has \(kept) of this list's hubs."
    }

    private func difference(_ children: Int64) -> String {
        "\(children.magnitude.grouped) \(children >= 0 ? "more" : "fewer")"
    }

    /// How far a measured list can be from the best, by the bound; nil when it breaks rules, which the bound keeps.
    private func room(_ best: BestPlan) -> String? {
        guard record.figures.keepsEveryRule, let bound = best.solution.services[index].bound, figures.objective > 0
        else {
            return nil
        }
        guard figures.objective > bound else {
            return figures.objective == bound
                ? "This list is proved: no other list that keeps the rules does better on the same data." : nil
        }
        return
            "This list is at most \(percent(Double(figures.objective - bound) / Double(figures.objective))) from the best."
    }

    private func minutes(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(format: "%.1f", value)
    }

    private func percent(_ fraction: Double) -> String {
        fraction == 0 ? "0 %" : String(format: fraction < 0.01 ? "%.3f %%" : "%.1f %%", fraction * 100)
    }
}
