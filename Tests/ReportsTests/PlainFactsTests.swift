import HubModel
import Testing

@testable import Reports

/// What a reader could take for something else: stand-ins for minutes, minutes that weigh double, cars that nobody counted,
/// places that a column names, borders, hubs that somebody else added.
@Suite("Facts that a reader could take for others")
struct PlainFactsTests {
    private func page(_ record: RunRecord) -> String { PageText.text(Page.html(RunView(record), map: nil)) }

    private func first(_ record: RunRecord) -> String {
        PageText.text(
            PageText.part(of: Page.html(RunView(record), map: nil), from: "<main id=\"main\">", to: "<nav"))
    }

    private func with(_ key: String, _ value: Double, _ record: RunRecord) -> RunRecord {
        var record = record
        record.travel = record.travel.map { travel in
            let parameter = Parameter(
                key: key, title: key, value: value, unit: "minutes", source: "a test", mark: .assumed)
            return TravelSettings(traveller: travel.traveller, parameters: travel.parameters + [parameter])
        }
        return record
    }

    private func column(_ table: Table, _ key: String) throws -> [String] {
        let place = try #require(table.columns.firstIndex { $0.key == key })
        return table.rows.map { $0[place].field }
    }

    @Test("Children without any way are counted beside every mean, and marked where their minutes stand")
    func noWay() throws {
        let plain = SampleRun.record()
        let figures = plain.figures.services[0]
        let longest = try #require(figures.minutes.max())
        let record = with("journey.longest", Double(longest) / 10, plain)
        let view = RunView(record)
        let demand = plain.region.demand[0]
        let alone = demand.indices.filter { figures.minutes[$0] == longest }
        let children = alone.reduce(0) { $0 + demand[$1].children }
        #expect(children > 0)
        #expect(view.services[0].childrenWithoutWay(figures) == children)
        let sentence = try #require(NoWayWords.sentence(view))
        #expect(sentence.contains("Young Futures hubs: \(children) children"))
        #expect(sentence.contains("no way there and home within \(Words.limit(longest))"))
        for heading in ["id=\"disadvantage\"", "id=\"groups\"", "id=\"hubs\"", "id=\"distribution\""] {
            let part = PageText.text(PageText.part(of: Page.html(view, map: nil), from: heading, to: "</section>"))
            #expect(part.contains("no way there and home"), "\(heading)")
        }
        #expect(EqualityPage.html(view).contains("with no way there and home counted as"))
        #expect(RunWords.noWay(record, service: 0).contains("\(children) with no way there and home"))
        let rows = RunTables.assignments(view)
        let marked = zip(try column(rows, "no_way"), try column(rows, "minutes_there_and_back")).filter {
            $0.0 == "yes"
        }
        #expect(!marked.isEmpty)
        #expect(marked.allSatisfy { $0.1 == Table.Cell.tenths(longest).field })
        #expect(NoWayWords.sentence(RunView(plain)) == nil)
        #expect(RunWords.noWay(plain, service: 0).isEmpty)
    }

