internal import Regions
internal import Yams

/// A study as a tree of named values, to be changed and written out again. It knows nothing of the data.
struct StudyDocument {
    private(set) var root: Node

    /// - Parameters:
    ///   - yaml: the study.
    ///   - file: its name, for sentences.
    /// - Throws: `RegionError` when it is no YAML, or no group of fields.
    init(yaml: String, file: String) throws {
        let node = try StudyNode(yaml: yaml, file: file)
        _ = try node.entries()
        root = node.node
    }

    // MARK: What it names

    /// Ids of its services, in its order.
    var services: [String] { names(at: ["services"]) }

    /// Ids of its disadvantage rules, in its order.
    var rules: [String] { names(at: ["disadvantage"]) }

    var name: String { text(at: ["name"]) ?? "" }

    /// Names of the fields of a group; none where there is no such group.
    func names(at path: [String]) -> [String] {
        self[path]?.mapping?.compactMap { $0.key.scalar?.string } ?? []
    }

    /// - Parameter path: names of fields from the top.
    func text(at path: [String]) -> String? { self[path]?.scalar?.string }

    // MARK: Values

    /// The value at a path; setting nil takes the field out, setting another makes the groups that it needs.
    subscript(_ path: [String]) -> Node? {
        get { path.reduce(Optional(root)) { $0?.value(of: $1) } }
        set { root = root.setting(newValue, at: path[...]) }
    }

    /// The items of a list; a single value counts as a list of one.
    func list(at path: [String]) -> [Node] {
        guard let node = self[path] else { return [] }
        return node.sequence.map { Array($0) } ?? [node]
    }

    /// - Parameters:
    ///   - items: what the list shall hold; an empty one takes the field out.
    ///   - path: names of fields from the top.
    mutating func setList(_ items: [Node], at path: [String]) {
        self[path] = items.isEmpty ? nil : Node(items, Tag(.seq))
    }

    // MARK: Writing

    /// The study as text that reads back as the same study.
    func yaml() throws -> String {
        try Yams.serialize(node: root.plainlyTagged, width: -1, allowUnicode: true)
    }
}

extension Node {
    /// The value of a field, by the field's name whatever its quotes.
    func value(of name: String) -> Node? {
        mapping?.first { $0.key.scalar?.string == name }?.value
    }

    /// The same tree with one value changed, put in or, with nil, taken out.
    fileprivate func setting(_ value: Node?, at path: ArraySlice<String>) -> Node {
        guard let name = path.first else { return value ?? self }
        var pairs = mapping.map { Array($0.map { ($0.key, $0.value) }) } ?? []
        let place = pairs.firstIndex { $0.0.scalar?.string == name }
        let rest = path.dropFirst()
        if rest.isEmpty {
            switch (place, value) {
            case (let place?, let value?): pairs[place].1 = value
            case (let place?, nil): pairs.remove(at: place)
            case (nil, let value?): pairs.append((Node(name), value))
            case (nil, nil): return self
            }
        } else {
            if place == nil, value == nil { return self }
            let child = (place.map { pairs[$0].1 } ?? Node([(Node, Node)](), Tag(.map))).setting(value, at: rest)
            if let place { pairs[place].1 = child } else { pairs.append((Node(name), child)) }
        }
        return Node(pairs, Tag(.map), mapping?.style ?? .any)
    }

    /// With the tags that need not be written.
    fileprivate var plainlyTagged: Node {
        switch self {
        case .mapping(let mapping):
            Node(mapping.map { ($0.key.plainlyTagged, $0.value.plainlyTagged) }, Tag(.map), mapping.style)
        case .sequence(let sequence): Node(sequence.map(\.plainlyTagged), Tag(.seq), sequence.style)
        case .scalar(let scalar): Node(scalar.string, scalar.tag, scalar.style)
        case .alias: self
        }
    }

    /// A group of fields on one line.
    static func group(_ fields: [(String, Node)]) -> Node {
        Node(fields.map { (Node($0), $1) }, Tag(.map), .flow)
    }
}
