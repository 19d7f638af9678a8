internal import Foundation

/// The answer to one question of one job, as the store keeps it and as `job.json` in the run folder tells it.
///
/// The same question has the same record, whenever and wherever it is answered, unless the clock stopped the search:
/// seconds and dates stand elsewhere.
package struct JobRecord: Codable, Hashable, Sendable {
    package static let schema = "hubplan-job/1"
    package static let file = "job.json"

    package enum Outcome: String, Codable, Sendable {
        /// No plan is better.
        case optimal
        /// As close to the best as was asked.
        case withinGap
        /// Stopped at a limit with a plan short of the gap asked for.
        case stoppedShort
    }

    /// Of one service.
    package struct Service: Codable, Hashable, Sendable {
        package var id: String
        package var title: String
        /// Ids of the sites, ascending by the region's order.
        package var sites: [String]
        /// The same sites with names for people; nil in records of before they were kept.
        package var places: [NightStory.Place]?
        /// Σ weight × f(minutes).
        package var objective: Int64
        package var bound: Int64?
        /// Children within the reach limit, of how many.
        package var reached: Int64
        package var children: Int64
        /// Mean minutes there and back; nil without children.
        package var meanMinutes: Double?

        package init(
            id: String, title: String, sites: [String], places: [NightStory.Place]? = nil, objective: Int64,
            bound: Int64?, reached: Int64, children: Int64, meanMinutes: Double?
        ) {
            self.places = places
            self.id = id
            self.title = title
            self.sites = sites
            self.objective = objective
            self.bound = bound
            self.reached = reached
            self.children = children
            self.meanMinutes = meanMinutes
        }
    }

    package var schema = Self.schema
    package var job: String
    package var digest: String
    package var question: Question
    /// Name of the study.
    package var study: String
    package var outcome: Outcome
    package var objective: Int64
    package var bound: Int64?
    /// A fraction; nil without a bound.
    package var gap: Double?
    /// Why the search ended, as `timing.json` has it.
    package var stop: String
    package var services: [Service]
    package var start: StartStory
    /// Beside the answer before it; nil for the first.
    package var since: NightStory?
    /// What came of staying with the published plan; nil where that was not asked.
    package var calm: CalmStory?
    /// Whether the batch's own deadline cut the search, so that the question is asked again.
    package var wasCut: Bool

    package init(
        job: String, question: Question, study: String, outcome: Outcome, objective: Int64, bound: Int64?,
        gap: Double?, stop: String, services: [Service], start: StartStory, since: NightStory?, calm: CalmStory?,
        wasCut: Bool
    ) {
        self.job = job
        digest = question.digest
        self.question = question
        self.study = study
        self.outcome = outcome
        self.objective = objective
        self.bound = bound
        self.gap = gap
        self.stop = stop
        self.services = services
        self.start = start
        self.since = since
        self.calm = calm
        self.wasCut = wasCut
    }

    /// What people call a site of the plan: its id where no name is kept.
    func name(of site: String) -> String {
        let place = services.lazy.compactMap { $0.places?.first { $0.id == site } }.first
        return place.flatMap { $0.name.isEmpty ? nil : $0.name } ?? site
    }

    /// Name of its folder under the store's `runs`.
    package var folder: String { "\(job)-\(digest.prefix(16))" }

    /// As `job.json` holds it: members by name, ending in a line break.
    package func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    /// - Throws: `BatchError` when the text is no record of this schema.
    package init(text: String, from source: String) throws {
        guard let record = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)), record.schema == Self.schema
        else {
            throw BatchError(
                "\(source) is no record of hubplan's (\(Self.schema)): it was edited, or made by another version. Take "
                    + "it out of the store, and the job is answered anew.")
        }
        self = record
    }
}

/// What an answer began from.
package struct StartStory: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable {
        /// There was no earlier answer.
        case fresh
        /// The earlier plan and what its proof is worth today; the rest was solved anew.
        case begunFromFormer
        /// The earlier plan, whose proof still reaches the gap asked for: nothing was solved.
        case proofHolds
    }

    package var kind: Kind
    /// Digest of the earlier question; nil where there was none.
    package var former: String?
    /// For people, a sentence.
    package var sentence: String

    package init(_ kind: Kind, former: String?, sentence: String) {
        self.kind = kind
        self.former = former
        self.sentence = sentence
    }
}
