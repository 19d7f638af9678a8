/// What moved since the answer before, and why.
package struct NightStory: Codable, Hashable, Sendable {
    package struct Place: Codable, Hashable, Sendable {
        package var id: String
        /// For people: the place, and the building where it is told.
        package var name: String

        package init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// Of one service whose places moved.
    package struct Move: Codable, Hashable, Sendable {
        package var service: String
        package var title: String
        package var gained: [Place]
        package var lost: [Place]
        /// What the former plan would cost today beyond the new one, as a fraction of the new one's objective; nil where
        /// it cannot stand today.
        package var costOfStaying: Double?
        /// Why the former plan cannot stand today, a few words; nil where it can.
        package var obstacle: String?
        /// Whether the former plan costs no more than the gap asked for: as good, as far as was proved.
        package var isTie: Bool

        package init(
            service: String, title: String, gained: [Place], lost: [Place], costOfStaying: Double?, obstacle: String?,
            isTie: Bool
        ) {
            self.service = service
            self.title = title
            self.gained = gained
            self.lost = lost
            self.costOfStaying = costOfStaying
            self.obstacle = obstacle
            self.isTie = isTie
        }
    }

    /// Digest of the question before.
    package var former: String
    package var changes: [Change]
    /// Empty where every place stays.
    package var moves: [Move]

    package init(former: String, changes: [Change], moves: [Move]) {
        self.former = former
        self.changes = changes
        self.moves = moves
    }

    /// Why something moved, in one word or few: "inputs", "rules", "inputs and rules", "a tie".
    package var reason: String {
        if !moves.isEmpty, moves.allSatisfy(\.isTie) { return "a tie" }
        var kinds: [String] = []
        for change in changes where !kinds.contains(change.kind.rawValue) { kinds.append(change.kind.rawValue) }
        return kinds.isEmpty ? "a longer search" : kinds.joined(separator: " and ")
    }

    /// A sentence a service that moved, or one that nothing did.
    package var sentences: [String] {
        let because = changes.prefix(3).map(\.words).joined(separator: "; ") + (changes.count > 3 ? "; and more" : "")
        guard !moves.isEmpty else {
            return [changes.isEmpty ? "Every place stays." : "Every place stays. Since the answer before, \(because)."]
        }
        return moves.map { move in
            let why =
                if let obstacle = move.obstacle {
                    "The plan before cannot stand today: \(obstacle)."
                } else if let cost = move.costOfStaying, move.isTie {
                    "A tie: the plan before would cost \(Percent.words(cost)) more, inside the gap asked for."
                } else if let cost = move.costOfStaying {
                    "The plan before would cost \(Percent.words(cost)) more today."
                } else {
                    ""
                }
            return
                "\(move.title): \(Self.list(move.gained)) in place of \(Self.list(move.lost)). \(why)"
                + (because.isEmpty ? "" : " Since then \(because).")
        }
    }

    private static func list(_ places: [Place]) -> String {
        places.isEmpty ? "none" : places.map { $0.name.isEmpty ? $0.id : $0.name }.joined(separator: ", ")
    }
}

/// Fractions as people read them.
enum Percent {
    static func words(_ fraction: Double) -> String {
        // Without the platform's printf, so that a record is the same wherever it is made.
        let hundredths = (fraction * 10_000).rounded()
        guard hundredths.isFinite, abs(hundredths) < 1e15 else { return "far" }
        if hundredths == 0 { return fraction == 0 ? "0 %" : "less than 0.01 %" }
        let whole = Int64(abs(hundredths))
        let text = "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100) %"
        return hundredths < 0 ? "-" + text : text
    }
}
