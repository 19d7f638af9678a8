internal import Foundation
internal import HubModel
internal import HubPlan
internal import Placement
internal import Reports

/// What a job's question is answered with: a record and its run folder to be, or the rules that clash.
enum JobAnswer {
    case plan(JobRecord, RunAnswer)
    case clash(String)

    /// - Parameters:
    ///   - run: the question, prepared.
    ///   - job: with its limits.
    ///   - question: its digest chain.
    ///   - former: the answer before, and its run folder.
    ///   - published: the published run.
    ///   - threads: never change the answer.
    ///   - secondsLeft: of the batch, so that a search may be cut short; nil for no end.
    /// - Throws: what reading and solving throw.
    init(
        _ run: StudyRun, job: Job, question: Question, former: (record: JobRecord, folder: String)?,
        published: JobRecord?, threads: Int, secondsLeft: Double?
    ) throws {
        let limits = SolveLimits(
            gap: job.gap, seconds: min(job.seconds, secondsLeft ?? .infinity), work: job.work, nodes: job.nodes,
            memory: job.memory, threads: threads, seed: job.seed)
        let session = Session(
            limits: limits, telling: Telling(baseline: job.baseline.map(Telling.BaselineChoice.init) ?? .automatic))
        var story = StartStory(.fresh, former: nil, sentence: "There was no earlier answer to begin from.")
        var findings: [Finding] = []
        var (solution, start): (Solution?, WarmStart?) = (nil, nil)
        if let former, let begun = Self.start(former.folder, for: run, called: former.record.folder) {
            session.watch.end("read and check")
            let held = try FormerAnswer(begun.warmStart, on: run, limits: limits)
            session.watch.end("earlier proof")
            (solution, start, findings) = (held.solution, begun.warmStart, begun.findings)
            story = StartStory(
                held.solution == nil ? .begunFromFormer : .proofHolds, former: former.record.digest,
                sentence: held.sentence)
        }
        if solution == nil {
            switch try session.solve(run, warmStart: start) {
            case .infeasible(let why):
                self = .clash(
                    ([why.sentence] + why.relaxations).joined(separator: " "))
                return
            case .solved(let found): solution = found
            }
        }
        guard let solution else {
            throw BatchError("\(job.name): the search ended without an answer: report this fault.")
        }
        findings.append(Finding(.note, story.sentence))
        var calm: CalmPlan?
        if let within = job.staysWithin, let published {
            calm = try CalmPlan(run, best: solution, published: published, within: within, limits: limits)
            findings += calm?.story.sentences.map { Finding(.note, "Beside the published plan, \($0)") } ?? []
        }
        let answer = try session.answer(solution, of: run, taking: calm?.plan, findings: findings)
        let isCut = solution.stop == .timeLimit && (secondsLeft ?? .infinity) < job.seconds
        self = .plan(
            try Self.record(
                answer, job: job, question: question, run: run, solution: solution, start: story,
                former: former?.record, calm: calm?.story, wasCut: isCut), answer)
    }

    /// nil where nothing of the earlier run fits today's question, or its folder is gone.
    private static func start(_ folder: String, for run: StudyRun, called name: String) -> RunStart? {
        try? RunStart(folder: folder, for: run, called: name)
    }

    private static func record(
        _ answer: RunAnswer, job: Job, question: Question, run: StudyRun, solution: Solution, start: StartStory,
        former: JobRecord?, calm: CalmStory?, wasCut: Bool
    ) throws -> JobRecord {
        guard case .plan(let told) = answer.outcome else {
            throw BatchError("\(job.name): a plan was found and none can be told: report this fault.")
        }
        let services = zip(told.figures.services, zip(run.problem.services, told.plan.open)).map { figures, own in
            JobRecord.Service(
                id: own.0.id, title: run.region.services[figures.service].title,
                sites: own.1.map { run.region.sites[Int($0)].id },
                places: own.1.map { site in
                    let site = run.region.sites[Int(site)]
                    return NightStory.Place(id: site.id, name: run.region.label(of: site))
                }, objective: figures.objective,
                bound: solution.services.first { $0.service == own.0.id }?.bound, reached: figures.everyone.reached,
                children: figures.everyone.children, meanMinutes: figures.everyone.meanMinutes)
        }
        let since = former.map {
            NightTeller(run: run, gap: job.gap).story(
                since: $0, question: question, sites: services.map(\.sites), objectives: services.map(\.objective))
        }
        let gap = solution.gap
        let outcome: JobRecord.Outcome =
            solution.isOptimal ? .optimal : gap.map { $0 <= job.gap } ?? false ? .withinGap : .stoppedShort
        return JobRecord(
            job: job.name, question: question, study: run.region.name, outcome: outcome,
            objective: services.reduce(0) { $0 + $1.objective }, bound: solution.bound, gap: gap,
            stop: solution.stop.rawValue, services: services, start: start, since: since, calm: calm, wasCut: wasCut)
    }
}
