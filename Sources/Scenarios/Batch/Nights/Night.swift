internal import Foundation

/// What became of one job in one batch: a row of the store's history.
package struct Night: Hashable, Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        /// Answered, and put into the store.
        case answered
        /// The question is as it was, and so is the answer.
        case unchanged
        /// Asked and answered before the last one, and asked again.
        case known
        /// A folder in place that a killed process had not noted.
        case taken
        /// A guard held it back.
        case held
        case failed
        case published
    }

    /// ISO 8601, UTC.
    package var at: String
    package var job: String
    package var outcome: Outcome
    /// Of the question; nil where none could be read.
    package var digest: String?
    package var sentence: String
    package var story: NightStory?

    package init(
        at: String, job: String, outcome: Outcome, digest: String?, sentence: String, story: NightStory?
    ) {
        self.at = at
        self.job = job
        self.outcome = outcome
        self.digest = digest
        self.sentence = sentence
        self.story = story
    }

    func storyText() throws -> String? {
        guard let story else { return nil }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(story), as: UTF8.self)
    }
}

/// The time of day, for what is allowed to differ from run to run.
package enum Clock {
    /// Now in UTC to the second: "2026-11-27T02:00:00Z".
    package static func now() -> String { Date().formatted(.iso8601) }
}
