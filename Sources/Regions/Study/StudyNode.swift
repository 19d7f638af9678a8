internal import HubModel
package import Yams

/// Where something stands in the study file, for sentences.
package struct StudyPlace: Hashable, Sendable {
    package var file: String
    /// From 1; nil for what the file does not state.
    package var line: Int?
    /// "services.youngFutures.share"
    package var path: String

    /// "study.yaml, line 12, areas.point: " and the sentence.
    package func failure(_ sentence: String) -> RegionError {
        let position = line.map { ", line \($0)" } ?? ""
        return RegionError("\(file)\(position)\(path.isEmpty ? "" : ", " + path): \(sentence)")
    }
}

/// A value of a study file, or of a file that changes one, with the place it stands at.
package struct StudyNode {
    /// As it is written, to be put into another file.
    package let node: Node
    package let place: StudyPlace

    /// Reads the text of a file.
    /// - Parameters:
    ///   - yaml: the text.
    ///   - file: its name, for sentences.
    /// - Throws: `RegionError` when it is not YAML, with the line.
    package init(yaml: String, file: String) throws {
        place = StudyPlace(file: file, line: 1, path: "")
        do {
            guard let root = try Yams.compose(yaml: yaml) else {
                throw place.failure("the study file is empty. Write one with `hubplan init`.")
            }
            node = root
            if let sentence = Self.looksElse(root) { throw place.failure(sentence) }
        } catch let error as YamlError {
            throw Self.sentence(for: error, file: file)
        }
    }

    /// What a text is that reads as one value and so is no study; nil where it may be one.
    private static func looksElse(_ root: Node) -> String? {
        guard let text = root.scalar?.string else { return nil }
        let what = text.contains(",") || text.contains("\t") ? "a table" : "a text"
        return
            "this is \(what), not a study: it begins with '\(Wording.opening(text))'. Name the study that reads it, or write "
            + "one with `hubplan init`."
    }

    private init(node: Node, file: String, path: String) {
        self.node = node
        place = StudyPlace(file: file, line: node.mark?.line, path: path)
    }

    private static func sentence(for error: YamlError, file: String) -> RegionError {
        func place(_ line: Int?) -> StudyPlace { StudyPlace(file: file, line: line, path: "") }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return place(mark.line).failure("this is not YAML: \(problem). Check indentation, colons and quotes.")
        case .duplicatedKeysInMapping(let duplicates, let context):
            return place(context.mark.line).failure(
                "the field \(Wording.quoted(duplicates.sorted())) stands here more than once. Keep one.")
        default:
            return place(nil).failure("this is not a YAML file that can be read. Is it the study file, in UTF-8?")
        }
    }

    private var kind: String {
        switch node {
        case .scalar(let scalar): "'\(Wording.opening(scalar.string))'"
        case .mapping: "a group of fields"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }

    package func failure(_ sentence: String) -> RegionError { place.failure(sentence) }

    package var isMapping: Bool { node.mapping != nil }
    package var isList: Bool { node.sequence != nil }

    /// Nothing after the colon, `~` or `null`, without quotes.
    private var isEmpty: Bool {
        guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }

    // MARK: Groups of fields

    /// The fields of a mapping of a known form.
    /// - Throws: for a field that the form does not know, with the nearest name.
    func fields(_ form: StudyForm) throws -> StudyFields { try fields(named: form.fields) }

    /// The fields of a mapping.
    /// - Parameter known: names that may stand here.
    /// - Throws: for a field of another name, with the nearest one.
    package func fields(named known: [String]) throws -> StudyFields {
        var byName: [String: StudyNode] = [:]
        for (name, value) in try entries() {
            guard known.contains(name) else {
                let hint = NearestName.hint(name, among: known)
                throw value.place.failure(
                    "there is no field '\(name)' here.\(hint) Known fields: \(known.joined(separator: ", ")).")
            }
            byName[name] = value
        }
        return StudyFields(place: place, byName: byName)
    }

    /// Names and values of a mapping whose names the study chooses, in the file's order.
    package func entries() throws -> [(name: String, value: StudyNode)] {
        guard let mapping = node.mapping else {
            throw failure("a group of fields belongs here, but \(kind) stands in its place.")
        }
        return try mapping.map { key, value in
            guard let name = key.scalar?.string else { throw failure("a field's name must be plain text.") }
            let path = place.path.isEmpty ? name : place.path + "." + name
            var child = StudyNode(node: value, file: place.file, path: path)
            if let line = key.mark?.line {
                child = StudyNode(node: value, place: StudyPlace(file: place.file, line: line, path: path))
            }
            return (name, child)
        }
    }

    private init(node: Node, place: StudyPlace) {
        self.node = node
        self.place = place
    }

    /// The items of a list; a single value counts as a list of one.
    package func list() throws -> [StudyNode] {
        guard let sequence = node.sequence else {
            if isEmpty { throw failure("this is empty. Write one value or a list.") }
            return [self]
        }
        return sequence.enumerated().map { index, item in
            StudyNode(node: item, file: place.file, path: "\(place.path)[\(index + 1)]")
        }
    }

    // MARK: Single values

    /// Text exactly as written; numbers and TRUE stay the text they are.
    package func text() throws -> String {
        guard let scalar = node.scalar else {
            throw failure("one value belongs here, but \(kind) stands in its place.")
        }
        if isEmpty { throw failure("this is empty. Write a value, or take the field out.") }
        return scalar.string
    }

    package func texts() throws -> [String] { try list().map { try $0.text() } }

    /// A whole number within a range.
    package func integer(in range: ClosedRange<Int>) throws -> Int {
        let text = try text()
        guard let number = Int(text), range.contains(number) else {
            throw failure("'\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    /// A finite number.
    package func number() throws -> Double {
        let text = try text()
        guard let number = PlainNumber.read(text) else { throw failure("'\(text)' is not a number.") }
        return number
    }

    package func number(atLeast least: Double, atMost most: Double = .infinity) throws -> Double {
        let number = try number()
        guard number >= least else {
            throw failure("\(number) is too small: it must be at least \(least).")
        }
        guard number <= most else {
            throw failure("\(number) is too large: it must be at most \(most.plain).")
        }
        return number
    }

    package func flag() throws -> Bool {
        switch try text().lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        case let other: throw failure("'\(other)' is neither true nor false.")
        }
    }

    /// One of a few words.
    /// - Parameter type: whose raw values they are.
    package func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws -> Choice
    where Choice.RawValue == String {
        let text = try text()
        guard let choice = Choice(rawValue: text) else {
            let words = Choice.allCases.map(\.rawValue)
            throw failure(
                "'\(text)' is not one of \(Wording.quoted(words, last: "or")).\(NearestName.hint(text, among: words))")
        }
        return choice
    }
}

/// The fields of one mapping, all known to its form.
package struct StudyFields {
    package let place: StudyPlace
    fileprivate let byName: [String: StudyNode]

    package subscript(_ name: String) -> StudyNode? { byName[name] }

    package func required(_ name: String) throws -> StudyNode {
        guard let node = byName[name] else { throw place.failure("the field '\(name)' is missing.") }
        return node
    }

    package func text(_ name: String) throws -> String { try required(name).text() }
    package func optionalText(_ name: String) throws -> String? { try self[name]?.text() }

    /// The one field of `names` that is there.
    package func exactlyOne(of names: [String]) throws -> (name: String, node: StudyNode) {
        let present = names.compactMap { name in self[name].map { (name: name, node: $0) } }
        guard let first = present.first else {
            throw place.failure("one of the fields \(Wording.quoted(names, last: "or")) is missing.")
        }
        guard present.count == 1 else {
            throw place.failure("\(Wording.quoted(present.map(\.name))) exclude each other. Keep one.")
        }
        return first
    }
}