    @Test("The first card and the map say that a minute on foot counts double")
    func weightOfWalking() {
        let record = with("walk.weight", 2, SampleRun.record())
        let limit = record.region.services[0].reachLimit
        let each = Words.decimal(Double(limit) / 40, digits: 0)
        #expect(
            first(record).contains(
                "within \(Words.limit(limit)) there and back, a minute on foot counted as 2 (so a walk of \(each) minutes each way)"
            ))
        #expect(page(record).contains("A minute on foot counts as 2 of them."))
        #expect(!page(SampleRun.record()).contains("minute on foot"))
        #expect(first(with("walk.weight", 1, SampleRun.record())).contains("there and back (a walk of"))
    }

    @Test("Where nobody counted cars, card and groups speak of none")
    func noCars() {
        var record = SampleRun.record()
        record.region.tellsCars = false
        #expect(!first(record).contains("without a car at home"))
        #expect(first(record).contains("reach a hub without a car within"))
        #expect(!first(record).contains("Counting all households"))
        let groups = PageText.text(
            PageText.part(of: Page.html(RunView(record), map: nil), from: "id=\"groups\"", to: "</section>"))
        #expect(groups.contains("does not say who has a car"))
        #expect(!groups.contains("Households with a car"))
    }

    @Test("A rule made of one column gives its places its own name")
    func ownName() {
        var record = SampleRun.record()
        for rule in record.region.rules.indices {
            record.region.rules[rule].title = "places where deprived is 1"
            record.region.rules[rule].isCalledByTitle = true
        }
        for service in record.figures.services.indices {
            record.figures.services[service].byDisadvantage[0].title = "places where deprived is 1"
        }
        #expect(first(record).contains("in places where deprived is 1"))
        #expect(!page(record).lowercased().contains("doubly disadvantaged"))
    }

    @Test("The card tells both sides of the border apart, and who is reached on each")
    func border() throws {
        var record = SampleRun.record()
        record.region.isAcross = record.region.areas.indices.map { $0 % 3 == 0 }
        let split = try #require(BorderSplit(RunView(record).services[0], in: record.region))
        let figures = record.figures.services[0].withoutCar
        #expect(split.own.children + split.across.children == figures.children)
        #expect(split.own.reached + split.across.reached == figures.reached)
        #expect(split.across.children > 0)
        #expect(first(record).contains("In the place itself "))
        #expect(RunWords.border(record, service: 0) == Words.midSentence(split.sentence))
        record.region.isAcross = []
        #expect(RunWords.border(record, service: 0) == nil)
        // Nobody across it counts.
        record.region.isAcross = record.region.areas.indices.map { $0 == 0 }
        for point in 0..<2 { record.region.demand[0][point].children = 0 }
        #expect(RunWords.border(record, service: 0) == nil)
    }

    @Test("The edge of the place is drawn over its areas, and told in the legend")
    func edge() {
        var record = SampleRun.record()
        #expect(!Page.html(RunView(record), map: nil).contains("class=\"border\""))
        record.region.border = record.region.areaOutlines[0]
        let html = Page.html(RunView(record), map: nil)
        #expect(html.contains("class=\"border\"") && html.contains("edge of the place itself"))
        #expect(html.contains("class=\"name"))
    }

    @Test("A hub that had closed is reopened, not new")
    func reopened() throws {
        var record = SampleRun.settled()
        let position = 1
        let chosen = try #require(
            RunView(record).services[position].hubs.first { $0.origin == .chosen && $0.site.status == .candidate })
        record.region.sites[Int(chosen.index)].status = .closed
        let view = RunView(record)
        let hub = try #require(view.services[position].hubs.first { $0.index == chosen.index })
        #expect(hub.origin == .reopened)
        #expect(view.services[position].compared(hub) == "reopened")
        #expect(try column(RunTables.hubs(view), "origin").contains("reopened"))
        #expect(page(record).contains("Reopened: \(hub.label)"))
    }

    @Test("Serving mostly outsiders and standing just inside are two columns")
    func outsiders() throws {
        var record = SampleRun.record()
        let hubs = record.figures.services[0].hubs.map(\.site)
        let share = try #require(record.figures.services[0].shares.firstIndex { $0.rule == 0 })
        record.figures.services[0].shares[share].serving = ServingFigures(
            hubs: [
                .init(site: hubs[0], reached: 100, reachedInside: 40),
                .init(site: hubs[1], reached: 100, reachedInside: 42),
                .init(site: hubs[2], reached: 100, reachedInside: 60),
            ], flagged: [hubs[1]])
        let view = RunView(record)
        let table = RunTables.hubs(view)
        let ids = try column(table, "id")
        func cell(_ hub: Int, _ key: String) throws -> String {
            let row = try #require(ids.firstIndex(of: record.region.sites[Int(hubs[hub])].id))
            return try column(table, key)[row]
        }
        #expect(try (0..<3).map { try cell($0, "serves_mostly_outsiders") } == ["yes", "yes", "no"])
        #expect(try (0..<3).map { try cell($0, "look_again") } == ["no", "yes", "no"])
    }

    @Test(
        "Hubs that stand today and that a list leaves out are told beside its title, and a kind it leaves out is not held against it"
    )
    func addedHubs() throws {
        var record = SampleRun.measuredList()
        let listed = record.plan.open[0].filter { $0 != SampleRegion.existingHub }
        record.matching = listed.map { MatchedEntry(service: 0, entry: "row", site: $0, metres: nil) }
        #expect(record.addedHubs(0) == [SampleRegion.existingHub])
        #expect(!record.isUnlisted(0) && record.isUnlisted(1))
        record.figures.services[1].rules[0].found = -1
        let text = first(record)
        #expect(
            text.contains(
                "What a list of \(listed.count) Young Futures hubs would do. Also counted, since they stand today:"))
        #expect(text.contains("since they stand today: 1 Young Futures hub."))
        #expect(text.contains("The list names no early-years hub."))
        #expect(page(record).contains("not in the list"))
        #expect(SampleRun.record().addedHubs(0).isEmpty)
    }

    @Test("Limits say why sites are told apart more finely than minutes are known")
    func errors() {
        var record = SampleRun.settled()
        func limits() -> String {
            PageText.text(
                PageText.part(of: Page.html(RunView(record), map: nil), from: "id=\"method\"", to: "</section>"))
        }
        #expect(limits().contains("cancels when sites are compared"))
        #expect(limits().contains("taken as 6 per cent of the minutes to a hub"))
        #expect(!limits().contains("differ by less than that"))
        record.quality.errorBands = []
        #expect(limits().contains("Their error was not measured here"))
    }

    @Test("One place of one is firm or not, in good English")
    func onePlace() throws {
        var record = SampleRun.settled()
        let ties = try #require(record.ties.first)
        let hub = try #require(ties.hubs.first { $0.verdict != .given })
        record.ties = [ServiceTies(hubs: [hub], others: ties.others, ruledOut: 0)]
        #expect(!page(record).contains("of 1 place"))
    }

    @Test("Every site has a row with its id, its place and what it could be")
    func candidates() throws {
        let view = RunView(SampleRun.record())
        let table = try #require(RunTables.files(view).first { $0.name == "candidates" })
        #expect(try column(table, "id") == view.region.sites.map(\.id))
        let opened = try column(table, "opened_for")
        #expect(opened.count { !$0.isEmpty } == Set(view.services.flatMap { $0.hubs.map(\.index) }).count)
        #expect(try column(table, "suits").allSatisfy { $0 == view.region.services.map(\.id).joined(separator: " ") })
        #expect(CandidateTable.csv(view.region).split(separator: "\n").count == view.region.sites.count + 1)
        var record = SampleRun.record()
        record.showsPlacesOnly = true
        #expect(!RunTables.files(RunView(record)).contains { $0.name == "candidates" })
    }
}
