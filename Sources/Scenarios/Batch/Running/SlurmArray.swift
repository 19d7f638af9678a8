internal import Foundation

/// A batch as a Slurm job array: each task runs one shard into a store of its own, and a job after them collects the shards.
package struct SlurmArray: Sendable {
    let program: String
    let jobs: String
    let options: [String]
    let store: RunStore
    let tasks: Int

    /// - Parameters:
    ///   - program: path of hubplan, the same on every machine.
    ///   - jobs: path of the file of jobs.
    ///   - options: further ones of each task's batch.
    ///   - store: of the whole batch, on a file system that every machine sees.
    ///   - tasks: of the array.
    package init(program: String, jobs: String, options: [String] = [], store: RunStore, tasks: Int) {
        self.options = options
        self.program = program
        self.jobs = URL(fileURLWithPath: jobs).standardizedFileURL.path
        self.store = store
        self.tasks = tasks
    }

    /// Runs one shard.
    package var arrayScript: String {
        """
        #!/bin/sh
        #SBATCH --job-name=hubplan
        #SBATCH --array=1-\(tasks)
        #SBATCH --output=/dev/null
        exec >\(Self.quoted(store.path))/logs/slurm-"$SLURM_ARRAY_TASK_ID".txt 2>&1
        exec \(([program, "batch", jobs] + options).map(Self.quoted).joined(separator: " ")) \\
            --store \(Self.quoted(store.path))/shards/"$SLURM_ARRAY_TASK_ID" --base \(Self.quoted(store.path)) \\
            --shard "$SLURM_ARRAY_TASK_ID/\(tasks)" --workers "${SLURM_CPUS_PER_TASK:-1}"

        """
    }

    /// Brings the shards together.
    package var collectScript: String {
        """
        #!/bin/sh
        #SBATCH --job-name=hubplan-collect
        #SBATCH --output=/dev/null
        exec >\(Self.quoted(store.path))/logs/slurm-collect.txt 2>&1
        exec \(Self.quoted(program)) batch collect \(Self.quoted(store.path))/shards/* --store \(Self.quoted(store.path))

        """
    }

    /// Writes both scripts into the store and submits them.
    /// - Parameter options: of `sbatch`, for the array: "--mem=4G".
    /// - Returns: numbers of the array and of the job that collects.
    /// - Throws: `BatchError` when `sbatch` is missing or refuses.
    package func submit(options: [String]) throws -> (array: String, collect: String) {
        let (array, collect) = (store.path + "/slurm-array.sh", store.path + "/slurm-collect.sh")
        try write(arrayScript, to: array)
        try write(collectScript, to: collect)
        let first = try sbatch(options + [array])
        return (first, try sbatch(["--dependency=afterany:" + first, collect]))
    }

    private func write(_ script: String, to path: String) throws {
        do { try Data(script.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw BatchError("\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    private func sbatch(_ arguments: [String]) throws -> String {
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sbatch", "--parsable"] + arguments
        process.standardOutput = output
        process.standardError = errors
        do { try process.run() } catch { throw BatchError("sbatch could not be run: \(error.localizedDescription)") }
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let number = said.split(whereSeparator: { ";\n".contains($0) }).first.map(String.init) ?? ""
        guard process.terminationStatus == 0, !number.isEmpty else {
            let why = complaint.trimmingCharacters(in: .whitespacesAndNewlines)
            throw BatchError(
                "sbatch did not take the batch (\(why.isEmpty ? "no reason given" : why)). Is Slurm installed and running "
                    + "here? The scripts stand in \(store.path).")
        }
        return number
    }

    /// Between single quotes for a shell.
    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
