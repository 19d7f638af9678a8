import Foundation
import HubPlanTestSupport
import Testing

/// `hubplan travel` and `hubplan journey` on the fictional district, by the straight line and by an imported table.
@Suite struct TravelTests {
    private let study = "Fixtures/saltmouth/study.yaml"

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// The study with a `travel` section, in a folder of its own, its data still where it is.
    private func changed(_ scratch: ScratchFolder, _ section: String) throws -> String {
        let text = try String(contentsOfFile: Command.root.path + "/" + study, encoding: .utf8)
        return try scratch.write("study.yaml", text + "\n" + section)
    }

    private let data = ["--data", Command.root.path + "/Fixtures/saltmouth"]

    @Test func travelIsToldServiceByService() throws {
        let plain = try Command("travel", study)
        #expect(plain.status == 0, "\(plain.errors)")
        for words in [
            "estimated from the straight line", "half need at most", "on foot", "£", "a visit there and back",
            "All can get to a site and home again.",
        ] { #expect(plain.output.contains(words), "\(words)") }
        let answer = try object(try Command("travel", study, "--json").output)
        #expect(answer["schema"] as? String == "hubplan-travel/1")
        let services = try #require(answer["services"] as? [[String: Any]])
        #expect(services.count == 2)
        let households = try #require(services[0]["households"] as? [[String: Any]])
        #expect(households.map { $0["household"] as? String } == ["withoutCar", "withCar"])
        let byMode = try #require(households[0]["childrenByMode"] as? [String: Int])
        #expect(byMode.values.reduce(0, +) == households[0]["children"] as? Int)
        #expect(byMode["byCar"] == nil)
    }

    @Test func theTableOfJourneysIsWholeAndItsPartsSum() throws {
        let scratch = try ScratchFolder()
        let file = scratch.file("journeys.csv")
        let all = try Command("travel", study, "--out", file)
        #expect(all.status == 0, "\(all.errors)")
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        let heading = lines[0].split(separator: ",").map(String.init)
        #expect(heading.prefix(6) == ["service", "area", "site", "household", "minutes", "mode"])
        let services = try #require(
            try object(Command("travel", study, "--json").output)["services"] as? [[String: Any]])
        let pairs = services.flatMap { ($0["households"] as? [[String: Any]] ?? []).compactMap { $0["pairs"] as? Int } }
        #expect(lines.count == 1 + pairs.reduce(0, +))
        for line in lines.dropFirst().enumerated().filter({ $0.offset % 97 == 0 }).map(\.element) {
            let values = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let parts = values.dropFirst(8).dropLast().compactMap(Double.init).reduce(0, +)
            #expect(abs(parts - (Double(values[4]) ?? -1)) < 0.01)
            let (clock, home) = (Double(values[7]) ?? -1, Double(values.last ?? "") ?? .infinity)
            #expect(home >= 0 && home <= clock)
        }
        let near = try Command("travel", study, "--out", scratch.file("near.csv"), "--within", "30")
        #expect(near.status == 0)
        let few = try String(contentsOfFile: scratch.file("near.csv"), encoding: .utf8).split(separator: "\n")
        #expect(few.count > 1 && few.count < lines.count)
        #expect(try Command("travel", study, "--out", scratch.file("journeys.gpkg"), "--within", "20").status == 0)
        let wrong = try Command("travel", study, "--out", scratch.file("journeys.txt"))
        #expect(wrong.status == 2 && wrong.errors.contains("must end in .csv or .gpkg"))
        #expect(!FileManager.default.fileExists(atPath: scratch.file("journeys.txt")))
        withExtendedLifetime(scratch) {}
    }

