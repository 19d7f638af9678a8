/// What a hub offers, to whom, and when: Young Futures hubs, early-years hubs, or another kind declared in the study.
package struct Service: Hashable, Sendable {
    /// The name in the study file and in every output: `youngFutures`, `earlyYears`.
    package var id: String
    /// For people: "Young Futures hub".
    package var title: String
    /// Whom it serves, plural and in plain words: "young people aged 10 to 18".
    package var people: String
    /// Opening hours as the study gives them, "15:00" to "20:00"; nil when not stated.
    package var opens: String?
    package var closes: String?
    /// There-and-back generalised minutes within which a child counts as reached; the limit itself counts.
    package var reachLimit: TenthMinutes
    /// There-and-back generalised minutes beyond which a child counts as out of reach altogether.
    package var outOfReachLimit: TenthMinutes
    /// What the objective's weight is: "children", or "children × income deprivation" with its source.
    package var weightTitle: String
    /// Whether the weight is something other than plain children.
    package var isNeedWeighted: Bool
    /// Its two limits as numbers to argue with, each with its source and whether the study states it.
    package var parameters: [Parameter]

    package init(
        id: String, title: String, people: String, opens: String? = nil, closes: String? = nil,
        reachLimit: TenthMinutes, outOfReachLimit: TenthMinutes,
        weightTitle: String = "children", isNeedWeighted: Bool = false, parameters: [Parameter] = []
    ) {
        self.id = id
        self.title = title
        self.people = people
        self.opens = opens
        self.closes = closes
        self.reachLimit = reachLimit
        self.outOfReachLimit = outOfReachLimit
        self.weightTitle = weightTitle
        self.isNeedWeighted = isNeedWeighted
        self.parameters = parameters
    }
}
