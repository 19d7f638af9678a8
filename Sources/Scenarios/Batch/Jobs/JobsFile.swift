internal import Foundation
internal import Regions

/// A file of jobs: what a batch is to answer, and how.
///
/// ```yaml
/// batch: Nights of Saltmouth
/// defaults: {gap: 0.1%, seconds: 10min}
/// jobs:
///   - {name: saltmouth, study: study.yaml}
///   - {name: one-more, study: one-more.yaml, prefer: published within 1%}
/// ```
package struct JobsFile: Sendable {
    /// For people.
    package var title: String
    /// In the file's order; names differ.
    package var jobs: [Job]

    private static let fields = [
        "name", "study", "scenario", "data", "gap", "seconds", "work", "nodes", "memory", "ceiling", "patience", "seed",
        "baseline", "prefer", "guards",
    ]

    /// The shortest file of jobs, for help and messages.
    package static let example = """
        batch: Every night
        jobs:
          - {name: hastings, study: hastings.yaml}
        """

    /// - Parameter path: of the file; its paths are relative to its folder.
    /// - Throws: `BatchError` or `RegionError`, a sentence with file, line and field.
    package init(path: String) throws {
        let url = URL(fileURLWithPath: path)
        guard let data = try? Data(contentsOf: url), let text = String(data: data, encoding: .utf8) else {
            throw BatchError(
                "The file of jobs '\(path)' is missing, or is not text in UTF-8. The shortest one looks so:\n\(Self.example)"
            )
        }
        try self.init(yaml: text, file: url.lastPathComponent, folder: url.deletingLastPathComponent().path)
    }

    /// - Parameters:
    ///   - yaml: the file's text.
    ///   - file: its name, for sentences.
    ///   - folder: what its paths are relative to.
    /// - Throws: `RegionError`, a sentence with file, line and field.
    package init(yaml: String, file: String, folder: String) throws {
        let root = try StudyNode(yaml: yaml, file: file).fields(named: ["batch", "defaults", "jobs"])
        title = try root.optionalText("batch") ?? file
        let defaults = try root["defaults"].map { try $0.fields(named: Self.fields.filter { $0 != "name" }) }
        jobs = []
        for node in try root.required("jobs").list() {
            let fields = try node.fields(named: Self.fields)
            let job = try Self.job(fields, defaults: defaults, folder: folder)
            guard !jobs.contains(where: { $0.name == job.name }) else {
                throw try fields.required("name").failure(
                    "the name '\(job.name)' stands here twice. Give each job a name of its own.")
            }
            jobs.append(job)
        }
    }

    private static func job(_ own: StudyFields, defaults: StudyFields?, folder: String) throws -> Job {
        func field(_ name: String) -> StudyNode? { own[name] ?? defaults?[name] }
        let source = own["study"] != nil || own["scenario"] != nil ? own : defaults ?? own
        let question = try source.exactlyOne(of: ["study", "scenario"]).node.text()
        var job = Job(name: try name(own.required("name")), question: placed(question, in: folder))
        job.data = try field("data").map { placed(try $0.text(), in: folder) }
        if let node = field("gap") {
            job.gap = try node.amount(Amount.fraction, "a fraction from 0: write 0.1% or 0.001")
        }
        if let node = field("seconds") { job.seconds = try node.amount(Amount.seconds, duration) }
        if let node = field("work") { job.work = Int64(try node.integer(in: 1...Int.max)) }
        if let node = field("nodes") { job.nodes = try node.integer(in: 1...Int.max) }
        if let node = field("memory") { job.memory = try node.amount(Amount.bytes, size) }
        if let node = field("ceiling") { job.ceiling = try node.amount(Amount.bytes, size) }
        if let node = field("patience") { job.patience = try node.amount(Amount.seconds, duration) }
        if let node = field("seed") { job.seed = UInt64(try node.integer(in: 0...Int.max)) }
        if let node = field("baseline") {
            let text = try node.text()
            job.baseline = ["today", "none"].contains(text) ? text : placed(text, in: folder)
        }
        if let node = field("prefer") { job.staysWithin = try stays(node) }
        if let node = field("guards") { job.guards = try guards(node) }
        return job
    }

    private static func name(_ node: StudyNode) throws -> String {
        let text = try node.text()
        let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        guard isPlain, let first = text.first, !".-".contains(first), text.count <= 80 else {
            throw node.failure(
                "'\(text)' cannot name a job: take letters, digits, '-', '_' and '.', not '.' or '-' first, at most 80."
            )
        }
        return text
    }

    /// "published within 1%"; nil for "best".
    private static func stays(_ node: StudyNode) throws -> Double? {
        let text = try node.text()
        if text == "best" { return nil }
        let opening = "published within "
        guard text.hasPrefix(opening), let within = Amount.fraction(String(text.dropFirst(opening.count))) else {
            throw node.failure("'\(text)' is neither 'best' nor of the form 'published within 1%'.")
        }
        return within
    }

    private static func guards(_ node: StudyNode) throws -> Job.Guards {
        let fields = try node.fields(named: ["rows", "age", "disk"])
        return Job.Guards(
            rows: try fields["rows"]?.amount(Amount.fraction, "a part of the rows: write 10% or 0.1"),
            age: try fields["age"]?.amount(Amount.seconds, "an age: write 30d or 12h"),
            disk: try fields["disk"]?.amount(Amount.bytes, size))
    }

    private static let duration = "a length of time: write 90s, 30min or 2h"
    private static let size = "an amount of memory: write 900MB or 2GB"

    private static func placed(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") ? path : folder + "/" + path
    }
}

extension StudyNode {
    /// - Parameters:
    ///   - read: nil for text that it cannot read.
    ///   - kind: what belongs here, with an example.
    fileprivate func amount<Value>(_ read: (String) -> Value?, _ kind: String) throws -> Value {
        let text = try text()
        guard let value = read(text) else { throw failure("'\(text)' is not \(kind).") }
        return value
    }
}
