internal import HubModel

/// The files that were read, with what was noticed in them.
enum InputsSection {
    static func html(_ view: RunView) -> HTML {
        """
        <section aria-labelledby="inputs">
        <h2 id="inputs">What was read</h2>
        <p>\(Words.count(view.region.areas.count, "area")), \(Words.count(view.region.sites.count, "site")). \
        The digest tells whether a file is the same to the last byte; it is cut here and whole in result.json.</p>
        \(table(view).html)\(findings(view))</section>

        """
    }

    private static func table(_ view: RunView) -> Table {
        let study = InputFile(
            path: view.record.study.path, sha256: view.record.study.sha256, bytes: 0, records: nil, role: "study"
        )
        let listed = view.region.inputs.contains { $0.sha256 == study.sha256 }
        return Table(
            caption: "Files",
            columns: [
                .text("path", "File"), .text("role", "Used for"), .number("records", "Records"),
                .text("sha256", "Digest (SHA-256)"),
            ],
            rows: ((listed ? [] : [study]) + view.region.inputs).map { file in
                [
                    .text(file.path), .text(file.role), file.records.map { .whole($0) } ?? .none,
                    .text(String(file.sha256.prefix(16)) + "…"),
                ]
            }
        )
    }

    private static func findings(_ view: RunView) -> HTML {
        guard !view.region.findings.isEmpty else { return .empty }
        let items = view.region.findings.map { finding -> HTML in
            "<li>\(finding.kind == .warning ? "<strong>Warning:</strong> " : .empty)\(finding.sentence)</li>\n"
        }
        return "<h3>What was noticed in the data</h3>\n<ul>\n\(items)</ul>\n"
    }
}
