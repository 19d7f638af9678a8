internal import HubModel
package import HubPlan
internal import Placement
internal import Reports

/// What is asked of an option set.
package struct OptionsQuestion: Hashable, Sendable {
    /// Options wanted, the best plan among them.
    package var count: Int
    /// How far above the best an option may be, as a fraction of the objective.
    package var within: Double
    /// Hubs away from those of each earlier option; nil for a fifth of them.
    package var differ: Int?
    package var apart: Apartness
    /// Id of a service; nil for the first.
    package var service: String?

    package init(count: Int, within: Double, differ: Int?, apart: Apartness, service: String? = nil) {
        self.count = count
        self.within = within
        self.differ = differ
        self.apart = apart
        self.service = service
    }
}

/// Options near the best plan that differ on the ground, with the ways of telling them.
package struct OptionsAnswer: Sendable {
    private let record: OptionsRecord

    /// - Throws: a `MendableError` where the question has no such service, or fewer hubs than should differ.
    package init(_ question: OptionsQuestion, of run: StudyRun, in series: SolveSeries) throws {
        let one = try OneService(run, id: question.service)
        var settled = run.problem.services[one.position]
        settled = try Attainable(settled).resolved()?.services.first ?? settled
        let hubs = settled.count
        let differ = question.differ ?? max(1, hubs / 5)
        guard differ >= 1, differ <= hubs else {
            throw HubPlanError(
                "--differ \(differ): there are \(hubs) hubs, so from 1 to \(hubs) of them can stand elsewhere.")
        }
        guard question.count >= 1 else {
            throw HubPlanError("--count \(question.count): ask for 1 option or more.")
        }
        let sites = settled.siteIndices.map { run.region.sites[Int($0)] }
        let search = OptionSearch(
            service: settled, count: question.count,
            within: Int64((question.within * Double(OptionSearch.whole)).rounded()), differ: differ,
            near: question.apart.near(sites))
        let answer = try search.answer(in: series)
        let best = answer.options.first?.objective ?? 0
        let options = try answer.options.map { option in
            let figures = try one.figures(of: option.open)
            return OptionsRecord.Option(
                hubs: one.regionSites(option.open), objective: option.objective, bound: option.bound,
                above: best > 0 ? Double(option.objective - best) / Double(best) : 0,
                mostAbove: option.objective <= answer.bound
                    ? 0
                    : answer.bound > 0 ? Double(option.objective - answer.bound) / Double(answer.bound) : nil,
                away: option.away, everyone: figures.everyone, withoutCar: figures.withoutCar,
                inside: one.request.shareRule.flatMap { rule in figures.shares.first { $0.rule == rule }?.inside })
        }
        record = OptionsRecord(
            study: run.identity, version: Version.current, region: run.region, quality: run.quality,
            service: one.request.service,
            wanted: question.count, within: question.within, differ: differ, apart: question.apart.words,
            isReach: one.request.objective == .reach, options: options, places: Self.places(options, run.region),
            end: answer.end.told, clash: answer.end.clash, remarks: [one.aside].compactMap { $0 },
            stoppedAt: series.stoppedAt, solves: series.solves, work: series.work)
    }

    private static func places(_ options: [OptionsRecord.Option], _ region: Region) -> [OptionsRecord.Place] {
        var counts: [PlaceOfSite: (name: String, options: Int)] = [:]
        for option in options {
            let sites = option.hubs.map { region.sites[Int($0)] }
            for (place, site) in Dictionary(
                sites.map { (PlaceOfSite($0), $0) }, uniquingKeysWith: { first, _ in first })
            {
                counts[place, default: (region.place(of: site), 0)].options += 1
            }
        }
        return counts.values.map { OptionsRecord.Place(name: $0.name, options: $0.options) }
            .sorted { ($0.options, $1.name) > ($1.options, $0.name) }
    }

    /// Finds out before the solves whether the folder can be written after them.
    package static func checkWritable(_ folder: String) throws { try OptionsFolder.check(folder) }

    /// Writes page, tables and lists, whole or not at all; nothing where no plan can be had.
    package func write(to folder: String) throws {
        if !record.options.isEmpty { try OptionsFolder.write(record, to: folder) }
    }

    package var json: String { record.json }

    /// In plain words, for a terminal.
    package func summary(folder: String?) -> String {
        OptionsWords(record).lines(folder: folder).joined(separator: "\n")
    }

    package var verdict: SeriesVerdict {
        if record.options.isEmpty { return record.end == .clash ? .infeasible : .stoppedShort }
        switch record.end {
        case .full, .none, .clash:
            return record.options.allSatisfy { $0.mostAbove.map { $0 <= record.within } ?? false }
                ? .answered : .stoppedShort
        case .open, .stopped: return .stoppedShort
        }
    }
}

extension OptionSearch.End {
    fileprivate var told: OptionsRecord.End {
        switch self {
        case .full: .full
        case .none: .none
        case .clash: .clash
        case .open: .open
        case .stopped: .stopped
        }
    }

    fileprivate var clash: String? { if case .clash(let sentence) = self { sentence } else { nil } }
}

extension Apartness {
    /// "farther than 3 km", "in another neighbourhood"
    fileprivate var words: String {
        switch self {
        case .metres(let metres):
            metres >= 1_000
                ? "farther than \(SeriesWords.number(metres / 1_000)) km"
                : "farther than \(SeriesWords.number(metres)) m"
        case .neighbourhood: "in another neighbourhood"
        }
    }
}
