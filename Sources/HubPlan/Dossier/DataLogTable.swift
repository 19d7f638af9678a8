/// `data-log.csv`: every file that was read, and for each use what was taken of its rows and what was left out, and why.
enum DataLogTable {
    static func table(_ run: DossierRun) -> PlainTable {
        PlainTable(
            header: [
                "file", "used_for", "vintage", "licence", "rows_read", "rows_kept", "rows_dropped", "why_dropped",
                "bytes", "sha256",
            ],
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
