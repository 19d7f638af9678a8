internal import HubModel

/// `timing.json`: the only file of a run folder that changes from run to run.
enum TimingDocument {
    static func json(_ timing: RunTiming) -> JSON {
        .object([
            ("schema", .text("hubplan-timing/1")),
            ("threads", .whole(timing.threads)),
            ("peakMemoryBytes", .optional(timing.peakMemory, JSON.whole)),
            (
                "steps",
                .array(timing.steps.map { .object([("name", .text($0.name)), ("seconds", .number($0.seconds))]) })
            ),
        ])
    }
}
