/// What the columns of a CSV file are, whether hubplan reads it or writes it.
package struct TableDescription: Sendable {
    package enum Kind: Sendable {
        case text, whole, number
        /// A day, as 2026-11-24.
        case date
    }

    package struct Column: Sendable {
        /// The header.
        package var name: String
        /// A few words for people.
        package var title: String
        package var kind: Kind
        /// What a number counts: "minutes", "children", "metres"; nil for text and plain numbers.
        package var unit: String?
        /// A sentence for whoever reads or writes the file.
        package var meaning: String
        /// Whether a file that hubplan reads must have the column. Of no account in files that it writes.
        package var isRequired: Bool
        /// The only values there are; empty where any will do.
        package var values: [String]

        package init(
            _ name: String, _ title: String, kind: Kind = .text, unit: String? = nil, isRequired: Bool = false,
            values: [String] = [], meaning: String
        ) {
            self.name = name
            self.title = title
            self.kind = kind
            self.unit = unit
            self.meaning = meaning
            self.isRequired = isRequired
            self.values = values
        }
    }

    /// Of its file, without an ending: "voices".
    package var name: String
    /// What the table tells: "What residents say of sites and places".
    package var title: String
    /// Sentences on the table as a whole; empty where the columns say it all.
    package var about: String
    package var columns: [Column]

    package init(name: String, title: String, about: String = "", columns: [Column]) {
        self.name = name
        self.title = title
        self.about = about
        self.columns = columns
    }
}
