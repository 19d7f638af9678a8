internal import HubModel

/// What was read, dropped, checked and written.
package struct BuildReport: Sendable, Codable {
    /// Paths of what was written, as asked for.
    package let package: String
    package let description: String
    package let layers: [Layer]
    package let read: [ReadFile]
    package let checks: [Check]
    package let notes: [String]
    /// Optional files that were not there, with what cannot be done without each.
    package let missing: [Missing]

    package struct Layer: Sendable, Codable, Hashable {
        package let name: String
        package let rows: Int
    }

    package struct Missing: Sendable, Codable, Hashable {
        package let title: String
        package let without: String
    }

    init(
        package: String, description: String, layers: [PackageLayer], log: BuildLog, missing: [OpenFile],
        notes: [String]
    ) {
        self.package = package
        self.description = description
        self.layers = layers.map { Layer(name: $0.name, rows: $0.rows.count) }
        read = log.reads
        checks = log.checks
        self.notes = log.notes + notes
        self.missing = missing.map { Missing(title: $0.title, without: $0.without) }
    }

    /// For people: a table of what was read, then checks, remarks and what is missing.
    package var text: String {
        var lines: [String] = []
        lines.append("Read")
        for file in read {
            lines.append(
                "  \(file.path): \(file.used.grouped) of \(Words.count(file.rows, "row")) used. \(file.title)")
            for drop in file.dropped { lines.append("    \(drop.rows.grouped) left out: \(drop.why)") }
        }
        lines.append("Checked")
        for check in checks {
            lines.append(
                "  \(check.holds ? "agrees " : "DIFFERS")  \(check.what): found \(check.found), expected \(check.expected)"
            )
        }
        if !notes.isEmpty {
            lines.append("Worth knowing")
            lines += notes.map { "  \($0)" }
        }
        if !missing.isEmpty {
            lines.append("Not found in the folder")
            lines += missing.map { "  \($0.title): \($0.without)" }
        }
        lines.append("Wrote \(package) and \(description)")
        lines.append("  " + layers.map { "\($0.name) \($0.rows.grouped)" }.joined(separator: ", "))
        return lines.joined(separator: "\n")
    }
}
