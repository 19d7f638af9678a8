internal import HubModel

extension PlanComparison {
    /// Services of any run, in the order in which they are met.
    var services: [String] {
        cells.reduce(into: []) { services, cell in
            if !services.contains(cell.service) { services.append(cell.service) }
        }
    }

    /// The comparison in lines for a terminal.
    /// - Parameter folder: where it was written; nil for nowhere.
    package func summary(folder: String?) -> String {
        var lines = runs.enumerated().map { "\($0 + 1). \($1.name): \($1.study), \($1.standing)" }
        for yardstick in runs.indices {
            for service in services {
                let cells = cells.filter { $0.yardstick == yardstick && $0.service == service }
                guard let title = cells.first?.title else { continue }
                lines += ["", "\(Words.sentence(Words.plural(title))), by the costs of \(runs[yardstick].name):"]
                lines += cells.map { "  \(runs[$0.plan].name): \(Self.words($0))" }
            }
        }
        lines += [""] + minutesSentences
        lines += coreSentences
        lines += differences.flatMap { sentences($0) }
        lines += dominanceSentences
        lines += findings.map { "Warning: \($0.sentence)" }
        if let folder {
            lines += ["", "Page    \(folder)/compare.html", "Tables  \(folder)/figures.csv, and others there"]
        }
        return lines.joined(separator: "\n")
    }

    private static func words(_ cell: Cell) -> String {
        let everyone = cell.figures.everyone
        let mean = everyone.meanMinutes.map { Words.decimal($0, digits: 1) } ?? "–"
        let shares = cell.share.map { share in
            let served = share.serving?.share.map { "; \(Words.percent($0)) of those served live there" } ?? ""
            return "; \(share.inside) of \(share.hubs) in \(cell.called ?? DisadvantageRule.usuallyCalled)\(served)"
        }
        return
            "\(Words.count(cell.hubs, "hub")); \(Words.count(everyone.reached)) of \(Words.count(everyone.children)) "
            + "children within reach; mean \(mean) minutes\(shares ?? "")\(cell.keepsRules ? "" : "; breaks a rule of that study")"
    }

    /// How minutes came about, once where all runs have them alike.
    var minutesSentences: [String] {
        let sentences = runs.map { QualityWords.sentence($0.quality) }
        if let first = sentences.first, sentences.allSatisfy({ $0 == first }) { return [first] }
        return zip(runs, sentences).map { "By the costs of \($0.name): \(Words.midSentence($1))" }
    }

    /// Sites that every plan has.
    var coreSentences: [String] {
        services.map { service in
            let sites = sites.filter { $0.service == service }
            let core = sites.filter(\.isCore)
            let names = core.isEmpty ? "" : ": " + Words.list(core.map { "\($0.name), \($0.place)" }, atMost: 10)
            let title = cells.first { $0.service == service }?.title ?? service
            return
                "\(Words.sentence(Words.plural(title))): \(Words.count(core.count)) of the \(Words.count(sites.count, "site")) that some plan has "
                + "\(core.count == 1 ? "is" : "are") in every plan\(names)."
        }
    }

    /// What changes from the first plan to another, a sentence a service.
    func sentences(_ difference: Difference) -> [String] {
        guard let change = difference.record.change else { return [] }
        let region = difference.record.region
        return change.services.map { service in
            let id = region.services[service.service].id
            let moved = difference.flows.reduce(Int64(0)) { $1.service == id ? $0 + $1.children : $0 }
            let title = Words.plural(region.services[service.service].title)
            return "\(runs[difference.plan].name) beside \(runs[0].name), \(title): keeps \(service.kept.count), gains "
                + "\(service.gained.count) and loses \(Words.count(service.lost.count, "hub")); \(Words.count(moved)) children "
                + "go to another hub. \(BaselineSection.sentence(service))"
        }
    }

    var dominanceSentences: [String] {
        if !sites.isEmpty, sites.allSatisfy(\.isCore) { return ["The plans have the same hubs."] }
        guard !dominance.isEmpty else {
            return ["No plan is at least as good as another on every count: each is better at something."]
        }
        return dominance.map { found in
            "By the costs of \(runs[found.yardstick].name), \(runs[found.better].name) is at least as good as "
                + "\(runs[found.worse].name) on every count, and better on \(Words.list(found.counts, atMost: 4))."
        }
    }
}
