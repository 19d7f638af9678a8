internal import HubModel
internal import Spatial

/// `--share`: which sites count, and how large a share of hubs must be among them.
struct QuickShare {
    /// Where the column is.
    enum Owner { case areas, sites }

    let column: String
    let owner: Owner
    /// The filter's test as the study writes it: `in: ["TRUE"]`.
    let test: String
    /// "Left Behind Area? is TRUE"
    let words: String
    /// "50%" or "3 hubs"
    let atLeast: String

    private static let yes: Set<String> = ["true", "t", "yes", "y", "1"]
    private static let no: Set<String> = ["false", "f", "no", "n", "0", ""]

    /// - Parameter text: `COLUMN>=50%`; `COLUMN<=1 >=50%`, `COLUMN>=9 >=50%` and `COLUMN=text >=50%` test the column first.
    init(_ text: String, areas: QuickLayer, sites: QuickLayer) throws {
        let form = "Write a column and a share, such as --share \"disadvantaged>=50%\" or --share \"decile<=1 >=50%\"."
        guard let split = text.ranges(of: ">=").last else {
            throw RegionError("--share: '\(text)' has no share. \(form)")
        }
        let share = Self.trimmed(text[split.upperBound...])
        let isNumber = share.hasSuffix("hub") || share.hasSuffix("hubs")
        guard isNumber || ExactFraction(share) != nil else {
            throw RegionError("--share: '\(share)' is not a share: write 50%, 1/2 or \"3 hubs\". \(form)")
        }
        atLeast = share
        let left = Self.trimmed(text[..<split.lowerBound])
        let columns = areas.table.columns + sites.table.columns
        let parsed = columns.contains(left) ? nil : Self.test(left)
        let name = parsed?.column ?? left
        column = name
        if sites.table.columns.contains(name) {
            owner = .sites
        } else if areas.table.columns.contains(name) {
            owner = .areas
        } else {
            throw RegionError(
                "--share: neither the sites nor the areas have a column '\(name)'."
                    + "\(NearestName.hint(name, among: columns)) Columns of the sites: "
                    + "\(sites.table.columns.joined(separator: ", ")); of the areas: "
                    + "\(areas.table.columns.joined(separator: ", ")).")
        }
        if let parsed {
            (test, words) = (parsed.test, "\(name) \(parsed.words)")
        } else {
            let values = try (owner == .sites ? sites : areas).texts(name)
            (test, words) = try Self.truth(values, column: name)
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// "decile<=1" in its parts; nil for a plain column.
    private static func test(_ text: String) -> (column: String, test: String, words: String)? {
        for (sign, field, words) in [("<=", "atMost", "at most"), (">=", "atLeast", "at least"), ("=", "equals", "is")]
        {
            guard let found = text.ranges(of: sign).first else { continue }
            let value = trimmed(text[found.upperBound...])
            let written = field == "equals" ? YAMLText.quoted(value) : value
            guard field == "equals" || PlainNumber.read(value) != nil else { continue }
            return (trimmed(text[..<found.lowerBound]), "\(field): \(written)", "\(words) \(value)")
        }
        return nil
    }

    /// The spellings of yes in a column of yes and no; or, in a column of codes with blanks, what is not blank.
    private static func truth(_ values: [String], column: String) throws -> (test: String, words: String) {
        let there = Set(values)
        let agreeing = there.filter { yes.contains($0.lowercased()) }.sorted()
        if there.allSatisfy({ yes.contains($0.lowercased()) || no.contains($0.lowercased()) }) {
            guard !agreeing.isEmpty else {
                throw RegionError("--share: the column '\(column)' says yes (true, yes or 1) in no row.")
            }
            return (
                "in: [\(agreeing.map(YAMLText.quoted).joined(separator: ", "))]",
                "\(column) is \(agreeing.joined(separator: " or "))"
            )
        }
        guard there.contains("") else {
            throw RegionError(
                "--share: the column '\(column)' holds neither yes and no nor blanks "
                    + "(\(Wording.firstFive(there.sorted()))). Write a test, such as \"\(column)=VALUE >=50%\" or "
                    + "\"\(column)<=1 >=50%\".")
        }
        return ("not: [\"\"]", "\(column) is not blank")
    }
}
