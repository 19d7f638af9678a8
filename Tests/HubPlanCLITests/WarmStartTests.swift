import Foundation
import HubPlanTestSupport
import Testing

/// `solve --from` on the fictional district.
@Suite struct WarmStartTests {
    private let study = "Fixtures/saltmouth/study.yaml"

    private func result(_ folder: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/result.json"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func objectives(_ folder: String) throws -> [Int] {
        try #require(try result(folder)["services"] as? [[String: Any]]).map { $0["objective"] as? Int ?? -1 }
    }

    private func work(_ folder: String) throws -> Int {
        try #require((try result(folder)["status"] as? [String: Any])?["work"] as? Int)
    }

    /// The fixture's study with a text replaced.
    private func changed(_ old: String, to new: String, in scratch: ScratchFolder) throws -> String {
        let text = try String(contentsOf: Command.root.appendingPathComponent(study), encoding: .utf8)
        try #require(text.contains(old))
        return try scratch.write("study.yaml", text.replacingOccurrences(of: old, with: new))
    }

    @Test func anEarlierRunIsProvedAgain() throws {
        let scratch = try ScratchFolder()
        let (first, second) = (scratch.file("first"), scratch.file("second"))
        #expect(try Command("solve", study, "--out", first, "--prove", "--quiet").status == 0)
        let again = try Command("solve", study, "--out", second, "--prove", "--quiet", "--from", first)
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("Begun from \(first), youngFutures: 4 of its 4 hubs, the multipliers of"))
        #expect(again.output.contains("This list is proved"))
        #expect(try objectives(second) == objectives(first))
        let verify = try Command("verify", second)
        #expect(verify.status == 0, "\(verify.output)")
        let report = try Command("report", second, "--study", study, "--out", scratch.file("report"))
        #expect(report.status == 0, "\(report.errors)")
    }

    /// A changed question has the same answer from an earlier run as from nothing.
    @Test(arguments: [("count: 6", "count: 7"), ("count: 4", "count: 3"), ("atLeast: 50%", "atLeast: 30%")])
    func aChangedStudyIsAnsweredAsFromNothing(old: String, new: String) throws {
        let scratch = try ScratchFolder()
        let folders = ["before", "cold", "warm"].map { scratch.file($0) }
        #expect(try Command("solve", study, "--out", folders[0], "--prove", "--quiet").status == 0)
        let file = try changed(old, to: new, in: scratch)
        let question = ["solve", file, "--data", "Fixtures/saltmouth", "--prove", "--quiet", "--out"]
        #expect(try Command(question + [folders[1]]).status == 0)
        let warm = try Command(question + [folders[2], "--from", folders[0]])
        #expect(warm.status == 0, "\(warm.errors)")
        #expect(try objectives(folders[2]) == objectives(folders[1]))
        #expect(try Command("verify", folders[2]).status == 0)
    }

    @Test func aFolderThatIsNoRunIsASentence() throws {
        let scratch = try ScratchFolder()
        let solve = try Command("solve", study, "--out", scratch.file("run"), "--quiet", "--from", "Fixtures")
        #expect(solve.status == 2)
        #expect(solve.errors.contains("Fixtures is no run folder"))
        #expect(!FileManager.default.fileExists(atPath: scratch.file("run")))
    }

    @Test func aBrokenCertificateIsASentence() throws {
        let scratch = try ScratchFolder()
        let run = scratch.file("run")
        #expect(try Command("solve", study, "--out", run, "--quiet").status == 0)
        try Data("{\"schema\": 3".utf8).write(to: URL(fileURLWithPath: run + "/certificate.json"))
        let solve = try Command("solve", study, "--out", scratch.file("again"), "--quiet", "--from", run)
        #expect(solve.status == 2)
        #expect(solve.errors.contains("Take the file out of the folder to begin from its hubs alone."))
        try FileManager.default.removeItem(atPath: run + "/certificate.json")
        let bare = try Command("solve", study, "--out", scratch.file("again"), "--quiet", "--from", run)
        #expect(bare.status == 0, "\(bare.errors)")
        #expect(bare.output.contains("4 of its 4 hubs, all worked out again"))
    }

    @Test func aRunOfAnotherPlaceIsASentence() throws {
        let scratch = try ScratchFolder()
        let run = scratch.file("run")
        #expect(try Command("solve", study, "--out", run, "--quiet").status == 0)
        let path = run + "/result.json"
        var other = try result(run)
        let services = try #require(other["services"] as? [[String: Any]])
        other["services"] = services.map { service in
            var service = service
            service["plan"] = ["somewhere", "else"]
            return service
        }
        try JSONSerialization.data(withJSONObject: other).write(to: URL(fileURLWithPath: path))
        try FileManager.default.removeItem(atPath: run + "/certificate.json")
        let solve = try Command("solve", study, "--out", scratch.file("again"), "--quiet", "--from", run)
        #expect(solve.status == 2)
        #expect(solve.errors.contains("none of its hubs is a site of this study"))
    }
}
