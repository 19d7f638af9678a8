internal import HubModel

/// One solve of a settled problem: every service, within limits that they share.
struct SolveRun {
    let problem: PlacementProblem
    let limits: SolveLimits
    let deadline: Deadline
    let cancel: CancelFlag
    let started: ContinuousClock.Instant
    let onEvent: (SolveEvent) -> Void
    /// The method for a service.
    let solver: (ServiceProblem) -> any ServiceSolver

    /// - Parameter warm: for each service what an earlier answer left, in local numbers.
    func solution(warm: [ServiceStart?]) throws -> Solution {
        var solution =
            if let share = problem.totalShare, let least = share.least, least > 0 {
                try SplitSearch(run: self, sites: share.sites, least: least, title: share.title).solution(warm: warm)
            } else {
                try separately(warm: warm)
            }
        solution.stoppedAt = cancel.stops
        return solution
    }

    /// Passes a checkpoint of the whole run.
    func reasonToStop(work: Int64) -> StopReason? {
        if let most = limits.work, work >= most { return .workLimit }
        return cancel.checkpoint(stopAt: limits.stopAt, isLate: deadline.isPast)
    }

    /// Tells an event with the work, checkpoints and time of the whole run.
    /// - Parameter workDone: before the step that it comes from.
    func report(_ event: SolveEvent, workDone: Int64) {
        var event = event
        event.work += workDone
        event.checkpoint = cancel.passed
        event.seconds = (ContinuousClock.now - started) / .seconds(1)
        onEvent(event)
    }

    /// No rule ties the services together, so each is solved for itself.
    private func separately(warm: [ServiceStart?]) throws -> Solution {
        var answers: [ServiceAnswer] = []
        var work: Int64 = 0
        for (index, service) in problem.services.enumerated() {
            let answer = try solve(
                service, warm: warm[index], portion: 1 / Double(problem.services.count - index), workDone: work)
            work += answer.work
            answers.append(answer)
        }
        return Self.solution(answers, work: work)
    }

    /// Solves one service and checks what comes back.
    /// - Parameter portion: of the time and work that are left.
    func solve(_ service: ServiceProblem, warm: ServiceStart?, portion: Double, workDone: Int64) throws -> ServiceAnswer
    {
        var own = limits
        own.seconds = deadline.remaining.map { $0 * portion }
        own.work = limits.work.map { work in
            let left = max(0, work - workDone)
            // A double has no room for the last units of a large limit.
            return portion >= 1 ? left : Int64(Double(left) * portion)
        }
        var answer = try solver(service).solve(service, limits: own, warm: warm, cancel: cancel) {
            report($0, workDone: workDone)
        }
        if let broken = RuleAudit(service).checks(of: answer.outcome.open).first(where: { !$0.isKept }) {
            throw PlacementError(
                "The plan found for \(service.id) breaks the rule \"\(broken.title)\" (\(broken.found)): "
                    + "report this fault, with the study.")
        }
        answer.outcome.objective = try Evaluator.objective(of: answer.outcome.open, in: service)
        if let bound = answer.outcome.bound, bound > answer.outcome.objective {
            throw PlacementError(
                "The bound \(bound) found for \(service.id) is above its plan's \(answer.outcome.objective): "
                    + "report this fault, with the study.")
        }
        if answer.outcome.isOptimal {
            answer.stop = .proved
        } else if let gap = answer.outcome.gap, gap <= limits.gap {
            answer.stop = .gapReached
        }
        return answer
    }

    /// Answers side by side, with the reason that tells most of why there is no more.
    static func solution(_ answers: [ServiceAnswer], work: Int64) -> Solution {
        var methods: [String] = []
        for answer in answers where !methods.contains(answer.method) { methods.append(answer.method) }
        let order: [StopReason] = [
            .interrupted, .timeLimit, .checkpoint, .workLimit, .memoryLimit, .nodeLimit, .exhausted, .gapReached,
        ]
        return Solution(
            services: answers.map(\.outcome),
            stop: order.first { reason in answers.contains { $0.stop == reason } } ?? .proved,
            work: work, method: methods.joined(separator: "; "))
    }
}