    @Test func aJourneyIsTakenApart() throws {
        let scratch = try ScratchFolder()
        let file = scratch.file("way.geojson")
        let plain = try Command("journey", study, "--from", "S26000001", "--to", "L03", "--geojson", file)
        #expect(plain.status == 0, "\(plain.errors)")
        for words in [
            "there and back", "metres in a straight line", "For households without a car:",
            "For households with a car:",
            "by car, because the household has no car", "minutes on the clock", " there and ", " home, ",
        ] { #expect(plain.output.contains(words), "\(words)") }
        let way = try object(try String(contentsOfFile: file, encoding: .utf8))
        #expect((way["features"] as? [[String: Any]])?.count == 2)
        let answer = try object(
            try Command("journey", study, "--from", "S26000001", "--to", "L03", "--json").output)
        let households = try #require(answer["households"] as? [[String: Any]])
        for household in households {
            let ways = try #require(household["ways"] as? [[String: Any]])
            #expect(Set(ways.compactMap { $0["mode"] as? String }) == ["onFoot", "byBus", "byCar"])
            for way in ways {
                guard let parts = way["parts"] as? [String: Double], let minutes = way["minutes"] as? Double else {
                    #expect(way["refusal"] is String)
                    continue
                }
                #expect(abs(parts.values.reduce(0, +) - minutes) < 0.01)
                let ways = ["there", "back", "clockMinutes"].compactMap { way[$0] as? Double }
                #expect(ways.count == 3 && abs(ways[0] + ways[1] - ways[2]) < 0.001)
            }
        }
        withExtendedLifetime(scratch) {}
    }

    @Test func closingTimesAreToldSiteBySiteWhereThereIsATimetable() throws {
        let scratch = try ScratchFolder()
        let buses = "Fixtures/saltmouth/study-streets.yaml"
        let file = scratch.file("closing.csv")
        let told = try Command("travel", buses, "--closing", "90%", "--closing-out", file)
        #expect(told.status == 0, "\(told.errors)")
        #expect(told.output.contains("How late a session can close so that 90 % of the children nearest to the site"))
        let services = try #require(
            try object(Command("travel", buses, "--closing", "0.9", "--json").output)["services"] as? [[String: Any]])
        var rows = 0
        for service in services {
            let closings = try #require(service["closings"] as? [[String: Any]])
            #expect(closings.count == service["sites"] as? Int)
            let counts = closings.compactMap { ($0["everyone"] as? [String: Any])?["children"] as? Int }
            rows += counts.count { $0 > 0 }
            let households = try #require(service["households"] as? [[String: Any]])
            #expect(counts.reduce(0, +) == households.compactMap { $0["children"] as? Int }.reduce(0, +))
        }
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 1 + rows)
        #expect(lines[0].hasPrefix("service,site,name,share,children_without_car,latest_without_car,"))
        #expect(try Command("travel", buses, "--closing", "90%", "--closing-out", scratch.file("c.gpkg")).status == 0)
        let none = try Command("travel", study, "--closing", "90%")
        #expect(none.status == 2 && none.errors.contains("The study has no timetable"))
        #expect(try Command("travel", buses, "--closing", "0").status == 2)
        #expect(try Command("travel", buses, "--closing-out", file).status == 2)
        withExtendedLifetime(scratch) {}
    }

    @Test func journeysAreKeptUnlessOneSaysNo() throws {
        let scratch = try ScratchFolder()
        let folder = scratch.file("kept")
        let ask = ["travel", "Fixtures/saltmouth/study-streets.yaml", "--json"]
        let plain = try Command(ask + ["--no-cache"], cache: folder)
        #expect(plain.status == 0 && !FileManager.default.fileExists(atPath: folder))
        let first = try Command(ask, cache: folder)
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(kept.count == 2)
        let second = try Command(ask, cache: folder)
        #expect(first.output == plain.output && second.output == plain.output)
        #expect(second.errors.isEmpty)
        try Data("torn".utf8).write(to: URL(fileURLWithPath: folder + "/" + kept[0]))
        let mended = try Command(ask, cache: folder)
        #expect(mended.output == plain.output && mended.errors.contains("are damaged"))
        withExtendedLifetime(scratch) {}
    }

    @Test(arguments: ["check", "rules"])
    func otherCommandsKeepJourneysTooUnlessOneSaysNo(_ command: String) throws {
        let scratch = try ScratchFolder()
        let folder = scratch.file("kept")
        let ask = [command, "Fixtures/saltmouth/study-streets.yaml"]
        let plain = try Command(ask + ["--no-cache"], cache: folder)
        #expect(plain.status == 0 && !FileManager.default.fileExists(atPath: folder))
        let first = try Command(ask, cache: folder)
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(kept.count == 2)
        #expect(try Command(["travel", "Fixtures/saltmouth/study-streets.yaml"], cache: folder).status == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == kept)
        #expect(first.output == plain.output)
        withExtendedLifetime(scratch) {}
    }

    @Test(arguments: [
        (["--from", "nowhere", "--to", "L03"], "There is no area 'nowhere'"),
        (["--from", "S26000001", "--to", "L99"], "There is no site 'L99'"),
        (["--from", "S26000001", "--to", "L03", "--service", "youngFuture"], "Did you mean 'youngFutures'?"),
    ])
    func aJourneyThatCannotBeAskedForIsSaid(_ options: [String], _ sentence: String) throws {
        let command = try Command(["journey", study] + options)
        #expect(command.status == 2)
        #expect(command.errors.contains(sentence), "\(command.errors)")
    }

    /// The straight line's own minutes, written out and read in again, are the same travel.
    @Test func anImportedTableIsTravelledAsItStands() throws {
        let scratch = try ScratchFolder()
        let file = scratch.file("own.csv")
        #expect(try Command("travel", study, "--out", file).status == 0)
        var rows = "from_id,to_id,minutes\n"
        var minutes: [String: Double] = [:]
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").dropFirst() {
            let values = line.split(separator: ",").map(String.init)
            guard values[0] == "youngFutures", values[3] == "withoutCar", values[1] != "S26000002" else { continue }
            rows += "\(values[1]),\(values[2]),\(values[4])\n"
            minutes[values[1] + values[2]] = Double(values[4])
        }
        _ = try scratch.write("costs.csv", rows)
        let study = try changed(
            scratch, "travel: {by: imported, matrix: {file: costs.csv, direction: thereAndBack}}\n")
        let told = try Command(["travel", study] + data)
        #expect(told.status == 0, "\(told.errors)")
        #expect(told.output.contains("imported from costs.csv"))
        #expect(told.output.contains("Cannot get to any site and home again"))
        #expect(told.output.contains("no journey for 1 area of the study (S26000002)"))
        let answer = try object(
            try Command(
                ["journey", study, "--from", "S26000001", "--to", "L03", "--service", "youngFutures", "--json"] + data
            ).output)
        let ways = try #require((answer["households"] as? [[String: Any]])?[0]["ways"] as? [[String: Any]])
        #expect(ways.count == 1 && ways[0]["mode"] as? String == "asImported")
        #expect(ways[0]["minutes"] as? Double == minutes["S26000001L03"])
        let run = scratch.file("run")
        let solved = try Command(["solve", study, "--out", run, "--quiet"] + data)
        #expect(solved.status == 0, "\(solved.errors)")
        #expect(try Command("verify", run).status == 0)
        withExtendedLifetime(scratch) {}
    }

    @Test func barriersCanBeLeftOut() throws {
        let scratch = try ScratchFolder()
        let study = try changed(
            scratch,
            """
            travel:
              by: facesAndGates
              barriers: {title: the River Wendle, file: barriers.geojson, where: {column: kind, equals: river}}
              crossings: {file: crossings.geojson}
            """)
        let off = try Command(["travel", study, "--barriers", "off"] + data)
        #expect(off.status == 0, "\(off.errors)")
        #expect(off.output.contains("Barriers were left out with --barriers off: the River Wendle."))
        #expect(try Command(["travel", study, "--barriers", "perhaps"] + data).status == 2)
        withExtendedLifetime(scratch) {}
    }
}
