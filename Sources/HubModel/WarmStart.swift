/// What a solve may begin from: for each service of the problem, in its order, what an earlier answer left.
///
/// Nothing of it is believed. A plan is mended until it keeps today's rules, multipliers are priced again and a tree is
/// followed with every fixing made anew, so a start can cost time but never a wrong answer. What is worth handing over
/// after which change stands in the decision note on warm starts.
package struct WarmStart: Sendable {
    /// nil where nothing is known.
    package var services: [ServiceStart?]

    package init(services: [ServiceStart?]) {
        self.services = services
    }

    /// - Parameter plan: region sites; need not keep the rules.
    package init(_ plan: Plan) {
        services = plan.open.map { ServiceStart(plan: $0) }
    }
}

/// What an earlier answer left of one service. Sites are region sites in a ``WarmStart``, and local numbers in a solver.
package struct ServiceStart: Sendable {
    /// Open sites; need not keep the rules, nor be as many as the count.
    package var plan: [UInt32]
    /// What its bound was made from; nil when there was none.
    package var former: FormerBound?

    package init(plan: [UInt32], former: FormerBound? = nil) {
        self.plan = plan
        self.former = former
    }

    /// The same with its sites numbered anew; those without a number are left out.
    package func renumbered(_ number: (UInt32) -> UInt32?) -> ServiceStart {
        var start = self
        start.plan = plan.compactMap(number).sorted()
        if let former {
            start.former?.branching = former.branching.map { step in
                if case .branch(let site) = step { return .branch(site: number(site) ?? FormerBound.gone) }
                return step
            }
        }
        return start
    }
}

/// Multipliers and tree of an earlier bound, told so that they outlive other weights, areas, sites and rules.
package struct FormerBound: Sendable {
    /// A former demand row and how its multiplier is shared among households: λ · share is what one household pays.
    package struct Row: Hashable, Sendable {
        /// Area of today; nil when it is gone.
        package var area: UInt32?
        /// Weights as they were then.
        package var withoutCar: Int64
        package var withCar: Int64
        package var shareWithoutCar: Double
        package var shareWithCar: Double

        package init(
            area: UInt32?, withoutCar: Int64, withCar: Int64, shareWithoutCar: Double, shareWithCar: Double
        ) {
            self.area = area
            self.withoutCar = withoutCar
            self.withCar = withCar
            self.shareWithoutCar = shareWithoutCar
            self.shareWithCar = shareWithCar
        }
    }

    /// Stands for a site that is no longer there in ``branching``.
    package static let gone = UInt32.max

    /// The f that the multipliers are in units of: they serve where today's is the same.
    package var burden: BurdenFunction
    /// What was proved then: no plan of the former question cost less.
    package var bound: Int64
    /// In the order of the multipliers.
    package var rows: [Row]
    /// Titles of limits, in the order of the limits' multipliers.
    package var limits: [String]
    /// Multipliers that fixed sites or raised the bound, in their order.
    package var trail: [MultiplierStep]
    /// The tree below what the trail fixed, in preorder; empty when there was none.
    package var branching: [BranchStep]

    package init(
        burden: BurdenFunction, bound: Int64, rows: [Row], limits: [String], trail: [MultiplierStep],
        branching: [BranchStep] = []
    ) {
        self.burden = burden
        self.bound = bound
        self.rows = rows
        self.limits = limits
        self.trail = trail
        self.branching = branching
    }
}
