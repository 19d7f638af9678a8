internal import HubModel
internal import Regions

extension RuleAnswer {
    /// The answer in plain words, for a terminal.
    package var text: String {
        switch subject {
        case .spot(let title, let point, let area, _, let reading, let verdicts):
            let place = place(title, point, area: area, reading: reading)
            let lines = verdicts.flatMap { verdict in
                ["", "\(verdict.word): \(self.title(verdict.rule))"] + sentences(verdict).map { "  " + $0 }
            }
            return ([place] + lines).joined(separator: "\n")
        case .place(let title, let counts, let totals):
            let whole =
                "\(title): \(ExplainingWords.count(totals.areas, "area")), "
                + "\(ExplainingWords.count(totals.sites, "site"))."
            let lines = counts.flatMap { count in
                ["", "\(count.word(of: totals)): \(self.title(count.rule))"]
                    + sentences(count, of: totals).map { "  " + $0 }
            }
            return ([whole] + lines).joined(separator: "\n")
        }
    }

    private func title(_ rule: Int) -> String {
        let rule = study.region.rules[rule]
        return "\(rule.title) (\(rule.id), \(rule.date))"
    }

    private func source(_ rule: DisadvantageRule) -> String {
        "By: \(rule.explanation)" + (rule.source.isEmpty ? "" : " Source: \(rule.source).") + " Date: \(rule.date)."
    }

    // MARK: One point

    /// Where it is, and what the numbers were taken for.
    private func place(_ title: String, _ point: Point, area: Int, reading: String?) -> String {
        let region = study.region
        let taken = reading.map { ", read as \($0)" } ?? ""
        let position =
            ": \(ExplainingWords.number(point.x.rounded())), \(ExplainingWords.number(point.y.rounded())) in \(region.crs)"
        let found = region.areas[area]
        return "\(title)\(taken)\(reading == region.crs ? "" : position), in the area \(found.name) (\(found.code))."
    }

    private func sentences(_ verdict: RuleVerdict) -> [String] {
        reasons(verdict) + [people(verdict), source(study.region.rules[verdict.rule])]
    }

    /// Why it is in or out, and by how much.
    private func reasons(_ verdict: RuleVerdict) -> [String] {
        let rule = study.region.rules[verdict.rule]
        guard verdict.standing != nil || !verdict.parts.isEmpty else {
            return ["It decides by the sites' own rows, and this is no site."]
        }
        var lines = verdict.parts.map { part in
            "\(part.word) under \(title(part.rule)). " + reasons(part).joined(separator: " ")
        }
        lines += verdict.tests.map(ExplainingWords.sentence)
        if let listing = verdict.listing { lines.append(ExplainingWords.sentence(listing)) }
        if verdict.parts.isEmpty, let standing = verdict.standing {
            if case .sites(let tests) = study.study.evidence[verdict.rule].kind {
                let meets = standing.inside ? "meets" : "does not meet"
                lines.append("The site's own row \(meets): \(tests.joined(separator: "; ")).")
            }
            lines += edge(standing, verdict)
        }
        if verdict.standing?.borderline ?? false {
            lines.append(
                verdict.parts.isEmpty
                    ? "Borderline: boundary and coordinates together are accurate to "
                        + "\(ExplainingWords.metres(rule.accuracy)), so it may stand on the other side."
                    : "Borderline: parts that are borderline could turn it.")
        }
        return lines
    }

    private func edge(_ standing: SiteStanding, _ verdict: RuleVerdict) -> [String] {
        guard let metres = standing.metresToBoundary else { return [] }
        let distance = ExplainingWords.metres(metres)
        guard standing.inside else {
            return [
                "It stands outside; the nearest qualifying place is \(verdict.nearest ?? "not named"), \(distance) away."
            ]
        }
        return [
            "It stands inside \(standing.place ?? "a qualifying place"), \(distance) from the edge of the qualifying places."
        ]
    }

    private func people(_ verdict: RuleVerdict) -> String {
        let whether =
            "The people of its area \(verdict.peopleCount ? "count" : "do not count") as living in such a place"
        guard !verdict.peopleTests.isEmpty else { return whether + "." }
        return whether + ", by the study's own test. "
            + verdict.peopleTests.map(ExplainingWords.sentence).joined(separator: " ")
    }

    // MARK: A place

    private func sentences(_ count: RuleCount, of totals: PlaceTotals) -> [String] {
        let region = study.region
        let rule = region.rules[count.rule]
        var lines = count.verdict.map { reasons($0) + [people($0)] } ?? []
        if lines.isEmpty {
            lines = ["\(count.areas.grouped) of \(ExplainingWords.count(totals.areas, "area")) count."]
        }
        for (service, (children, all)) in zip(count.children, totals.children).enumerated() {
            lines.append(
                "\(region.services[service].title): \(children.grouped) of "
                    + "\(all.grouped) \(region.services[service].people) count.")
        }
        if totals.sites > 0 { lines.append(sites(count, of: totals, rule)) }
        if let isListed = count.isListed {
            lines.append("Its own code \(isListed ? "is" : "is not") on the rule's list.")
        }
        return lines + [source(rule)]
    }

    private func sites(_ count: RuleCount, of totals: PlaceTotals, _ rule: DisadvantageRule) -> String {
        let inside =
            "\(count.sites.grouped) of \(ExplainingWords.count(totals.sites, "site")) "
            + "\(totals.sites == 1 ? "stands" : "stand") inside"
        guard count.borderline > 0 else { return inside + "." }
        return inside
            + "; \(count.borderline.grouped) within \(ExplainingWords.metres(rule.accuracy)) of "
            + "the boundary could stand on either side."
    }
}

extension RuleVerdict {
    /// "IN", "OUT, borderline"
    var word: String {
        guard let standing else { return "NOT TOLD" }
        return (standing.inside ? "IN" : "OUT") + (standing.borderline ? ", borderline" : "")
    }
}

extension RuleCount {
    /// "IN WHOLE", "IN PART", "OUT", by its areas and its sites together.
    func word(of totals: PlaceTotals) -> String {
        if areas == 0, sites == 0 { return "OUT" }
        return areas == totals.areas && sites == totals.sites ? "IN WHOLE" : "IN PART"
    }
}
