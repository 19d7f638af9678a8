internal import HubModel
package import HubPlan
internal import Placement
internal import Reports

/// Why a plan is as it is: for one site, for all of them, or for a place.
package struct WhyAnswer: Sendable {
    package enum Question: Hashable, Sendable {
        /// A site by its id or the name of its building, or a place by its name or code.
        case about(String)
        /// Every site of every service; solves at most so many in all, nil for as many as are needed.
        case all(solves: Int?)
    }

    package let verdict: SeriesVerdict
    /// In plain words, for a terminal.
    package let text: String
    /// For other programs: `hubplan-why/2`, or `hubplan-why-place/1` for a place.
    package let json: String
    /// Every site as a table; nil for a place.
    package let csv: String?

    /// - Parameters:
    ///   - question: what is asked.
    ///   - reopened: the run.
    ///   - service: id of a service; nil for the first that has a hub or could have one there, and for every one where every
    ///     site is asked about.
    ///   - series: limits of the solves.
    /// - Throws: a `MendableError` where no site or place has the name.
    package init(
        _ question: Question, of reopened: ReopenedRun, service: String?, in series: SolveSeries
    ) throws {
        switch question {
        case .all(let solves):
            let ids = service.map { [$0] } ?? reopened.run.problem.services.map(\.id)
            self = try WhyAnswer(
                all: ids.map { try Self.teller(OneService(reopened.run, id: $0), reopened) }, solves: solves, in: series
            )
        case .about(let name):
            guard let site = try AskedSite(reopened.run).site(name) else {
                let one = try OneService(reopened.run, id: service)
                let answer: PlaceCase
                do {
                    answer = try PlaceCase(name, of: reopened, one: one)
                } catch let error as HubPlanError {
                    throw HubPlanError("No site has the id or the name '\(name)'. \(error.description)")
                }
                (verdict, text, json, csv) = (.answered, answer.text, try answer.json(), nil)
                return
            }
            let holder = reopened.plan.open.firstIndex { $0.contains(site) }
            let holding = holder.map { reopened.run.problem.services[$0].id }
            let one = try OneService(reopened.run, id: service ?? holding) { request in
                ProblemBuilder.sites(for: request, in: reopened.run.region).contains(site)
            }
            self = try WhyAnswer(site: site, Self.teller(one, reopened), in: series)
        }
    }

    private init(verdict: SeriesVerdict, text: String, json: String, csv: String?) {
        (self.verdict, self.text, self.json, self.csv) = (verdict, text, json, csv)
    }

    private static func teller(_ one: OneService, _ reopened: ReopenedRun) throws -> CaseTeller {
        let settled = try one.settled(beside: reopened.plan)
        let bound = reopened.solution?.services[one.position].bound ?? 0
        let changes = try SiteChanges(
            settled, open: LocalNumbers(settled.siteIndices).numbers(of: reopened.plan.open[one.position]),
            bound: bound, certificate: reopened.certificates.first { $0.service == settled.id },
            start: reopened.start.services[one.position])
        return CaseTeller(one, changes: changes, figures: reopened.figures.services[one.position])
    }

    // MARK: One site

    private init(site: UInt32, _ teller: CaseTeller, in series: SolveSeries) throws {
        let region = teller.one.run.region
        guard let local = teller.changes.service.siteIndices.firstIndex(of: site) else {
            throw HubPlanError(
                "The site \(region.sites[Int(site)].id) does not suit the service \(teller.one.service.id). Name another site, "
                    + "or another service with --service.")
        }
        let changes = teller.changes
        let bounded = changes.bounded(UInt32(local))
        let title = "\(region.label(of: region.sites[Int(site)])) \(bounded.isChosen ? "out" : "in")"
        let found =
            !changes.isSettled(bounded, gap: 0) && series.mayGoOn()
            ? try changes.solved(bounded, in: series, left: 1, title: title) : bounded
        let told = try teller.whole(found)
        let isClose = changes.isSettled(found, gap: series.limits.gap)
        let cases = [ToldCases([told], in: teller.setting, isWhole: isClose)]
        self.init(
            verdict: isClose ? .answered : .stoppedShort,
            text: CaseWords(teller.setting).lines(told).joined(separator: "\n"),
            json: CaseTables.json(cases, study: teller.one.run.identity, version: Version.current),
            csv: CaseTables.csv(cases))
    }

    // MARK: All sites

    /// - Parameter tellers: one a service, at least one.
    private init(all tellers: [CaseTeller], solves: Int?, in series: SolveSeries) throws {
        var cases: [ToldCases] = []
        var texts: [String] = []
        for teller in tellers {
            let region = teller.one.run.region
            let changes = teller.changes
            let before = series.solves
            let answer = try SiteRanking(changes: changes, mostSolves: solves.map { max(0, $0 - before) })
                .answer(in: series) { site in
                    region.label(of: region.sites[Int(changes.service.siteIndices[Int(site)])])
                }
            let ranked = answer.ranked.map(teller.short)
            cases.append(ToldCases(ranked, in: teller.setting, isWhole: answer.left == 0))
            texts.append(
                CaseRanking(
                    ranked, setting: teller.setting, byBounds: answer.byBounds, solves: series.solves - before,
                    left: answer.left, room: changes.roomFraction
                ).text)
        }
        self.init(
            verdict: cases.allSatisfy(\.isWhole) ? .answered : .stoppedShort, text: texts.joined(separator: "\n\n"),
            json: CaseTables.json(cases, study: tellers[0].one.run.identity, version: Version.current),
            csv: CaseTables.csv(cases))
    }
}
