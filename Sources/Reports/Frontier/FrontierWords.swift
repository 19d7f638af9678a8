internal import HubModel

/// A frontier in words that need no explanation.
struct FrontierWords {
    let record: FrontierRecord

    init(_ record: FrontierRecord) {
        self.record = record
    }

    private var service: Service { record.region.services[record.service] }

    /// "Young Futures hubs"
    var hubs: String { Words.plural(service.title) }

    /// What a reach objective counts: its people, or what they are weighted by.
    private var counted: String { service.isNeedWeighted ? service.weightTitle : service.people }

    /// "hubs in the 225 wards", "hubs in all"
    func steps(_ curve: FrontierRecord.Curve) -> String {
        guard record.kind == .share, let rule = curve.rule else { return "hubs in all" }
        return "hubs in \(record.region.rules[rule].title)"
    }

    /// What the rules' places are called, where they agree.
    var places: String {
        DisadvantageRule.called(record.curves.compactMap { $0.rule.map { record.region.rules[$0] } })
    }

    /// What the chart shows upwards.
    var value: String {
        switch record.unit {
        case .reached:
            "\(counted) within \(Words.limit(service.reachLimit)) there and back"
        case .meanMinutes: "mean minutes there and back"
        case .score: "\(service.weightTitle): score, the first step being 100; lower is better"
        }
    }

    var title: String {
        record.kind == .share
            ? "What hubs in \(places) cost in travel" : "What each hub more brings in travel"
    }

    /// A value with the decimals of its unit.
    func number(_ value: Double) -> String {
        Words.decimal(value, digits: record.unit == .reached ? 0 : 2)
    }

    /// How sure a step is.
    func certainty(_ step: FrontierRecord.Step) -> String {
        if step.clash != nil { return "cannot be had" }
        guard let value = step.value else { return "not looked at" }
        guard let limit = step.limit else { return "found, not proved" }
        return value == limit
            ? "proved"
            : "found; no list \(record.unit == .reached ? "brings more" : "goes below") than \(number(limit))"
    }

    /// "Asking for 25 of 50 hubs in … rather than 0: …"; nil without a price.
    func price(_ curve: FrontierRecord.Curve) -> String? {
        guard let price = curve.price else { return nil }
        let asked =
            record.kind == .share
            ? "Asking for \(Words.count(price.asked))\(record.hubs.map { " of \(Words.count($0))" } ?? "") \(steps(curve)) "
                + "rather than \(Words.count(price.base))"
            : "\(Words.count(price.asked)) \(hubs) rather than \(Words.count(price.base))"
        let children = Words.count(abs(price.reachedChange))
        let within = "within \(Words.limit(service.reachLimit)) there and back"
        let reached =
            price.reachedChange == 0
            ? "as many \(service.people) \(within)"
            : "\(children) \(price.reachedChange < 0 ? "fewer" : "more") \(service.people) \(within)"
        let minutes = price.minutesChange.map {
            ", and \(Words.signed($0, digits: 2)) minutes a child on average"
        }
        return "\(asked): \(reached)\(minutes ?? ""), list found beside list found. \(range(price))"
    }

    /// What is proved of the price.
    private func range(_ price: FrontierRecord.Price) -> String {
        if price.least == 0, price.most == 0 { return "Proved: the best lists do equally well." }
        let (first, last) = (number(abs(price.least)), number(abs(price.most)))
        let isGain = price.most < 0
        switch record.unit {
        case .reached:
            let what = isGain ? "more" : "fewer"
            if first == last, price.least == price.most {
                return "Proved: the best lists differ by exactly \(first) \(counted)."
            }
            guard price.least * price.most >= 0 else {
                return
                    "Proved: between \(number(-price.least)) more and \(number(price.most)) fewer, best list beside best "
                    + "list."
            }
            let (low, high) = isGain ? (last, first) : (first, last)
            return "Proved: between \(low) and \(high) \(what), best list beside best list."
        case .meanMinutes:
            if price.least == price.most {
                return "Proved: the best lists differ by \(Words.signed(price.most, digits: 2)) minutes."
            }
            return
                "Proved: between \(Words.signed(price.least, digits: 2)) and \(Words.signed(price.most, digits: 2)) minutes, "
                + "best list beside best list."
        case .score:
            return
                "Proved: between \(Words.signed(price.least, digits: 2)) and \(Words.signed(price.most, digits: 2)) points "
                + "of the score."
        }
    }

    /// How much of a curve is proved, in a sentence.
    func extent(_ curve: FrontierRecord.Curve) -> String {
        let proved = curve.steps.count(where: \.isProved)
        let found = curve.steps.count { $0.value != nil && !$0.isProved }
        let none = curve.steps.count { $0.clash != nil }
        let parts = [
            proved > 0 ? "\(Words.count(proved, "step")) proved to the last figure" : nil,
            found > 0 ? "\(Words.count(found)) with a list and what no list can beat, drawn as a band" : nil,
            none > 0 ? "\(Words.count(none)) that no list can have" : nil,
        ].compactMap { $0 }
        let left = curve.steps.count - proved - found - none
        return Words.sentence(Words.list(parts + (left > 0 ? ["\(Words.count(left)) not looked at"] : []), atMost: 4))
            + "."
    }
}
