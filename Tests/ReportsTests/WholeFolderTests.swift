import Foundation
import HubPlanTestSupport
import Synchronization
import Testing

@testable import Reports

@Suite("A folder that is there whole or not at all")
struct WholeFolderTests {
    private let kind = WholeFolder.Kind(
        title: "test folder", content: "test", mark: "mark", schema: "hubplan-test",
        names: ["mark", "a", "b", "option-#.csv"])

    private func write(_ number: Int, to path: String) throws {
        try WholeFolder.write(kind, to: path) { folder in
            for file in ["mark", "a", "b"] {
                try folder.put("hubplan-test \(number)", as: file)
            }
        }
    }

    private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

    @Test("Whoever looks while it is replaced again and again finds a whole folder, old or new")
    func neverAbsent() throws {
        let scratch = try ScratchFolder()
        let path = scratch.file("run")
        try write(0, to: path)
        let isDone = Atomic(false)
        let missed = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 3) { thread in
            if thread == 0 {
                while !isDone.load(ordering: .relaxed) {
                    if text(path + "/mark") == nil { missed.add(1, ordering: .relaxed) }
                }
            } else {
                for number in 1...150 { try? write(number, to: path) }
                isDone.store(true, ordering: .relaxed)
            }
        }
        #expect(missed.load(ordering: .relaxed) == 0)
        #expect(text(path + "/mark") == text(path + "/a") && text(path + "/a") == text(path + "/b"))
        #expect(try scratch.names() == ["run"])
    }

    @Test("What a process left that was killed is swept away, what one alive writes is not")
    func sweeps() throws {
        let scratch = try ScratchFolder()
        let dead = Process()
        dead.executableURL = URL(fileURLWithPath: "/bin/true")
        try dead.run()
        dead.waitUntilExit()
        let aside = AsideFolder(for: URL(fileURLWithPath: scratch.file("run"))).url.lastPathComponent
        let own = "\(ProcessInfo.processInfo.processIdentifier)"
        let left = aside.replacing(".\(own).", with: ".\(dead.processIdentifier).")
        for name in [aside, left] {
            try FileManager.default.createDirectory(atPath: scratch.file(name), withIntermediateDirectories: false)
        }
        try write(1, to: scratch.file("run"))
        #expect(try scratch.names() == [aside, "run"])
    }

    @Test("A folder that a killed process had taken away and not yet replaced is put back")
    func putsBack() throws {
        let scratch = try ScratchFolder()
        let path = scratch.file("run")
        try write(7, to: path)
        let dead = Process()
        dead.executableURL = URL(fileURLWithPath: "/bin/true")
        try dead.run()
        dead.waitUntilExit()
        let aside = AsideFolder(for: URL(fileURLWithPath: path))
        let own = "\(ProcessInfo.processInfo.processIdentifier)"
        let former = aside.url.lastPathComponent.replacing(".\(own).", with: ".\(dead.processIdentifier).") + ".former"
        try FileManager.default.moveItem(atPath: path, toPath: scratch.file(former))
        #expect(throws: ReportError.self) {
            try WholeFolder.write(kind, to: path) { _ in throw ReportError("It went wrong.") }
        }
        #expect(text(path + "/mark") == "hubplan-test 7")
        #expect(try scratch.names() == ["run"])
    }

    @Test("Numbered files of ours go with the old folder, names that only look like them stay")
    func numberedNames() throws {
        let scratch = try ScratchFolder()
        let path = scratch.file("run")
        try write(1, to: path)
        let names = ["option-1.csv", "option-12.csv", "option-mine.csv", "option-.csv", "option-1.csv.bak"]
        for name in names { try Data(name.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)")) }
        try write(2, to: path)
        let left = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        #expect(left == ["a", "b", "mark", "option-.csv", "option-1.csv.bak", "option-mine.csv"])
        #expect(text(path + "/mark") == "hubplan-test 2")
    }

    @Test("A write that fails leaves what people put into the folder where it is")
    func failureKeepsFiles() throws {
        let scratch = try ScratchFolder()
        let path = scratch.file("run")
        try write(1, to: path)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path + "/notes.txt"))
        #expect(throws: ReportError.self) {
            try WholeFolder.write(kind, to: path) { _ in throw ReportError("It went wrong.") }
        }
        #expect(text(path + "/notes.txt") == "mine")
        #expect(try scratch.names() == ["run"])
    }
}
