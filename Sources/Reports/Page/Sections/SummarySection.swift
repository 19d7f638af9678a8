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
        guard !view.record.isMeasuredList else { return ListWords.lead(view) }
        let hubs = view.services.map { Words.count($0.hubs.count, $0.service.title) }
        return "Where \(Words.list(hubs, atMost: 4)) could stand."
    }

    private static func card(_ service: ServiceView, in view: RunView) -> HTML {
        let headline = service.figures.withoutCar
        let limit = Words.limit(service.service.reachLimit)
        var items: [HTML] = whereabouts(service).map { ["<li>\($0)</li>\n"] } ?? []
        if let split = BorderSplit(service, in: view.region) { items.append("<li>\(split.sentence)</li>\n") }
        items.append("<li>\(missed(service))</li>\n")
        if view.region.tellsCars, let everyone = service.figures.everyone.shareReached {
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
                    ?? "<li>\(word)\(view.region.tellsCars ? ", without a car" : ""): \(Words.percent(before)).</li>\n")
        }
        if !view.record.isUnlisted(service.position), let share = share(service) { items.append("<li>\(share)</li>\n") }
        return """
            <section class="card" aria-labelledby="card-\(service.position)">
            <h2 id="card-\(service.position)">\(service.plural)</h2>
            <p class="headline"><strong>\(headline.shareReached.map(Words.percent) ?? "None")</strong> \
            of \(service.service.people) \(view.region.tellsCars ? "without a car at home reach a hub" : "reach a hub without a car") within \(limit) there and back\(onFoot(service)): \
            \(Words.count(headline.reached)) of \(Words.count(headline.children)).</p>
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

    /// ", a minute on foot counted as 2 (so a walk of 25 minutes each way)": the limit as somebody who walks meets it.
    private static func onFoot(_ service: ServiceView) -> String {
        guard let weight = service.walkWeight else { return "" }
        let minutes = Words.decimal(Double(service.service.reachLimit) / 20 / weight, digits: 0)
        return weight == 1
            ? " (a walk of \(minutes) minutes each way)"
            : ", a minute on foot counted as \(Words.plain(weight)) (so a walk of \(minutes) minutes each way)"
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
        let called = service.rule?.called ?? DisadvantageRule.usuallyCalled
        var text =
            isOne
            ? "It stands \(share.inside == 1 ? "in" : "outside") \(called)"
            : "\(Words.count(share.inside)) of \(Words.count(share.hubs)) stand in \(called)"
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
        } else if !view.record.isMeasuredList {
            sentences.append(
                ties == nil
                    ? "Buildings are suggestions; nobody has asked their owners." : "Buildings are suggestions.")
        }
        return sentences.joined(separator: " ")
    }
}
