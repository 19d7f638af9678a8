/// A file that was read, so that a run can be traced and repeated.
package struct InputFile: Hashable, Sendable {
    /// As the study names it, never an absolute path.
    package var path: String
    package var sha256: String
    package var bytes: Int
    /// Rows or features read; nil for the study file itself.
    package var records: Int?
    /// What it was used for: "areas", "table cars".
    package var role: String

    package init(path: String, sha256: String, bytes: Int, records: Int?, role: String) {
        self.path = path
        self.sha256 = sha256
        self.bytes = bytes
        self.records = records
        self.role = role
    }
}

/// Something a reader of the results should know about the data; never fatal.
package struct Finding: Hashable, Sendable {
    package enum Kind: String, Sendable { case note, warning }
    package var kind: Kind
    /// A whole sentence with file, row, field and value where they apply.
    package var sentence: String

    package init(_ kind: Kind, _ sentence: String) {
        self.kind = kind
        self.sentence = sentence
    }
}
