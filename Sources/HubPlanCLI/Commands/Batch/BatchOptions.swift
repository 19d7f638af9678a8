internal import ArgumentParser
internal import Foundation
internal import Scenarios

/// The file of jobs and the store of their answers.
struct BatchOptions: ParsableArguments {
    @Argument(help: "The file of jobs (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var jobs: String

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var cache: CacheOptions

    @Option(
        help: """
            Store in which earlier answers and published plans are looked for, where it is another one: a shard's main \
            store.
            """,
        completion: .directory)
    var base: String?

    /// The file of jobs; those that do not say where their data lies take it from the folder given here.
    func file() throws -> JobsFile {
        var file = try JobsFile(path: jobs)
        for index in file.jobs.indices where file.jobs[index].data == nil { file.jobs[index].data = data.folder }
        return file
    }

    /// The same options for another process that answers jobs of the file.
    var forJobs: [String] {
        let folder = data.folder.map { ["--data", URL(fileURLWithPath: $0).standardizedFileURL.path] } ?? []
        let limit = ["--cache-limit", "\(Double(cache.cacheLimit) / 1e6)MB"]
        return folder + limit + (cache.noCache ? ["--no-cache"] : [])
    }
}

/// Where answers of batches stand.
struct StoreOptions: ParsableArguments {
    @Option(help: "Store of the answers; a batch makes it where there is none.", completion: .directory)
    var store = "hubplan-store"
}

/// "90s", "30min", "2h".
@Sendable func duration(_ text: String) throws -> Double {
    guard let seconds = Amount.seconds(text) else {
        throw ValidationError("\"\(text)\" is not a length of time: write 90s, 30min or 2h.")
    }
    return seconds
}

/// "3/8".
@Sendable func someShard(_ text: String) throws -> Shard {
    guard let shard = Shard(text) else {
        throw ValidationError("\"\(text)\" is no shard: write 3/8 for the third of eight.")
    }
    return shard
}
