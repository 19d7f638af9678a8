internal import HubModel

extension RunRecord {
    /// Hubs of a list that was measured which no entry of it names: they stand today, and the study keeps them.
    /// - Parameter service: position in `request.services`.
    /// - Returns: indices into `Region.sites`, ascending; none for a plan that was solved.
    package func addedHubs(_ service: Int) -> [UInt32] {
        guard isMeasuredList, !matching.isEmpty else { return [] }
        let named = Set(matching.filter { $0.service == service }.map(\.site))
        let kept = Set(request.services[service].existing)
        return plan.open[service].filter { kept.contains($0) && !named.contains($0) }.sorted()
    }

    /// Whether the list that was measured names no hub of a service, so that its figures are those of today's hubs.
    /// - Parameter service: position in `request.services`.
    package func isUnlisted(_ service: Int) -> Bool {
        isMeasuredList && !matching.isEmpty && !matching.contains { $0.service == service }
    }
}

/// Sentences about what a list does not name.
enum ListWords {
    /// "What a list of 1 Young Futures hub would do. Also counted, since they stand today: 1 Young Futures hub and 1
    /// early-years hub. The list names no early-years hub."
    static func lead(_ view: RunView) -> String {
        func counts(_ number: (ServiceView) -> Int) -> [String] {
            view.services.filter { number($0) > 0 }.map { Words.count(number($0), $0.service.title) }
        }
        let listed = counts { service in
            view.record.isUnlisted(service.position)
                ? 0 : service.hubs.count - view.record.addedHubs(service.position).count
        }
        let added = counts { view.record.addedHubs($0.position).count }
        let unlisted = view.services.filter { view.record.isUnlisted($0.position) }.map(\.service.title)
        var sentences = ["What a list of \(Words.list(listed, atMost: 4)) would do."]
        if !added.isEmpty {
            sentences.append("Also counted, since they stand today: \(Words.list(added, atMost: 4)).")
        }
        if !unlisted.isEmpty { sentences.append("The list names no \(Words.list(unlisted, atMost: 4)).") }
        return sentences.joined(separator: " ")
    }
}
