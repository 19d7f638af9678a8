internal import HubModel

/// `timing.json`: the only file of a run folder that changes from run to run.
enum TimingDocument {
    static func json(_ timing: RunTiming, of record: RunRecord) -> JSON {
        let solution = record.solution ?? record.comparison?.solution
        return .object([
            ("schema", .text("hubplan-timing/1")),
            ("dataFolders", .array(timing.folders.map(JSON.text))),
            ("threads", .whole(timing.threads)),
            ("secondsAsked", .optional(record.limits.seconds, JSON.number)),
            ("stop", .optional(solution) { .text($0.stop.rawValue) }),
            ("cpuSeconds", .optional(timing.cpuSeconds, JSON.number)),
            ("peakMemoryBytes", .optional(timing.peakMemory, JSON.whole)),
            (
                "steps",
                .array(timing.steps.map { .object([("name", .text($0.name)), ("seconds", .number($0.seconds))]) })
            ),
            (
                "events",
                .array(
                    record.events.map {
                        .object([("seconds", .number($0.seconds)), ("memoryBytes", .whole($0.memory))])
                    })
            ),
        ])
    }
}
