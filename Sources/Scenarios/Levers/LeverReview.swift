internal import HubModel
package import HubPlan
internal import Regions
internal import Reports

/// What changes other than hubs would do, beside one hub more or less, in the same units.
package struct LeverReview: Sendable {
    /// What a change comes to for the children of one service.
    package struct Measure: Hashable, Sendable {
        package var children: Int64
        /// Σ children × tenths of minutes there and back.
        package var tenthMinutes: Int64
        package var reached: Int64
        /// Children for whom a journey there and home is known.
        package var getHome: Int64

        /// Mean minutes there and back; nil without children.
        package var meanMinutes: Double? { children > 0 ? Double(tenthMinutes) / Double(children) / 10 : nil }
    }

    /// One change and its effect on one service.
    package struct Row: Hashable, Sendable {
        package enum Kind: String, Sendable { case base, hubMore, hubLess, lever }

        package var kind: Kind
        /// "As it is now", "One hub more", or the lever's own name.
        package var name: String
        /// What it changes, in words.
        package var words: String
        package var service: String
        /// With the hubs of the base plan; nil for a change of their number.
        package var hubsAsTheyAre: Measure?
        /// With the best hubs that were found for it; nil where no plan keeps the rules.
        package var hubsPlacedAnew: Measure?
        /// How far those may be from the best there can be, a fraction; nil without a bound.
        package var gap: Double?
    }

    package let name: String
    /// Base first, then one hub more and less, then the levers, each service by service.
    package let rows: [Row]
    /// "Young Futures hubs", by the service's id.
    let titles: [String: String]
    /// What could not be had, a sentence each.
    package let remarks: [String]

    /// - Parameters:
    ///   - path: of the scenario, which lists its `levers`.
    ///   - dataFolder: what the study's paths are relative to; nil means the study's own folder.
    ///   - keeping: where journeys are kept from run to run; nil to work all out anew.
    ///   - session: with the limits of each solve.
    /// - Throws: a `MendableError` when the scenario has no levers, or cannot be read or met.
    package init(_ path: String, dataFolder: String?, keeping: TravelKeeping? = nil, session: Session) throws {
        let draft = try ScenarioReader().read(path)
        guard !draft.levers.isEmpty else {
            throw HubPlanError(
                "\(path) has no levers to set beside hubs. List them in the scenario: `levers: [{lever: Free child fares, "
                    + "changes: [{settings: {fare.single: 0}}]}]`.")
        }
        let scenario = try draft.scenario(path: path)
        let base = try ScenarioFile.prepare(scenario, dataFolder: dataFolder, keeping: keeping)
        guard case .solved(let solution) = try session.solve(base) else {
            throw HubPlanError(
                "No plan can keep the rules of \(path), so nothing can be set beside it. `hubplan check` says why.")
        }
        var teller = Teller(base: base, plan: base.plan(of: solution), session: session)
        try teller.add(
            .base, name: draft.steps.isEmpty ? "As it is now" : "As the scenario asks", words: "without any lever",
            run: base, solution: solution)
        try teller.addHubs(1)
        try teller.addHubs(-1)
        for lever in draft.levers {
            var changed = draft
            try changed.apply(lever.changes)
            let words = changed.steps.dropFirst(draft.steps.count).map(\.words).joined(separator: "; ")
            let run = try ScenarioFile.prepare(
                changed.scenario(path: path), dataFolder: dataFolder, keeping: keeping)
            try teller.add(.lever, name: try lever.name.text(), words: words, run: run)
        }
        name = scenario.name
        rows = teller.rows
        titles = Dictionary(
            base.region.services.map { ($0.id, "\($0.title)s") }, uniquingKeysWith: { first, _ in first })
        remarks = teller.remarks
    }

    /// Gathers the rows.
    private struct Teller {
        let base: StudyRun
        let plan: Plan
        let session: Session
        var rows: [Row] = []
        var remarks: [String] = []

        /// One hub more or less of each service, the others as they are.
        mutating func addHubs(_ difference: Int) throws {
            let kind: Row.Kind = difference > 0 ? .hubMore : .hubLess
            let name = difference > 0 ? "One hub more" : "One hub less"
            for position in base.request.services.indices {
                let service = base.problem.services[position].id
                var request = base.request
                request.services[position].count += difference
                let count = request.services[position].count
                let fixed = request.services[position].existing.count + request.services[position].lockedIn.count
                guard count > 0, count >= fixed || !request.services[position].countsExisting else {
                    remarks.append("\(name) of \(service) cannot be had: \(fixed) hubs have to be open.")
                    continue
                }
                let words = "\(service): \(count) \(count == 1 ? "hub" : "hubs")"
                let run = try base.asking(request)
                switch try session.solve(run, warmStart: WarmStart(plan)) {
                case .infeasible(let why): remarks.append("\(name) of \(service) cannot be had. \(why.sentence)")
                case .solved(let solution):
                    let figures = try measures(of: run.plan(of: solution), in: run)
                    rows.append(
                        Row(
                            kind: kind, name: name, words: words, service: service, hubsPlacedAnew: figures[position],
                            gap: solution.services[position].gap))
                }
            }
        }

        mutating func add(
            _ kind: Row.Kind, name: String, words: String, run: StudyRun, solution known: Solution? = nil
        ) throws {
            var solution = known
            if solution == nil {
                switch try session.solve(run, warmStart: WarmStart(plan)) {
                case .infeasible(let why): remarks.append("\(name): no plan keeps the rules. \(why.sentence)")
                case .solved(let found): solution = found
                }
            }
            let anew = try solution.map { try measures(of: run.plan(of: $0), in: run) }
            let kept = try fixed(in: run, name: name).map { try measures(of: $0, in: run) }
            for (position, service) in run.problem.services.enumerated() {
                rows.append(
                    Row(
                        kind: kind, name: name, words: words, service: service.id, hubsAsTheyAre: kept?[position],
                        hubsPlacedAnew: anew?[position], gap: solution?.services[position].gap))
            }
        }

        /// The base plan by the ids of its sites; nil where one of them is gone.
        private mutating func fixed(in run: StudyRun, name: String) -> Plan? {
            let numbers = Dictionary(
                run.region.sites.enumerated().map { ($1.id, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
            let open = zip(plan.open, run.problem.services).map { sites, service in
                sites.compactMap { numbers[base.region.sites[Int($0)].id] }.filter { service.siteIndices.contains($0) }
                    .sorted()
            }
            guard zip(open, plan.open).allSatisfy({ $0.count == $1.count }) else {
                remarks.append("\(name) takes away a site that holds a hub, so the hubs cannot stay as they are.")
                return nil
            }
            return Plan(open: open)
        }

        private func measures(of plan: Plan, in run: StudyRun) throws -> [Measure] {
            let figures = try run.figures(of: plan)
            return zip(figures.services, run.households(figures)).map { figures, households in
                Measure(
                    children: figures.everyone.children, tenthMinutes: figures.everyone.tenthMinutes,
                    reached: figures.everyone.reached,
                    getHome: figures.everyone.children - households.reduce(0) { $0 + $1.cannotTravel })
            }
        }
    }
}
