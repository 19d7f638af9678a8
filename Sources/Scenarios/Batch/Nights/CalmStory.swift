/// What came of staying as near to the published plan as was asked.
package struct CalmStory: Codable, Hashable, Sendable {
    /// Of one service.
    package struct Service: Codable, Hashable, Sendable {
        package var id: String
        /// Hubs of the plan that are not of the published one.
        package var changes: Int
        /// Whether no plan with fewer changes is within ε of the best plan found.
        package var isFewest: Bool
        /// How many of the changes residents' voices made, beyond those that were needed; nil for none.
        package var byVoices: Int?
        /// What the plan costs beyond the best plan found, as a fraction of that.
        package var cost: Double
        /// What the published plan itself costs beyond it today; nil where it cannot stand.
        package var costOfStaying: Double?
        /// Why the published plan cannot stand today, a few words; nil where it can.
        package var obstacle: String?

        package init(
            id: String, changes: Int, isFewest: Bool, byVoices: Int? = nil, cost: Double, costOfStaying: Double?,
            obstacle: String?
        ) {
            self.byVoices = byVoices
            self.id = id
            self.changes = changes
            self.isFewest = isFewest
            self.cost = cost
            self.costOfStaying = costOfStaying
            self.obstacle = obstacle
        }
    }

    /// ε, a fraction.
    package var within: Double
    package var services: [Service]

    package init(within: Double, services: [Service]) {
        self.within = within
        self.services = services
    }

    /// A sentence a service.
    package var sentences: [String] {
        services.map { service in
            let kept =
                service.changes == 0
                ? "the published places stay"
                : "\(service.changes) of the published places \(service.changes == 1 ? "moves" : "move"), "
                    + why(service)
            let stay =
                if let cost = service.costOfStaying {
                    "Staying put costs \(Percent.words(cost)) beside the best plan found."
                } else {
                    "Staying put is not possible: \(service.obstacle ?? "the published plan breaks a rule")."
                }
            let own = service.changes == 0 ? "" : " This plan costs \(Percent.words(service.cost))."
            return "\(service.id): \(kept). \(stay)\(own)"
        }
    }

    private func why(_ service: Service) -> String {
        if let number = service.byVoices { return "\(number) of them where residents' voices settle a tie" }
        return service.isFewest
            ? "and no plan within \(Percent.words(within)) of the best moves fewer"
            : "and it is not proved that fewer would not do"
    }
}
