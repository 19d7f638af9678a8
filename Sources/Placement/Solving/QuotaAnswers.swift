internal import HubModel

/// What is known of v(q), the least objective of one service with at least q of its hubs among the qualifying sites.
/// v does not fall as q grows, so an answer for one quota says something about others.
struct QuotaAnswers {
    struct Entry {
        /// At least this many qualify.
        var asked: Int
        /// This many do.
        var found: Int
        var answer: ServiceAnswer
    }

    /// The fewest qualifying hubs that the service gives in any plan that keeps every rule, and the most.
    let quotas: ClosedRange<Int>
    private(set) var entries: [Entry] = []

    init(quotas: ClosedRange<Int>) {
        self.quotas = quotas
    }

    mutating func add(_ answer: ServiceAnswer, asked: Int, found: Int) {
        entries.append(Entry(asked: asked, found: found, answer: answer))
    }

    /// The objective of every plan that keeps the rules is at least this; nil where no method gave a bound.
    var bound: Int64? {
        entries.filter { $0.asked <= quotas.lowerBound }.compactMap(\.answer.outcome.bound).max()
    }

    /// A bound on v(quota): that of any quota no larger; 0 when nothing is known, since no burden is negative.
    func lower(_ quota: Int) -> Int64 {
        entries.filter { $0.asked <= quota }.compactMap(\.answer.outcome.bound).max() ?? 0
    }

    /// The cheapest plan known with at least that many, the first among equals; nil when there is none.
    func upper(_ quota: Int) -> ServiceAnswer? {
        entries.filter { $0.found >= quota }.map(\.answer).min { $0.outcome.objective < $1.outcome.objective }
    }

    /// The latest answer that is one for this quota too, since its plan gives as many though it was asked for no more.
    func entry(for quota: Int) -> Entry? {
        entries.last { $0.asked <= quota && quota <= $0.found }
    }

    /// The square of how many hubs more than in the nearest plan asked for no more; 0 where an answer is one for this quota.
    ///
    /// Where bounds are flat it makes the search halve what lies between two answers and not creep from an end.
    func strain(_ quota: Int) -> Int {
        guard entry(for: quota) == nil else { return 0 }
        let nearest = entries.filter { $0.asked <= quota }.map(\.found).max() ?? 0
        return (quota - nearest) * (quota - nearest)
    }
}
