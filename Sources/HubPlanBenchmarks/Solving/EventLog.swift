internal import Foundation
internal import HubModel

/// What a solve told on its way: the file of checkpoints, and what is kept of them for the line printed at the end.
struct EventLog {
    /// Wall seconds to a certified gap, by level; a level that was not reached is missing.
    private(set) var certified: [String: Double] = [:]
    /// Nodes of the tree, those of every part of a solve counted.
    private(set) var nodes = 0

    private let started: Date
    /// Engine units in a unit of the objective.
    let unit: Double
    private let file: FileHandle?
    private let isVerbose: Bool

    /// - Parameter path: where to write checkpoints; the file is made anew.
    init(started: Date, unit: Double, path: String?, isVerbose: Bool) throws {
        (self.started, self.unit, self.isVerbose) = (started, unit, isVerbose)
        guard let path else {
            file = nil
            return
        }
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else {
            throw BenchmarkError(description: "No file can be written at \(path): does its folder exist?")
        }
        file = handle
    }

    /// Wall seconds since the program started, files and all.
    var seconds: Double { (Date().timeIntervalSince(started) * 1000).rounded() / 1000 }

    private struct Line: Encodable {
        var seconds: Double
        var incumbent: Double?
        var bound: Double?
        var gap: Double?
        var nodes: Int
        var work: Int64
        /// Accounted bytes.
        var memory: Int64
        var stage: String
    }

    mutating func record(_ event: SolveEvent) {
        let seconds = seconds
        let gap = event.incumbent.flatMap { incumbent in event.bound.map { Self.gap(incumbent, $0) } }
        for (name, level) in [("1 %", 0.01), ("0.1 %", 0.001), ("0.01 %", 0.0001)] {
            if let gap, gap <= level, certified[name] == nil { certified[name] = seconds }
        }
        nodes = max(nodes, event.nodes)
        if isVerbose { printLine(event, seconds, gap) }
        guard let file else { return }
        let line = Line(
            seconds: seconds, incumbent: event.incumbent.map { Double($0) / unit },
            bound: event.bound.map { Double($0) / unit }, gap: gap, nodes: nodes, work: event.work,
            memory: event.memory, stage: event.stage)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // A full disk must not end a solve: the line printed at the end has what matters.
        guard var data = try? encoder.encode(line) else { return }
        data.append(0x0A)
        try? file.write(contentsOf: data)
    }

    private static func gap(_ incumbent: Int64, _ bound: Int64) -> Double {
        incumbent > bound ? Double(incumbent - bound) / Double(incumbent) : 0
    }

    private func printLine(_ event: SolveEvent, _ seconds: Double, _ gap: Double?) {
        let figures = String(
            format: "%8.2f s  %lld  %lld  %.5f %%  work %lld  ", seconds, event.incumbent ?? 0, event.bound ?? 0,
            (gap ?? 1) * 100, event.work)
        FileHandle.standardError.write(Data((figures + event.stage + "\n").utf8))
    }
}
