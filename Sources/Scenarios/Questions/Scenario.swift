package import HubModel
package import Regions

/// A question as a value: a study that stays as it is, and changes to it, one after another.
package struct Scenario: Sendable {
    /// One change, as it was carried out.
    package struct Step: Hashable, Sendable {
        /// The file that asks for it.
        package var file: String
        /// From 1; nil where the file does not tell.
        package var line: Int?
        /// The kind of change: "close".
        package var kind: String
        /// What it did, in words: "hub-2 closes".
        package var words: String
    }

    /// Its own name; that of the study for a plain study.
    package var name: String
    /// As it was given.
    package var path: String
    /// The study that the changes make: complete, and a study file by itself.
    package var text: StudyText
    /// Itself first, then what it extends, down to the study; a study alone for a plain study.
    package var files: [InputFile]
    /// In the order in which they were carried out, those of extended scenarios first; none for a plain study.
    package var steps: [Step]

    /// That study as YAML, as `hubplan check --effective` prints it.
    package var effective: String { text.yaml }
}
