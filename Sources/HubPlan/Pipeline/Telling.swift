/// How a plan is told: beside what, and with which names.
package struct Telling: Hashable, Sendable {
    /// What a plan is set beside.
    package enum BaselineChoice: Hashable, Sendable {
        /// Today's hubs where every service of the study has one, otherwise nothing.
        case automatic
        case nothing
        case today
        /// A run folder, or a list as `evaluate` reads it.
        case path(String)

        /// "today", "none", or a path.
        package init(_ text: String) {
            self =
                switch text {
                case "today": .today
                case "none": .nothing
                default: .path(text)
                }
        }
    }

    package enum Publish: String, Hashable, Sendable, CaseIterable {
        case everything
        /// Neighbourhoods in place of buildings, in every file.
        case places
    }

    package var baseline: BaselineChoice
    package var publish: Publish

    package init(baseline: BaselineChoice = .automatic, publish: Publish = .everything) {
        self.baseline = baseline
        self.publish = publish
    }
}
