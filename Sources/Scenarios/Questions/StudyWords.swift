internal import Yams

/// Fields of a study in words that a planner uses.
enum StudyWords {
    /// By the last names of a path.
    private static let titles: [(field: [String], title: String)] = [
        (["count"], "how many hubs"), (["objective"], "what is made least"),
        (["reachWithin"], "minutes within which a child is reached"),
        (["outOfReachBeyond"], "minutes beyond which a child is out of reach"),
        (["share", "rule"], "the rule that its share goes by"), (["share", "atLeast"], "its share in those places"),
        (["share", "aim"], "its share in those places"), (["share"], "its share in doubly disadvantaged places"),
        (["lockedIn"], "sites that must be open"), (["lockedOut"], "sites that may not be chosen"),
        (["limits"], "floors and caps"), (["need"], "what a child counts for"),
        (["scale"], "people beyond those counted"),
        (["opens"], "when it opens"), (["closes"], "when it closes"), (["traveller"], "who travels"),
        (["children"], "who is counted"),
    ]

    /// - Parameters:
    ///   - path: names of fields from the top.
    ///   - first: what one study says there; nil for nothing.
    ///   - second: what the other says.
    static func line(_ path: [String], _ first: Node?, _ second: Node?) -> String {
        if let first = items(first), let second = items(second) {
            let (lost, gained) = (first.filter { !second.contains($0) }, second.filter { !first.contains($0) })
            let parts = [
                lost.isEmpty ? nil : "only the first has \(lost.joined(separator: ", "))",
                gained.isEmpty ? nil : "only the second has \(gained.joined(separator: ", "))",
            ].compactMap(\.self)
            if !parts.isEmpty { return "\(title(path)): \(parts.joined(separator: "; "))" }
        }
        return "\(title(path)): \(first?.oneLine ?? "nothing"); \(second?.oneLine ?? "nothing")"
    }

    /// Lists of plain values are told item by item; nothing counts as an empty list beside a list.
    private static func items(_ node: Node?) -> [String]? {
        guard let node else { return [] }
        return node.sequence.map { $0.map(\.oneLine) }
    }

    private static func title(_ path: [String]) -> String {
        let whole = path.joined(separator: ".")
        guard path.first == "services", path.count > 2,
            let known = titles.first(where: { path.suffix($0.field.count) == $0.field[...] })
        else { return whole }
        return "\(path[1]), \(known.title)"
    }
}
