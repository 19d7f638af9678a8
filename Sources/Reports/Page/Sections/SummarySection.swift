internal import HubModel

/// The first page: plain words, fewer than 200 of them, for somebody who reads nothing else.
enum SummarySection {
    static func html(_ view: RunView) -> HTML {
        """
        <header>
        <h1>\(view.record.study.name)</h1>
        <p class="lead">\(lead(view))</p>
        </header>
        <div class="cards">
        \(view.services.map { card($0, in: view) })</div>
        <section class="card certainty" aria-labelledby="certainty">
        <h2 id="certainty">How sure is this?</h2>
        <p>\(certainty(view))</p>
        </section>

        """
    }

    /// "Where 2 Young Futures hubs and 3 early-years hubs could stand."
    private static func lead(_ view: RunView) -> String {
        let hubs = view.services.map { Words.count($0.hubs.count, $0.service.title) }
        return view.record.isMeasuredList
            ? "What a list of \(Words.list(hubs, atMost: 4)) would do."
            : "Where \(Words.list(hubs, atMost: 4)) could stand."
    }

    private static func card(_ service: ServiceView, in view: RunView) -> HTML {
        let headline = service.figures.withoutCar
        let limit = Words.limit(service.service.reachLimit)
        var items: [HTML] = whereabouts(service).map { ["<li>\($0)</li>\n"] } ?? []
        items.append("<li>\(missed(service))</li>\n")
        if let everyone = service.figures.everyone.shareReached {
            items.append(
                "<li>Counting all households\(nobodyDrives(service) ? ", nobody driving" : ""): \(Words.percent(everyone)).</li>\n"
            )
        }
        if let most = service.outcome?.mostReached, most > service.figures.everyone.reached {
            let reached = Words.count(service.figures.everyone.reached)
            items.append(
                "<li>No list that keeps the rules can bring more than \(Words.count(most)) within that time, \(reached) here.</li>\n"
            )
        }
        if let before = service.baseline?.withoutCar.shareReached {
            let word = Words.sentence(view.besideWords)
            items.append(
                gains(service).map { "<li>\(word) \(Words.percent(before)); \($0).</li>\n" }
                    ?? "<li>\(word), without a car: \(Words.percent(before)).</li>\n")
        }
        if let share = share(service) { items.append("<li>\(share)</li>\n") }
        return """
            <section class="card" aria-labelledby="card-\(service.position)">
            <h2 id="card-\(service.position)">\(service.plural)</h2>
            <p class="headline"><strong>\(headline.shareReached.map(Words.percent) ?? "None")</strong> \
            of \(service.service.people) without a car at home reach a hub within \(limit), there and back: \
            \(Words.count(headline.reached)) of \(Words.count(headline.children)).\(onFoot(service))</p>
            <ul>
            \(items)</ul>
            </section>

            """
    }

    /// "In Baird, Hastings and Sidley, Rother.": places of few hubs; nil for more than can be taken in at a glance.
    private static func whereabouts(_ service: ServiceView) -> String? {
        var places: [String] = []
        for hub in service.hubs where !places.contains(hub.place) { places.append(hub.place) }
        return (1...2).contains(places.count) ? "In \(Words.list(places, atMost: 2))." : nil
    }

    /// " On foot: 40 minutes each way.": the limit without its weight, since a minute on foot may count as two.
    private static func onFoot(_ service: ServiceView) -> String {
        guard let weight = service.travel?.parameters.first(where: { $0.key == "walk.weight" })?.value, weight > 0
        else { return "" }
        let minutes = Double(service.service.reachLimit) / 20 / weight
        return " On foot: \(Words.decimal(minutes, digits: 0)) minutes each way."
    }

    /// Whether the study counts on no car even where a household has one.
    private static func nobodyDrives(_ service: ServiceView) -> Bool {
        service.travel?.parameters.first { $0.key == "car.used" }?.value == 0
    }

    /// "1,200 gain, 30 lose": children whose journey gets shorter and longer beside the baseline.
    private static func gains(_ service: ServiceView) -> String? {
        service.change.map { "\(Words.count($0.everyone.shorter)) gain, \(Words.count($0.everyone.longer)) lose" }
    }

    /// Who does not reach a hub.
    private static func missed(_ service: ServiceView) -> String {
        let figures = service.figures.withoutCar
        let missed = figures.children - figures.reached
        guard missed > 0 else { return "Nobody is left out." }
        let far = figures.outOfReach
        let limit = Words.limit(service.service.outOfReachLimit)
        return "\(Words.count(missed)) do not"
            + (far > 0 ? "; \(Words.count(far)) need more than \(limit)." : "; all of them within \(limit).")
    }

    /// The share, met or missed, with its places; told both ways when a boundary could tip it.
    private static func share(_ service: ServiceView) -> String? {
        guard let share = service.share else { return nil }
        let isOne = share.hubs == 1
        var text =
            "\(Words.count(share.inside)) of \(Words.count(share.hubs)) \(isOne ? "stands" : "stand") in doubly disadvantaged places"
        let places = service.qualifyingPlaces
        if !places.isEmpty { text += " (\(Words.list(places, atMost: 3)))" }
        if let verdict = ShareWords.verdict(service) { text += "; \(ShareWords.asked(service)) asked: \(verdict)" }
        if service.request.share == .asHighAsPossible { text += "; as many as possible were asked" }
        text += "."
        if let range = ShareWords.bothWays(service) {
            text += " \(isOne ? "It stands" : "Some stand") near a boundary: it could be \(range)."
        }
        return text
    }

    private static func certainty(_ view: RunView) -> String {
        let ties = TieWords.together(view)
        var sentences = [
            view.minutesSentence, ties ?? "Walks, waits and fares count extra.", ProofWords.sentence(view.record),
        ]
        if let meaning = ShareWords.meaning(view) { sentences.append(meaning) }
        if view.record.showsPlacesOnly {
            sentences.append("Buildings are left out.")
        } else {
            sentences.append(
                ties == nil
                    ? "Buildings are suggestions; nobody has asked their owners." : "Buildings are suggestions.")
        }
        return sentences.joined(separator: " ")
    }
}
