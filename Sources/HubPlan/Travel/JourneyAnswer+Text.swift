internal import HubModel
internal import TravelCosts

extension JourneyAnswer {
    /// In plain words, for a terminal.
    package var text: String {
        let (from, to) = (region.areas[area], region.sites[site])
        let metres = ExplainingWords.number(from.point.distance(to: to.point).rounded())
        let opening = [
            "From \(from.name) (\(from.code)) to \(to.name) (\(to.id)), there and back; \(metres) metres in a straight line.",
            "\(service.title) (\(service.id)): \(traveller). Minutes are \(quality.title) (\(quality.source)).",
        ]
        return (opening + choices.flatMap { [""] + lines($0) }).joined(separator: "\n")
    }

    private func lines(_ choice: Choice) -> [String] {
        let title = choice.household.title
        guard let best = choice.options.first?.parts else {
            return ["For \(title) there is no way there and home again."] + refusals(choice)
        }
        var lines = [
            "For \(title): \(best.mode.title), there and back in \(minutes(best.clockMinutes)) on the clock, "
                + "\(ways(best))\(money(best)). With effort and money counted it weighs as \(minutes(best.total)):"
        ]
        if best.isCut {
            lines.append("  It is longer than the longest journey that is counted, and counts as long as that one.")
        }
        for part in JourneyParts.Part.allCases where best[part] > 0 {
            lines.append("  \(part.title): \(minutes(best[part]))")
        }
        for isHome in [false, true] {
            let legs = choice.legs.filter { $0.isHome == isHome }
            if !legs.isEmpty { lines.append(isHome ? "  Home:" : "  Out:") }
            lines += legs.map(words)
        }
        for option in choice.options.dropFirst() {
            guard let parts = option.parts else { continue }
            let more = parts.total > best.total ? "\(minutes(parts.total - best.total)) more" : "the same"
            let weight = "\(minutes(parts.total)) (\(more))"
            lines.append("  Harder: \(option.mode.title), which weighs as \(weight), \(money(parts)).")
        }
        return lines + refusals(choice)
    }

    /// "24.3 minutes there and 31 minutes home, ", each as its legs add up; nothing where the two are not known apart.
    private func ways(_ parts: JourneyParts) -> String {
        parts.homeMinutes.map { home in
            "\(minutes(parts.clockMinutes - home)) there and \(minutes(home)) home, "
        } ?? ""
    }

    private func refusals(_ choice: Choice) -> [String] {
        choice.options.compactMap { option in
            option.refusal.map { "  Not possible: \(option.mode.title), because \($0)." }
        }
    }

    private func words(_ leg: JourneyLeg) -> String {
        let metres = leg.metres.map { ", \(ExplainingWords.number($0.rounded())) metres" } ?? ""
        return "    \(leg.words): \(minutes(leg.minutes))\(metres)"
    }

    private func minutes(_ tenths: TenthMinutes) -> String { minutes(Double(tenths) / 10) }

    /// "1 minute", "11 minutes", "7.5 minutes".
    private func minutes(_ minutes: Double) -> String {
        let text = TravelAnswer.decimal(minutes, 1)
        let short = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        return short == "1" ? "1 minute" : "\(short) minutes"
    }

    private func money(_ parts: JourneyParts) -> String {
        let pounds = TravelAnswer.decimal(parts.pounds, 2)
        return pounds == "0.00" ? "free" : "£\(pounds)"
    }
}
