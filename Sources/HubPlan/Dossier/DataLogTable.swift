internal import HubModel

/// `data-log.csv`: every file that was read, and for each use what was taken of its rows and what was left out, and why.
enum DataLogTable {
    static let description = TableDescription(
        name: "data-log", title: "Every file that was read, and what was taken of it",
        columns: [
            TableDescription.Column(
                "file", "File",
                meaning: "As the study names it."),
            TableDescription.Column(
                "used_for", "Used for",
                meaning: "What its rows became: areas, sites, a rule. A file stands here once a use."),
            TableDescription.Column(
                "vintage", "Vintage",
                meaning: "What its codes are codes of, as the study states it."),
            TableDescription.Column(
                "licence", "Licence",
                meaning: "The terms it is published under, as the study states them; blank where it does not."),
            TableDescription.Column(
                "rows_read", "Rows read", kind: .whole, unit: "rows",
                meaning: "In the file, or its layer."),
            TableDescription.Column(
                "rows_kept", "Rows kept", kind: .whole, unit: "rows",
                meaning: "Those of them that were used."),
            TableDescription.Column(
                "rows_dropped", "Rows dropped", kind: .whole, unit: "rows",
                meaning: "The others."),
            TableDescription.Column(
                "why_dropped", "Why dropped",
                meaning: "How many were left out for each reason."),
            TableDescription.Column(
                "bytes", "Bytes", kind: .whole, unit: "bytes",
                meaning: "Size of the file."),
            TableDescription.Column(
                "sha256", "SHA-256",
                meaning: "Digest of its bytes."),
        ])

    static func table(_ run: DossierRun) -> PlainTable {
        PlainTable(
            description,
            rows: run.inputs.flatMap { input -> [[String]] in
                let ending = [String(input.bytes), input.sha256]
                guard !input.uses.isEmpty else {
                    // The study itself, and uses that take all there is.
                    let records = input.records.map(String.init) ?? ""
                    return [
                        [
                            input.path, input.role, "", input.licence ?? "", records, records,
                            input.records == nil ? "" : "0", "",
                        ]
                            + ending
                    ]
                }
                return input.uses.map { use in
                    [
                        input.path, use.role, use.vintage ?? "", input.licence ?? "", String(use.read),
                        String(use.kept), String(use.read - use.kept), why(use),
                    ] + ending
                }
            })
    }

    /// "12 do not pass the study's `where`; 3 stand outside the study's areas".
    static func why(_ use: DossierRun.Use) -> String {
        use.dropped.map { "\($0.rows) \($0.why)" }.joined(separator: "; ")
    }
}
