/// A test on one column (or attribute); a row passes a list of filters when it passes each of them.
struct StudyFilter: Sendable {
    enum Test: Sendable {
        case isIn([String])
        case isNot([String])
        case startsWith([String])
        /// Bounds are inclusive; a blank never passes.
        case atLeast(Double)
        case atMost(Double)
    }

    /// Of a layer's column in `where`, of an attribute in limits.
    var column: String
    var tests: [Test]
    var place: StudyPlace

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.filter)
        column = try fields.exactlyOne(of: ["column", "attribute"]).node.text()
        place = fields.place
        tests = []
        if let node = fields["equals"] { tests.append(.isIn([try node.text()])) }
        if let node = fields["in"] { tests.append(.isIn(try node.texts())) }
        if let node = fields["not"] { tests.append(.isNot(try node.texts())) }
        if let node = fields["startsWith"] { tests.append(.startsWith(try node.texts())) }
        if let node = fields["atLeast"] { tests.append(.atLeast(try node.number())) }
        if let node = fields["atMost"] { tests.append(.atMost(try node.number())) }
        if tests.isEmpty {
            throw place.failure("a filter needs a test: equals, in, not, startsWith, atLeast or atMost.")
        }
    }

    static func all(_ node: StudyNode?) throws -> [StudyFilter] {
        try node?.list().map { try StudyFilter($0) } ?? []
    }

    /// Whether a value passes all tests.
    /// - Throws: `NotANumber` when a bound meets text.
    func passes(_ value: String) throws -> Bool {
        for test in tests {
            switch test {
            case .isIn(let values): if !values.contains(value) { return false }
            case .isNot(let values): if values.contains(value) { return false }
            case .startsWith(let starts): if !starts.contains(where: value.hasPrefix) { return false }
            case .atLeast(let least): if try !number(value, { $0 >= least }) { return false }
            case .atMost(let most): if try !number(value, { $0 <= most }) { return false }
            }
        }
        return true
    }

    private func number(_ value: String, _ test: (Double) -> Bool) throws -> Bool {
        if value.isEmpty { return false }
        guard let number = PlainNumber.read(value) else {
            throw place.failure("'\(value)' in '\(column)' is not a number, so it cannot be compared with a bound.")
        }
        return test(number)
    }
}
