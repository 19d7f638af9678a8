internal import HubModel

/// A share over all services split among them: how many qualifying hubs each gives.
struct QuotaSplit {
    var quotas: [Int]
    /// Σ of what the quotas cost.
    var cost: Int128
    /// How far it is from what was solved: Σ of squares, so that many services giving way a little strain less than one
    /// giving way a lot.
    var strain: Int

    /// The split of least cost among Σ quotas = total, by dynamic programming over the services; nil when there is none.
    ///
    /// Ties go to the split of least strain, then give the later services as few as can be.
    /// - Parameters:
    ///   - ranges: of each service's quota.
    ///   - price: what a quota costs and how it strains; nil where it cannot be had.
    static func cheapest(
        total: Int, ranges: [ClosedRange<Int>], price: (_ service: Int, _ quota: Int) -> (cost: Int128, strain: Int)?
    ) -> QuotaSplit? {
        var best: [QuotaSplit?] = [QuotaSplit(quotas: [], cost: 0, strain: 0)]
        best += [QuotaSplit?](repeating: nil, count: total)
        for (service, range) in ranges.enumerated() {
            let prices = range.map { price(service, $0) }
            var next = [QuotaSplit?](repeating: nil, count: total + 1)
            for (given, split) in best.enumerated() {
                guard let split else { continue }
                for (quota, price) in zip(range, prices) where given + quota <= total {
                    guard let price else { continue }
                    let candidate = QuotaSplit(
                        quotas: split.quotas + [quota], cost: split.cost + price.cost,
                        strain: split.strain + price.strain)
                    if let known = next[given + quota], (known.cost, known.strain) <= (candidate.cost, candidate.strain)
                    {
                        continue
                    }
                    next[given + quota] = candidate
                }
            }
            best = next
        }
        return best[total]
    }
}
