import Foundation
import HubModel
import HubPlanTestSupport
import Reports
import Testing

@testable import HubPlan

@Suite struct BaselineTests {
    private static let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/saltmouth").path

    private func solve(_ choice: Telling.BaselineChoice) throws -> RunRecord {
        let session = Session(limits: SolveLimits(gap: 0), telling: Telling(baseline: choice))
        let answer = try session.solve(study: Self.fixture + "/study.yaml", dataFolder: nil)
        guard case .plan(let record) = answer.outcome else { throw HubPlanError("The fixture has a plan.") }
        return record
    }

    private func sentence(_ choice: Telling.BaselineChoice) -> String {
        do {
            _ = try solve(choice)
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    /// Each service of the fixture has one hub today: nobody loses, and all stay.
    @Test func todayIsTheBaselineByItself() throws {
        let record = try solve(.automatic)
        #expect(record.baselineTitle == "today")
        let change = try #require(record.change)
        for (difference, figures) in zip(change.services, record.figures.services) {
            #expect(difference.kept.count == 1 && difference.lost.isEmpty)
            #expect(difference.gained.count == figures.hubs.count - 1)
            #expect(difference.everyone.longer == 0 && difference.everyone.shorter > 0)
            #expect(difference.everyone.children == figures.everyone.children)
        }
        #expect(try solve(.nothing).change == nil)
    }

    /// Beside a list, children lose whose hub the plan does without.
    @Test func aListIsABaseline() throws {
        let scratch = try ScratchFolder()
        let list = try scratch.write(
            "now.csv", "service,site\nyoungFutures,H11\nyoungFutures,HUB1\nearlyYears,L03\nearlyYears,HUB3\n")
        let record = try solve(.path(list))
        #expect(record.baselineTitle == "the list now.csv")
        let young = try #require(record.change?.services.first)
        #expect(young.lost.map { record.region.sites[Int($0)].id } == ["H11"])
        #expect(young.everyone.longer > 0 && young.everyone.shorter > young.everyone.longer)
    }

    /// A run beside itself changes nothing for anybody.
    @Test func aRunFolderIsABaseline() throws {
        let scratch = try ScratchFolder()
        let folder = scratch.file("first")
        try Session(limits: SolveLimits(gap: 0)).solve(study: Self.fixture + "/study.yaml", dataFolder: nil)
            .write(to: folder)
        let record = try solve(.path(folder))
        #expect(record.baselineTitle == "the run first")
        let change = try #require(record.change)
        for service in change.services {
            #expect(service.gained.isEmpty && service.lost.isEmpty)
            #expect(service.everyone.same == service.everyone.children)
        }
    }

    @Test func whatCannotBeABaselineIsASentence() throws {
        let scratch = try ScratchFolder()
        #expect(sentence(.path(scratch.file("nothing"))).contains("there is no such file or folder"))
        #expect(sentence(.path(scratch.path)).contains("is no run folder"))
        #expect(sentence(.path(try scratch.write("list.csv", "service,site\nearlyYears,X9\n"))).contains("X9"))
    }
}
