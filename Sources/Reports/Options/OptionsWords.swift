internal import HubModel

/// An option set in words that need no explanation.
package struct OptionsWords: Sendable {
    /// Stands wherever frequencies do.
    package static let warning =
        "How often a place occurs says how often the search came back to it, not how much it matters: a place in one option "
        + "only may be worth as much as one in all. `hubplan why` tells what a site is worth."

    private let record: OptionsRecord
    private var service: Service { record.region.services[record.service] }

    package init(_ record: OptionsRecord) {
        self.record = record
    }

    /// Three decimals, rounded up so that it never claims too much.
    static func percent(_ fraction: Double) -> String {
        Words.plain((max(0, fraction) * 100_000 - 1e-6).rounded(.up) / 1_000)
    }

    /// "each with at least 10 hubs farther than 3 km from every hub of each earlier one"
    package var asked: String {
        "Each option has at least \(Words.count(record.differ, "hub")) \(record.apart) \(record.apart.hasPrefix("in ") ? "than" : "from") "
            + "every hub of each earlier one, and is within \(Self.percent(record.within)) % of the best in what the plan was "
            + "made for\(record.isReach ? " (\(service.people) beyond \(Words.limit(service.reachLimit)))" : "")."
    }

    /// What is proved of the options themselves.
    package var proof: String {
        let open = record.options.indices.filter { record.options[$0].mostAbove.map { $0 > record.within } ?? true }
        guard !record.options.isEmpty else { return "No list keeps the rules." }
        if open.isEmpty { return "Proved: every one of them is that near to the best list there can be." }
        let far = open.compactMap { record.options[$0].mostAbove }.max()
        return
            "Proved for \(Words.count(record.options.count - open.count)) of \(Words.count(record.options.count)): the others "
            + "are that near to the best list found"
            + (far.map { ", and at most \(Self.percent($0)) % above the best there can be." } ?? ".")
    }

    /// Whether there are more.
    package var ending: String {
        switch record.end {
        case .full: "There are as many as were asked for; others may exist."
        case .none: "Proved: no other option can be added; every list that far from all of these costs more."
        case .clash: "Proved: no other option can be added. \(record.clash ?? "")"
        case .open: "No other option was found, and it is not proved that there is none."
        case .stopped: "Stopped before the list was full: others may exist."
        }
    }

    /// For a terminal.
    package func lines(folder: String?) -> [String] {
        var lines = ["\(Words.plural(service.title)): \(Words.count(record.options.count, "option"))"]
        for (number, option) in record.options.enumerated() {
            let mean = option.everyone.meanMinutes.map { Words.decimal($0, digits: 1) } ?? "–"
            let away = option.away.min().map { ", \(Words.count($0, "hub")) or more elsewhere" } ?? ""
            let most = option.mostAbove.map { " (at most \(Self.percent($0)) % above the best there can be)" } ?? ""
            lines.append(
                "  \(number + 1)  \(Words.count(option.everyone.reached)) within \(Words.limit(service.reachLimit)), mean \(mean) "
                    + "minutes, \(Self.percent(option.above)) % above the best found\(most)\(away)")
        }
        lines += [asked, proof, ending, QualityWords.sentence(record.quality)] + record.remarks
        let often = record.places.filter { $0.options > 1 }
        if record.options.count > 1 {
            lines.append(
                "\(Words.count(often.count, "place")) \(often.count == 1 ? "has" : "have") a hub in more than one option. "
                    + Self.warning)
        }
        if !record.stoppedAt.isEmpty {
            lines.append(
                "The same command with --stop-at \(record.stoppedAt.map(String.init).joined(separator: ",")) in place of its "
                    + "time limit repeats it exactly.")
        }
        if let folder, !record.options.isEmpty {
            lines += [
                "", "Page    \(folder)/options.html", "Table   \(folder)/options.csv",
                "Lists   \(folder)/option-1.csv ...",
            ]
        }
        return lines
    }
}
