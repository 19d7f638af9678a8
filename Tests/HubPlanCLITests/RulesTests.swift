import Foundation
import HubPlanTestSupport
import Testing

/// `hubplan rules` on the fictional district.
@Suite struct RulesTests {
    private let study = "Fixtures/saltmouth/study.yaml"

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func oneSiteUnderEveryRule() throws {
        let plain = try Command("rules", study, "--site", "L03")
        #expect(plain.status == 0, "\(plain.errors)")
        #expect(plain.output.contains("OUT: areas in the worst two tenths of both indices (bothIndices, 2026)"))
        let json = try Command("rules", study, "--site", "L03", "--json")
        let answer = try object(json.output)
        #expect(answer["schema"] as? String == "hubplan-rules/1")
        let verdicts = try #require(answer["verdicts"] as? [[String: Any]])
        #expect(verdicts.map { $0["rule"] as? String } == ["placeList", "bothIndices"])
        #expect(verdicts.allSatisfy { $0["inside"] as? Bool == false })
        #expect(verdicts[1]["metresToBoundary"] is NSNumber)
        let tests = try #require(verdicts[1]["tests"] as? [[String: Any]])
        #expect(tests.map { $0["ranked"] as? Int } == [nil, 150])
        #expect(json.errors.isEmpty)
    }

    @Test func aComparisonIsAFolderOfItsOwn() throws {
        let scratch = try ScratchFolder()
        let out = scratch.file("rules")
        for _ in 0..<2 {
            let command = try Command("rules", study, "--compare", "--out", out)
            #expect(command.status == 0, "\(command.errors)")
            #expect(command.output.contains("placeList and bothIndices"))
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
        #expect(
            names == [
                "areas.csv", "datapackage.json", "rules.csv", "rules.gpkg", "rules.html", "rules.json", "sites.csv",
            ])
        let table = try String(contentsOfFile: out + "/rules.csv", encoding: .utf8).split(separator: "\n")
        #expect(table.count == 9)
        #expect(table[3].hasPrefix("both,placeList,bothIndices,23,"))
        let page = try String(contentsOfFile: out + "/rules.html", encoding: .utf8)
        #expect(page.contains("<svg class=\"map\"") && !page.contains("<script") && !page.contains("http://"))
        let printed = try object(try Command("rules", study, "--compare", "--json").output)
        let written = try object(try String(contentsOfFile: out + "/rules.json", encoding: .utf8))
        #expect(printed as NSDictionary == written as NSDictionary)
        let run = scratch.file("run")
        _ = try scratch.write("kept.txt", "mine")
        #expect(try Command("rules", study, "--compare", "--out", scratch.path).status == 2)
        #expect(FileManager.default.fileExists(atPath: scratch.file("kept.txt")))
        #expect(!FileManager.default.fileExists(atPath: run))
    }

    @Test(arguments: [
        (["--place", "Coldhyte"], "Did you mean 'Coldhythe'?"),
        (["--site", "none"], "no site with id 'none'"),
        (["--at", "here"], "is not a point"),
        (["--at", "1.868,52.855"], "latitude comes first"),
        (["--place", "Coldhythe", "--site", "L03"], "exclude each other"),
        (["--out", "somewhere"], "belongs beside --compare"),
    ])
    func mistakesEndWithTwoAndASentence(options: [String], part: String) throws {
        let command = try Command(["rules", study] + options)
        #expect(command.status == 2)
        #expect(command.errors.contains(part), "\(command.errors)")
        #expect(command.output.isEmpty)
    }
}
