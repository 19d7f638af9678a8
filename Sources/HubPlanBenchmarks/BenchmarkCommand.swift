internal import ArgumentParser

@main
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hubplan-bench",
        abstract: "Times the engine on published instances, and makes instances to time it on.",
        subcommands: [PlacementBenchmark.self, StreetsBenchmark.self, FacesBenchmark.self, MakeCommand.self])
}
