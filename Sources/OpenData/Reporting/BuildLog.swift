internal import HubModel

/// What happened to the rows of a file.
package struct ReadFile: Sendable, Codable {
    /// The open file's title.
    package let title: String
    package let publisher: String
    package let vintage: String
    package let licence: String
    /// From the folder given.
    package let path: String
    package let layer: String
    package let bytes: Int
    package let sha256: String
    package let rows: Int
    package internal(set) var used: Int
    package internal(set) var dropped: [DroppedRows]
    let licencePath: String?
    let licenceName: String?
}

/// Rows that were left out, and why.
package struct DroppedRows: Sendable, Codable, Hashable {
    package let rows: Int
    /// "outside England".
    package let why: String

    package init(rows: Int, why: String) {
        self.rows = rows
        self.why = why
    }
}

/// A count that is known from elsewhere, set beside what was found.
package struct Check: Sendable, Codable, Hashable {
    /// "small areas in England".
    package let what: String
    package let found: String
    package let expected: String
    package let holds: Bool
}

/// Gathers what a reader should know while the package is built.
struct BuildLog {
    private(set) var reads: [ReadFile] = []
    private(set) var checks: [Check] = []
    private(set) var notes: [String] = []

    mutating func read(_ file: ReadFile) { reads.append(file) }

    mutating func note(_ sentence: String) { notes.append(sentence) }

    /// A count that must be met exactly, or within a tolerance that says why.
    mutating func check(_ what: String, found: Int, expected: Int, within tolerance: Int = 0) {
        let margin = tolerance > 0 ? " within \(tolerance.grouped)" : ""
        checks.append(
            Check(
                what: what, found: found.grouped, expected: expected.grouped + margin,
                holds: abs(found - expected) <= tolerance))
    }

    mutating func check(_ what: String, found: String, expected: String, holds: Bool) {
        checks.append(Check(what: what, found: found, expected: expected, holds: holds))
    }
}
