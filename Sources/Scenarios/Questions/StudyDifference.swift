internal import HubModel
internal import Regions
internal import Yams

/// What two studies, or scenarios, ask differently, field by field.
package struct StudyDifference: Sendable {
    package struct Entry: Hashable, Sendable {
        /// "services.youngFutures.count"
        package var path: String
        /// What each says there; nil where it says nothing.
        package var first: String?
        package var second: String?
        /// A line for people.
        package var words: String
    }

    /// Name and path of each.
    package let first: (name: String, path: String)
    package let second: (name: String, path: String)
    /// In the order of the first study's fields, those that only the second has last.
    package let entries: [Entry]

    /// - Parameters:
    ///   - first: a scenario.
    ///   - second: what it is held against.
    /// - Throws: `RegionError` when one of them is no YAML.
    package init(_ first: Scenario, _ second: Scenario) throws {
        self.first = (first.name, first.path)
        self.second = (second.name, second.path)
        let one = try StudyDocument(yaml: first.text.yaml, file: first.text.file)
        let two = try StudyDocument(yaml: second.text.yaml, file: second.text.file)
        var found: [(path: [String], first: Node?, second: Node?)] = []
        Self.compare(one.root, two.root, at: [], into: &found)
        entries = found.filter { $0.path != ["name"] }.map { path, first, second in
            Entry(
                path: path.joined(separator: "."), first: first?.oneLine, second: second?.oneLine,
                words: StudyWords.line(path, first, second))
        }
    }

    private static func compare(
        _ first: Node?, _ second: Node?, at path: [String],
        into found: inout [(path: [String], first: Node?, second: Node?)]
    ) {
        if let first = first?.mapping, let second = second?.mapping {
            let names = first.compactMap { $0.key.scalar?.string }
            let others = second.compactMap { $0.key.scalar?.string }.filter { !names.contains($0) }
            for name in names + others {
                compare(
                    Node.mapping(first).value(of: name), Node.mapping(second).value(of: name), at: path + [name],
                    into: &found)
            }
        } else if first?.oneLine != second?.oneLine {
            found.append((path, first, second))
        }
    }

    // MARK: Telling

    /// For people.
    package var text: String {
        let head = "\(first.name) (\(first.path)) beside \(second.name) (\(second.path))"
        guard !entries.isEmpty else { return head + "\nThey ask the same." }
        return ([head, "What the first says and the second:"] + entries.map { "  " + $0.words }).joined(separator: "\n")
    }
}

extension Node {
    /// On one line, the same for the same values however they are written.
    var oneLine: String {
        switch self {
        case .scalar(let scalar): scalar.string
        case .sequence(let items): "[" + items.map(\.oneLine).joined(separator: ", ") + "]"
        case .mapping(let fields):
            "{" + fields.map { "\($0.key.oneLine): \($0.value.oneLine)" }.joined(separator: ", ") + "}"
        case .alias: "an alias"
        }
    }
}
