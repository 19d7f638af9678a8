internal import HubModel

/// How the search went: what was found when, and how far the proof reached.
enum SearchSection {
    /// More steps than this are thinned, first and last kept.
    private static let mostRows = 40

    static func html(_ view: RunView) -> HTML {
        guard let solution = view.record.solution ?? view.record.comparison?.solution else { return .empty }
        return """
            <section aria-labelledby="search">
            <h2 id="search">How the list was found</h2>
            <p>\(ProofWords.sentence(gap: solution.gap)) \(ProofWords.sentence(solution.stop)) \(Words.ended(Words.sentence(solution.method)))</p>
            <p>The score is children times tenths of minutes, plus a large amount for each child beyond reach where the \
            study asks for reach; lower is better. Asked for: within \(Words.gap(view.record.limits.gap)) of the best \
            possible.</p>
            \(outcomes(solution, in: view).html)\(events(view))</section>

            """
    }

    private static func outcomes(_ solution: Solution, in view: RunView) -> Table {
        Table(
            caption: "Score found and score that no list can beat",
            columns: [
                .text("service", "For"), .number("found", "Found"), .number("bound", "No list goes below"),
                .text("proof", "Proof"),
            ],
            rows: solution.services.enumerated().map { index, outcome in
                [
                    .text(index < view.services.count ? view.services[index].plural : outcome.service),
                    .whole(outcome.objective), outcome.bound.map { .whole($0) } ?? .none,
                    .text(ProofWords.sentence(gap: outcome.gap)),
                ]
            }
        )
    }

    private static func events(_ view: RunView) -> HTML {
        let all = view.record.events
        guard !all.isEmpty else { return .empty }
        let step = max(1, (all.count + mostRows - 1) / mostRows)
        let kept = all.enumerated().filter { $0.offset % step == 0 || $0.offset == all.count - 1 }.map(\.element)
        let table = Table(
            caption: "Steps of the search",
            columns: [
                .text("service", "For"), .text("stage", "Stage"), .number("work", "Work done"),
                .number("found", "Best score so far"), .number("bound", "No list goes below"),
            ],
            rows: kept.map { event in
                [
                    .text(event.service), .text(event.stage), .whole(event.work),
                    event.incumbent.map { .whole($0) } ?? .none, event.bound.map { .whole($0) } ?? .none,
                ]
            },
            heading: 1
        )
        return """
            <details><summary>\(Words.count(kept.count)) of \(Words.count(all.count, "step"))</summary>
            \(table.html)</details>

            """
    }
}
