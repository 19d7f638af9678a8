internal import HubModel

/// How the list got better and the limit came closer: a chart a service, and the same numbers as a table.
enum ConvergenceFigures {
    /// More steps than this are thinned in the table, first and last kept.
    private static let mostRows = 40

    static func html(_ view: RunView) -> HTML {
        // A single step is no course.
        let tracks = view.record.tracks.filter { $0.steps.count > 1 }
        guard !tracks.isEmpty else { return .empty }
        return """
            <h3>How the list got better and the limit came closer</h3>
            <p>The solid line is the best list known by then, the dashed line what no list that keeps the rules can beat. \
            Where the two meet, nothing better exists. Work is counted in steps of the search and not in seconds, so that \
            it is the same on every machine.</p>
            <div class="charts">
            \(tracks.map { figure($0, words: ConvergenceWords($0, in: view)) })</div>

            """
    }

    private static func figure(_ track: SearchTrack, words: ConvergenceWords) -> HTML {
        """
        <figure>
        <figcaption>\(words.title)</figcaption>
        \(ConvergenceChart(track, words: words).svg)
        <p class="key"><span class="stroke found"></span> \(words.found) \
        <span class="stroke limit"></span> \(words.limit)</p>
        <details><summary>The same as a table</summary>
        \(table(track, words: words).html)</details>
        </figure>

        """
    }

    private static func table(_ track: SearchTrack, words: ConvergenceWords) -> Table {
        let every = max(1, (track.steps.count + mostRows - 1) / mostRows)
        let last = track.steps.count - 1
        let kept = track.steps.indices.filter { $0 % every == 0 || $0 == last }.map { track.steps[$0] }
        let thinned = kept.count < track.steps.count ? " (\(kept.count) of \(track.steps.count) steps)" : ""
        return Table(
            caption: words.title + thinned,
            columns: [
                .number("work", "Work done"), .number("found", Words.sentence(words.found)),
                .number("limit", Words.sentence(words.limit)),
            ],
            rows: kept.map { step in
                [
                    .whole(step.work), step.found.map { .text(words.value($0)) } ?? .none,
                    step.limit.map { .text(words.limit($0)) } ?? .none,
                ]
            })
    }
}

/// What a track counts, in words.
struct ConvergenceWords: Sendable {
    let title: String
    let found: String
    let limit: String
    private let unit: SearchTrack.Unit

    init(_ track: SearchTrack, in view: RunView) {
        let service = track.service.map { view.services[$0] }
        let name = service?.plural ?? "All services together"
        unit = track.unit
        switch track.unit {
        case .reached:
            let people = service.map(\.service.weightTitle) ?? "children"
            let minutes = service.map { Words.limit($0.service.reachLimit) } ?? "the limit"
            title = "\(name): \(people) within \(minutes) there and back"
            found = "best list so far"
            limit = "no list reaches more"
        case .meanMinutes:
            title = "\(name): mean minutes there and back, \(view.minutesLabel)"
            found = "best list so far"
            limit = "no list goes below"
        case .score:
            title = "\(name): score, the list found being 100; lower is better"
            found = "best list so far"
            limit = "no list goes below"
        }
    }

    func value(_ value: Double) -> String {
        Words.decimal(value, digits: unit == .reached ? 0 : 2)
    }

    /// Rounded down where lower is better, so that it never claims too much.
    func limit(_ value: Double) -> String {
        self.value(unit == .reached ? value : (value * 100 + 1e-6).rounded(.down) / 100)
    }
}
