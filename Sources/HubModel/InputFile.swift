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
    /// What each use took of its rows, in the order of use.
    package var uses: [InputUse]
    /// The terms it is published under, as the study states them; nil when it does not.
    package var licence: String?

    package init(
        path: String, sha256: String, bytes: Int, records: Int?, role: String, uses: [InputUse] = [],
        licence: String? = nil
    ) {
        self.path = path
        self.sha256 = sha256
        self.bytes = bytes
        self.records = records
        self.role = role
        self.uses = uses
        self.licence = licence
    }
}

/// What one use took of the rows of a file.
package struct InputUse: Hashable, Sendable {
    /// Rows that were left out for one reason.
    package struct Dropped: Hashable, Sendable {
        package var rows: Int
        /// Completes "rows that": "do not pass the study's `where`".
        package var why: String

        package init(rows: Int, why: String) {
            self.rows = rows
            self.why = why
        }
    }

    /// "areas", "table cars", as in the file's `role`.
    package var role: String
    /// The geography and date of its codes, as the study states them; nil when it does not.
    package var vintage: String?
    package var read: Int
    /// None with 0 rows.
    package var dropped: [Dropped]

    package var kept: Int { dropped.reduce(read) { $0 - $1.rows } }

    package init(role: String, vintage: String?, read: Int, dropped: [Dropped]) {
        self.role = role
        self.vintage = vintage
        self.read = read
        self.dropped = dropped.filter { $0.rows > 0 }
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
