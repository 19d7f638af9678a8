internal import HubModel

/// Follows a finished tree of the solver node by node: the same branchings, everything else worked out again.
///
/// A part that the solver's multipliers do not settle after all, or of which one plan or none is left, is settled by a
/// growth of its own.
struct ProofReplay {
    private let pricing: ProofPricing
    private let most: [Int64]
    private let growth: () throws -> ProofTree
    private var grown: ProofTree?

    private enum Branch {
        case take(ProofTrunk)
        /// Nothing is left there: a site that this branch closes is open anyway.
        case skip
    }

    /// - Parameters:
    ///   - most: what the costliest site adds to each row at most.
    ///   - growth: for parts that the steps do not settle; made when first needed.
    init(pricing: ProofPricing, most: [Int64], growth: @escaping () throws -> ProofTree) {
        self.pricing = pricing
        self.most = most
        self.growth = growth
    }

    /// - Parameter steps: a whole tree in preorder, below the trunk.
    /// - Returns: the nodes below the trunk; nil when a part could not be settled, or the steps are no whole tree.
    mutating func nodes(below trunk: ProofTrunk, _ steps: [BranchStep]) throws -> [ProofNode]? {
        var nodes: [ProofNode] = []
        var left = [Branch.take(trunk.bare)]
        var place = 0
        while let branch = left.popLast() {
            guard case .take(var part) = branch else {
                place = steps.end(ofTreeAt: place)
                continue
            }
            part: while true {
                guard place < steps.count else { return nil }
                switch steps[place] {
                case .fix(let step):
                    place += 1
                    guard let priced = price(step, part), priced.value <= pricing.target else { continue }
                    part.fix(priced)
                case .branch(let site):
                    place += 1
                    if part.live.free.contains(site) {
                        var (with, without) = (part.bare, part.bare)
                        nodes += part.nodes + [.branchOnSite(site)]
                        with.settle(closed: [], open: [site])
                        without.settle(closed: [site], open: [])
                        left += [.take(without), .take(with)]
                    } else if part.live.isLive[Int(site)] {
                        left += [.skip, .take(part)]
                    } else {
                        left += [.take(part), .skip]
                    }
                    break part
                case .leaf(let step):
                    place += 1
                    guard let below = try leaf(step, part) else { return nil }
                    nodes += part.nodes + below
                    break part
                case .end:
                    place += 1
                    guard let below = try grow(part, nil) else { return nil }
                    nodes += part.nodes + below
                    break part
                }
            }
        }
        return place == steps.count ? nodes : nil
    }

    private func price(_ step: MultiplierStep, _ part: ProofTrunk) -> ProofPricing.Priced? {
        guard step.rows.count == most.count else { return nil }
        return pricing.price(pricing.whole(step.rows, most: most), crossing: step.limits, part.live)
    }

    private mutating func leaf(_ step: MultiplierStep, _ part: ProofTrunk) throws -> [ProofNode]? {
        guard let priced = price(step, part), priced.value > pricing.target else { return try grow(part, step) }
        return [
            .leaf(
                ProofMultipliers(
                    rows: priced.lambda, after: part.lambda, count: priced.least.count, limits: priced.least.limits))
        ]
    }

    private mutating func grow(_ part: ProofTrunk, _ start: MultiplierStep?) throws -> [ProofNode]? {
        var tree = try grown ?? growth()
        let nodes = tree.grow(from: part, start)
        grown = tree
        return nodes
    }
}
