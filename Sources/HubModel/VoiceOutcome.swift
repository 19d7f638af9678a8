/// What became of one voice for one service, and what honouring it costs.
package struct VoiceOutcome: Hashable, Sendable {
    package enum State: String, Codable, Sendable, CaseIterable {
        /// The plan does what the voice asks.
        case honoured
        /// The plan does not: it would cost more than the error of the data, or other voices or rules stand against it.
        case notHonoured
        /// No plan that keeps the rules can do it.
        case impossible
    }

    /// What doing as the voice asks costs the service: with it less without it.
    package struct Cost: Hashable, Sendable {
        /// In units of the objective, between the two; equal where both plans are proved. `most` is nil where no plan
        /// that does it is known.
        package var least: Int64
        package var most: Int64?
        /// Of the plans known: mean minutes of all children, and children within the reach limit. nil as for `most`.
        package var meanMinutes: Double?
        package var reached: Int64?

        package init(least: Int64, most: Int64?, meanMinutes: Double?, reached: Int64?) {
            self.least = least
            self.most = most
            self.meanMinutes = meanMinutes
            self.reached = reached
        }

        package static let nothing = Cost(least: 0, most: 0, meanMinutes: 0, reached: 0)

        package var isExact: Bool { most == least }
    }

    /// Index into `PlacementRequest.voices`.
    package var voice: Int
    /// Position in `PlacementRequest.services`.
    package var service: Int
    package var state: State
    /// Whether the hub was moved for it.
    package var isByMove: Bool
    /// nil where it is impossible.
    package var cost: Cost?

    package init(voice: Int, service: Int, state: State, isByMove: Bool = false, cost: Cost?) {
        self.voice = voice
        self.service = service
        self.state = state
        self.isByMove = isByMove
        self.cost = cost
    }
}

/// A hub that was moved to a site which residents prefer, within the error of the data.
package struct VoiceMove: Hashable, Sendable {
    /// Position in `PlacementRequest.services`.
    package var service: Int
    /// Indices into `Region.sites`.
    package var from: UInt32
    package var to: UInt32
    /// Exact, beside the plan as it was before this move.
    package var cost: MoveCost

    package init(service: Int, from: UInt32, to: UInt32, cost: MoveCost) {
        self.service = service
        self.from = from
        self.to = to
        self.cost = cost
    }
}
