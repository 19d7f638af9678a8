internal import HubModel
internal import Placement

/// Mean travel against reach: plans of which none has both less than another, and lines below which no plan lies.
///
/// With M = Σ weight × tenths of minutes and B = weight beyond the limit, the plan that makes M + λ · B least for a whole λ bounds
/// all plans: M + λ · B is at least the solver's bound for each of them. Points are found between two others at the λ of the
/// line through both, the widest gap first (Aneja and Nair, Management Science 25, 1979). Plans above the line through
/// their neighbours cannot be found so; they lie in the band between the points and the lines.
struct TradeCurve {
    /// Settled: without "as many as possible".
    let service: ServiceProblem
    /// Tenths of minutes; the limit itself counts as within.
    let limit: TenthMinutes
    /// Solves between the two ends at most.
    let most: Int

    struct Point: Sendable {
        /// Local sites, ascending.
        var open: [UInt32]
        /// Σ weight × tenths of minutes, and weight beyond the limit.
        var tenths: Int64
        var beyond: Int64
        let answer: SeriesAnswer
    }

    /// Every plan that keeps the rules has tenths + price × beyond of at least `bound`.
    struct Line: Hashable, Sendable {
        var price: Int64
        var bound: Int64
    }

    struct Answer: Sendable {
        /// Ascending by tenths, descending by weight beyond.
        var points: [Point] = []
        var lines: [Line] = []
        /// No plan leaves less weight beyond the limit.
        var leastBeyond: Int64 = 0
        var clash: String?
    }

    func solve(in series: SolveSeries) throws -> Answer {
        var answer = Answer()
        guard series.mayGoOn() else { return answer }
        var quick = service
        quick.burden = .mean
        switch try series.solve(quick, left: most + 2, title: "least mean") {
        case .infeasible(let why):
            answer.clash = why.sentence
            return answer
        case .solved(let found):
            answer.lines.append(Line(price: 0, bound: found.bound))
            answer.points.append(try point(found))
        }
        guard series.mayGoOn() else { return answer }
        let step = largestStep
        var far = service
        far.burden = .reach(limit: limit, step: step)
        guard case .solved(let found) = try series.solve(far, left: most + 1, title: "most within the limit") else {
            return answer
        }
        answer.leastBeyond = found.bound / step
        insert(try point(found), into: &answer.points)
        var closed: Set<Int64> = []
        for number in 0..<max(0, most) {
            guard let price = Self.widest(answer.points, closed: closed), series.mayGoOn() else { break }
            closed.insert(price)
            var between = service
            between.burden = .reach(limit: limit, step: price)
            let start = answer.points.min { Self.distance($0, price) < Self.distance($1, price) }
            let result = try series.solve(
                between, start: start?.answer.warmStart, left: most - number, title: "between, \(number + 1)")
            guard case .solved(let found) = result else { break }
            answer.lines.append(Line(price: price, bound: found.bound))
            insert(try point(found), into: &answer.points)
        }
        return answer
    }

    /// One more than any mean can be, so that reach comes first.
    private var largestStep: Int64 {
        let weight = service.weights.reduce(Int128(0)) { $0 + Int128($1) }
        return Int64(clamping: min(weight * Int128(service.travel.longest) + 1, Int128(Int64.max / 4)))
    }

    private func point(_ answer: SeriesAnswer) throws -> Point {
        var plain = service
        plain.burden = .mean
        let tenths = try Evaluator.objective(of: answer.open, in: plain)
        plain.burden = .steps(thresholds: [limit + 1], values: [1])
        let beyond = try Evaluator.objective(of: answer.open, in: plain)
        return Point(open: answer.open, tenths: tenths, beyond: beyond, answer: answer)
    }

    /// Keeps those that no other point is at least as good as in both.
    private func insert(_ point: Point, into points: inout [Point]) {
        guard !points.contains(where: { $0.tenths <= point.tenths && $0.beyond <= point.beyond }) else { return }
        points.removeAll { point.tenths <= $0.tenths && point.beyond <= $0.beyond }
        points.append(point)
        points.sort { $0.tenths < $1.tenths }
    }

    /// The whole price of the line through the two neighbours that are farthest apart and not closed; nil where all are.
    private static func widest(_ points: [Point], closed: Set<Int64>) -> Int64? {
        let pairs = zip(points, points.dropFirst()).compactMap { first, second -> (price: Int64, area: Double)? in
            let (width, height) = (first.beyond - second.beyond, second.tenths - first.tenths)
            let price = max(1, (height + width / 2) / width)
            guard !closed.contains(price) else { return nil }
            return (price, Double(width) * Double(height))
        }
        return pairs.max { ($0.area, -$0.price) < ($1.area, -$1.price) }?.price
    }

    private static func distance(_ point: Point, _ price: Int64) -> Int128 {
        Int128(point.tenths) + Int128(price) * Int128(point.beyond)
    }
}
