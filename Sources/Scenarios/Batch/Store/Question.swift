internal import Digests
internal import Foundation

/// All that an answer depends on: as long as it is unchanged, so is the answer.
package struct Question: Codable, Hashable, Sendable {
    package struct Input: Codable, Hashable, Sendable {
        /// As the study names it.
        package var path: String
        package var role: String
        package var sha256: String
        /// Rows or features read; nil for what has none.
        package var records: Int?

        package init(path: String, role: String, sha256: String, records: Int?) {
            self.path = path
            self.role = role
            self.sha256 = sha256
            self.records = records
        }
    }

    /// Of hubplan.
    package var version: String
    /// SHA-256 of the study as it takes effect: of a scenario with every change made.
    package var study: String
    /// Data files, by path.
    package var inputs: [Input]
    /// Of the job, by their names in a file of jobs.
    package var parameters: [String: String]
    /// Digest of the published run that is preferred to others; nil where none is.
    package var published: String?

    package init(
        version: String, study: String, inputs: [Input], parameters: [String: String], published: String?
    ) {
        self.version = version
        self.study = study
        self.inputs = inputs.sorted { ($0.path, $0.role) < ($1.path, $1.role) }
        self.parameters = parameters
        self.published = published
    }

    /// SHA-256 of the question in a canonical form, as 64 hexadecimal digits.
    package var digest: String {
        let lines =
            ["hubplan-question/1", "version \(version)", "study \(study)", "published \(published ?? "-")"]
            + inputs.map { "input \($0.sha256) \($0.path)" }
            + parameters.sorted { $0.key < $1.key }.map { "parameter \($0.key) \($0.value)" }
        return SHA256.digest(of: Data(lines.joined(separator: "\n").utf8))
    }

    /// What differs from an earlier question, each in a few words for people; empty where they are the same. That the earlier
    /// question's own answer was published makes no difference: with it published, it is the answer still.
    package func changes(since former: Question) -> [Change] {
        var changes: [Change] = []
        let before = Dictionary(former.inputs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let now = Dictionary(inputs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        for input in inputs {
            guard let old = before[input.path] else {
                changes.append(Change(.inputs, "\(input.path) is new"))
                continue
            }
            if old.sha256 != input.sha256 { changes.append(Change(.inputs, Self.words(old, input))) }
        }
        for old in former.inputs where now[old.path] == nil {
            changes.append(Change(.inputs, "\(old.path) is no longer read"))
        }
        if study != former.study { changes.append(Change(.rules, "the study or scenario changed")) }
        for key in Set(parameters.keys).union(former.parameters.keys).sorted()
        where parameters[key] != former.parameters[key] {
            changes.append(
                Change(
                    .rules, "\(key) changed from \(former.parameters[key] ?? "none") to \(parameters[key] ?? "none")"))
        }
        if published != former.published, published != former.digest {
            changes.append(Change(.rules, "another run was published"))
        }
        if version != former.version {
            changes.append(Change(.version, "hubplan changed from \(former.version) to \(version)"))
        }
        return changes
    }

    private static func words(_ old: Input, _ new: Input) -> String {
        guard let before = old.records, let now = new.records, before != now else { return "\(new.path) changed" }
        return "\(new.path) changed from \(before) rows to \(now)"
    }
}

/// One thing that differs between two nights.
package struct Change: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable {
        case inputs
        /// The study, the job's parameters, or what is published.
        case rules
        /// Of hubplan.
        case version
    }
    package var kind: Kind
    /// In a few words, without a full stop.
    package var words: String

    package init(_ kind: Kind, _ words: String) {
        self.kind = kind
        self.words = words
    }
}
