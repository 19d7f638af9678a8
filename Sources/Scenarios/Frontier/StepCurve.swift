internal import HubModel
internal import Placement

/// Solves a row of questions about one service, each begun from the answer of its neighbour.
struct StepCurve {
    let steps: ClosedRange<Int>
    /// Whether every plan of a step is one of the steps before it.
    let nests: Bool
    /// Local sites that count, where the steps are numbers of hubs among some sites; empty otherwise.
    let counted: [UInt32]
    /// For progress: "hubs in the 225 wards".
    let title: String
    /// The step that matters most, solved third; nil for none.
    var foremost: Int?
    /// The problem of a step.
    let question: (Int) throws -> ServiceProblem

    /// What came out.
    struct Answer: Sendable {
        var known: StepAnswers
        /// Why a step has no plan, by step.
        var clashes: [Int: String] = [:]
    }

    /// The first step, then the last and the foremost, so that every step between them has a bound and a plan even where the
    /// series is stopped; then the others upwards.
    func solve(in series: SolveSeries) throws -> Answer {
        var answer = Answer(known: StepAnswers(nests: nests))
        let foremost = self.foremost.flatMap { steps.contains($0) ? $0 : nil } ?? steps.upperBound
        let order = [steps.lowerBound, steps.upperBound, foremost] + steps.dropFirst().dropLast()
        var last = steps.upperBound
        if nests, let highest = try highest() {
            last = highest
            for step in steps where step > highest {
                answer.clashes[step] = Self.clash(step, highest: highest, title: title)
            }
        }
        for (number, place) in order.enumerated() {
            // The last step that can be had stands in for a last step that cannot.
            let step = number == 1 ? max(steps.lowerBound, min(place, last)) : place
            guard answer.clashes[step] == nil, !answer.known.isSettled(step, gap: series.limits.gap) else { continue }
            guard series.mayGoOn() else { break }
            let result = try series.solve(
                question(step), start: answer.known.nearest(to: step)?.warmStart, left: steps.count - number,
                title: "\(title): \(step)")
            switch result {
            case .infeasible(let why):
                answer.clashes[step] = why.sentence
                // With the floor lower still no plan: the other rules clash, and the steps after it ask for more.
                if nests { for later in steps where later > step { answer.clashes[later] = why.sentence } }
            case .solved(let found):
                answer.known.add(found, asked: step, found: countedHubs(of: found.open))
                series.note(
                    "  \(title): \(step) done"
                        + (answer.known.known(step).gap.map {
                            $0 == 0 ? ", proved" : ", within \(SeriesWords.percent($0))"
                        } ?? ""))
            }
        }
        return answer
    }

    private func countedHubs(of open: [UInt32]) -> Int { Set(open).intersection(counted).count }

    /// The most hubs that can stand among the counted sites, whatever the step asks; nil where the other rules clash.
    private func highest() throws -> Int? {
        try Attainable(question(steps.lowerBound)).highest(among: counted)
    }

    private static func clash(_ step: Int, highest: Int, title: String) -> String {
        "At most \(highest) \(title) can be had with the other rules kept, and \(step) are asked for."
    }
}
