internal import HubModel

/// A table once, for the page and for spreadsheets alike.
struct Table: Sendable {
    struct Column: Sendable {
        enum Kind: Sendable { case text, whole, decimal }

        /// Header in CSV files, with the unit: `mean_minutes_there_and_back`.
        var key: String
        /// Header on the page.
        var title: String
        var kind: Kind
        /// What a number counts: "minutes", "children", "metres"; nil for text and plain numbers.
        var unit: String?
        /// A sentence for whoever reads the file; needed in tables that are files.
        var meaning: String

        var isNumber: Bool { kind != .text }

        static func text(_ key: String, _ title: String, _ meaning: String = "") -> Column {
            Column(key: key, title: title, kind: .text, unit: nil, meaning: meaning)
        }

        static func number(_ key: String, _ title: String, unit: String? = nil, _ meaning: String = "") -> Column {
            Column(key: key, title: title, kind: .decimal, unit: unit, meaning: meaning)
        }

        static func whole(_ key: String, _ title: String, unit: String? = nil, _ meaning: String = "") -> Column {
            Column(key: key, title: title, kind: .whole, unit: unit, meaning: meaning)
        }
    }

    enum Cell: Sendable {
        case text(String)
        case whole(Int64)
        /// Minutes there and back.
        case minutes(Double?)
        /// From 0 to 1; on the page in per cent.
        case fraction(Double?)
        /// Minutes that are told no finer than whole.
        case wholeMinutes(Double)
        /// A difference of minutes, with its sign.
        case change(Double?)
        /// A difference of minutes that are told no finer than whole.
        case wholeChange(Double)
        /// A difference of fractions, with its sign; on the page in points of per cent.
        case points(Double?)
        /// Money.
        case pounds(Double?)
        /// A coordinate, to the centimetre.
        case metres(Double)
        /// Not told, so that no small count can be worked out: the mark of government statistics for confidential values.
        case withheld
        case none

        static func whole(_ value: Int) -> Cell { .whole(Int64(value)) }
        static func tenths(_ value: TenthMinutes) -> Cell { .minutes(Double(value) / 10) }
    }

    /// Of its file, without an ending; empty for a table that stands on the page alone.
    var name = ""
    /// What the table tells, for the eye and for screen readers.
    var caption: String
    var columns: [Column]
    var rows: [[Cell]]
    /// The column that names the row.
    var heading = 0
}

extension Table.Cell {
    /// As a reader sees it.
    var words: String {
        switch self {
        case .text(let value): value
        case .whole(let value): Words.count(value)
        case .minutes(let value): value.map { Words.decimal($0, digits: 1) } ?? "–"
        case .wholeMinutes(let value): Words.decimal(value, digits: 0)
        case .wholeChange(let value): Words.signed(value, digits: 0)
        case .fraction(let value): value.map(Words.percent) ?? "–"
        case .change(let value): value.map { Words.signed($0, digits: 1) } ?? "–"
        case .points(let value): value.map { Words.signed($0 * 100, digits: 0) } ?? "–"
        case .pounds(let value): value.map { "£" + Words.decimal($0, digits: 2) } ?? "–"
        case .metres(let value): Words.decimal(value, digits: 0)
        case .withheld: "[c]"
        case .none: "–"
        }
    }

    /// As a spreadsheet reads it: plain digits, empty where nothing is known.
    var field: String {
        switch self {
        case .text(let value): value
        case .whole(let value): String(value)
        case .minutes(let value), .change(let value), .pounds(let value):
            value.map { Table.Cell.fixed($0, digits: 2) } ?? ""
        case .fraction(let value), .points(let value): value.map { Table.Cell.fixed($0, digits: 4) } ?? ""
        case .wholeMinutes(let value), .wholeChange(let value): Table.Cell.fixed(value, digits: 0)
        case .metres(let value): Table.Cell.fixed(value, digits: 2)
        case .withheld, .none: ""
        }
    }

    /// A fixed count of decimals without separators and with an ordinary minus.
    static func fixed(_ value: Double, digits: Int) -> String {
        let text = Words.decimal(value.magnitude, digits: digits).filter { $0 != "," }
        return (value < 0 && text.contains { $0 != "0" && $0 != "." } ? "-" : "") + text
    }
}
