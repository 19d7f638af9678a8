internal import Foundation
internal import HubModel
package import HubPlan
internal import Placement
internal import Reports

/// One job from its question to its place in the store.
package struct JobWork {
    let job: Job
    let store: RunStore
    /// Where earlier answers and the published pointer are looked for; the store itself, but for a shard.
    let base: FormerAnswers
    let threads: Int
    /// Wall seconds that the batch has left; nil for no end.
    let secondsLeft: Double?
    /// Where journeys are kept from run to run; nil to work all out anew.
    let keeping: TravelKeeping?
    private let watch = ContinuousClock.now

    /// - Parameters:
    ///   - job: to answer.
    ///   - store: for the answer.
    ///   - base: where earlier answers and the published pointer are looked for.
    ///   - threads: never change the answer.
    ///   - secondsLeft: wall seconds that the batch has left; nil for no end.
    ///   - keeping: where journeys are kept from run to run; nil to work all out anew.
    package init(
        _ job: Job, store: RunStore, base: FormerAnswers, threads: Int, secondsLeft: Double? = nil,
        keeping: TravelKeeping? = nil
    ) {
        self.keeping = keeping
        self.job = job
        self.store = store
        self.base = base
        self.threads = threads
        self.secondsLeft = secondsLeft
    }

    /// Answers the job where that is needed. Every way of failing is an outcome with its sentence.
    package func run() -> JobEnd {
        var end: JobEnd
        do {
            guard let lock = try store.lock(job.name) else {
                return JobEnd(job.name, .busy, "Another batch is at work on \(job.name).")
            }
            end = try answer()
            withExtendedLifetime(lock) {}
        } catch let error as any MendableError {
            end = failure(error.description)
        } catch {
            end = failure("Unexpected failure: \(error)")
        }
        end.seconds = (ContinuousClock.now - watch) / .seconds(1)
        return end
    }

    private func failure(_ sentence: String) -> JobEnd {
        let end = JobEnd(job.name, .failed, sentence)
        try? store.note(
            Night(at: Clock.now(), job: job.name, outcome: .failed, digest: nil, sentence: sentence, story: nil))
        return end
    }

    private func answer() throws -> JobEnd {
        let guarded = GuardedJob(job: job)
        if let breach = guarded.disk(store.path) { return try held(breach) }
        let former = try base.latest(job.name)
        let published = try base.published(job.name)
        let run = try ScenarioFile.prepare(job.question, dataFolder: job.data, keeping: keeping)
        let question = try QuestionReader(job: job).question(run, published: published?.digest)
        let age = guarded.oldest(question, now: Date().timeIntervalSince1970)?.seconds
        var end = try answer(run, question: question, former: former, published: published)
        end.inputAge = age
        return end
    }

    private func answer(
        _ run: StudyRun, question: Question, former: JobRecord?, published: JobRecord?
    ) throws -> JobEnd {
        let digest = question.digest
        if let known = try store.run(job.name, digest: digest), !known.wasCut,
            FileManager.default.fileExists(atPath: store.folder(of: known) + "/result.json")
        {
            return try again(known, former: former, run: run)
        }
        if let taken = try left(digest) {
            let end = end(.taken, taken, "Answered before by a process that was killed; taken up.")
            try store.add(taken, timing: times(), night: night(end))
            return end
        }
        let guarded = GuardedJob(job: job)
        if let breach = guarded.age(question, now: Date().timeIntervalSince1970)
            ?? guarded.rows(question, since: former?.question)
        {
            return try held(breach, digest: digest)
        }
        return try solved(run, question: question, former: former, published: published)
    }

    private func solved(
        _ run: StudyRun, question: Question, former: JobRecord?, published: JobRecord?
    ) throws -> JobEnd {
        let answered = try JobAnswer(
            run, job: job, question: question, former: former.map { ($0, base.folder(of: $0)) }, published: published,
            threads: threads, secondsLeft: secondsLeft.map { max(1, $0 - elapsed) })
        switch answered {
        case .clash(let sentence):
            return try held(sentence, digest: question.digest, outcome: .failed)
        case .plan(let record, let answer):
            try answer.write(to: store.folder(of: record), more: [JobRecord.file: try record.text()])
            let end = end(
                .answered, record, (record.since?.sentences ?? ["Answered for the first time."]).joined(separator: " "))
            try store.add(record, timing: times(), night: night(end))
            return end
        }
    }

    /// A run whose folder is in place, whole, and not in the store.
    private func left(_ digest: String) throws -> JobRecord? {
        let folder = "\(store.path)/runs/\(job.name)-\(digest.prefix(16))"
        guard RunAnswer.isRunFolder(folder),
            let text = try? String(contentsOfFile: "\(folder)/\(JobRecord.file)", encoding: .utf8)
        else { return nil }
        let record = try JobRecord(text: text, from: "\(folder)/\(JobRecord.file)")
        return record.digest == digest && !record.wasCut ? record : nil
    }

    /// A question that was answered before: by the last answer, or by one before that.
    private func again(_ known: JobRecord, former: JobRecord?, run: StudyRun) throws -> JobEnd {
        guard let former, former.digest != known.digest else {
            let end = end(.unchanged, known, "Unchanged since the last answer.", story: .some(nil))
            try store.makeLatest(known, night: night(end))
            return end
        }
        let story = NightTeller(run: run, gap: job.gap).story(
            since: former, question: known.question, sites: known.services.map(\.sites),
            objectives: known.services.map(\.objective))
        let end = end(
            .known, known, "Answered once before; that answer holds again. " + story.sentences.joined(separator: " "),
            story: .some(story))
        try store.makeLatest(known, night: night(end))
        return end
    }

    private func held(_ sentence: String, digest: String? = nil, outcome: JobEnd.Outcome = .held) throws -> JobEnd {
        var end = JobEnd(job.name, outcome, sentence)
        end.digest = digest
        try store.note(night(end))
        return end
    }

    private func end(
        _ outcome: JobEnd.Outcome, _ record: JobRecord, _ sentence: String, story: NightStory?? = nil
    ) -> JobEnd {
        var end = JobEnd(job.name, outcome, sentence)
        end.digest = record.digest
        end.folder = "runs/\(record.folder)"
        end.story = story ?? record.since
        end.result = record.outcome
        end.gap = record.gap
        return end
    }

    private var elapsed: Double { (ContinuousClock.now - watch) / .seconds(1) }

    private func times() -> RunTimes { RunTimes(answered: Clock.now(), seconds: elapsed) }

    private func night(_ end: JobEnd) -> Night {
        Night(
            at: Clock.now(), job: end.job, outcome: Night.Outcome(rawValue: end.outcome.rawValue) ?? .failed,
            digest: end.digest, sentence: end.sentence, story: end.story)
    }
}
