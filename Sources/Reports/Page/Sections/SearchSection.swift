internal import HubModel

/// How the search went: what was found when, and how far the proof reached.
enum SearchSection {
    static func html(_ view: RunView) -> HTML {
        guard let solution = view.record.solution ?? view.record.comparison?.solution else { return .empty }
        return """
            <section aria-labelledby="search">
            <h2 id="search">How the list was found</h2>
            <p>\(told(solution).joined(separator: " "))</p>
            \(ConvergenceFigures.html(view))<p>The score is children times tenths of minutes, plus a large amount for \
            each child beyond reach where the study asks for reach; lower is better. Asked for: \
            \(asked(view.record.limits.gap)).</p>
            \(outcomes(solution, in: view).html)</section>

            """
    }

    private static func asked(_ gap: Double) -> String {
        gap == 0
            ? "a proof that no list that keeps the rules is better" : "within \(Words.gap(gap)) of the best possible"
    }

    private static func told(_ solution: Solution) -> [String] {
        [
            ProofWords.sentence(gap: solution.gap), ProofWords.ending(solution), ProofWords.repetition(solution),
            Words.ended(Words.sentence(solution.method)),
        ].compactMap { $0 }
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
}
