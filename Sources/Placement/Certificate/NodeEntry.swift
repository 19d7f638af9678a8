/// A node of the proof in the file: `node` is `fix`, `branchOnSite`, `branchOnCount`, `leaf` or `infeasible`.
struct NodeEntry: Codable {
    var node: String
    /// λ of every row, or of those named by `changedRows`.
    var lambda: Packed<Int64>?
    var changedRows: Packed<UInt32>?
    var eta: Int64?
    /// One a limit.
    var mu: [Int64]?
    var closed: Packed<UInt32>?
    var opened: Packed<UInt32>?
    var site: UInt32?
    var sites: Packed<UInt32>?
    var most: Int?
    /// −1 for the count.
    var limit: Int?

    init(_ node: ProofNode) {
        switch node {
        case .fix(let multipliers, let closed, let opened):
            self.node = "fix"
            set(multipliers)
            self.closed = Packed(closed)
            self.opened = Packed(opened)
        case .branchOnSite(let site):
            self.node = "branchOnSite"
            self.site = site
        case .branchOnCount(let sites, let most):
            self.node = "branchOnCount"
            self.sites = Packed(sites)
            self.most = most
        case .leaf(let multipliers):
            self.node = "leaf"
            set(multipliers)
        case .infeasible(let limit):
            self.node = "infeasible"
            self.limit = limit
        }
    }

    private mutating func set(_ multipliers: ProofMultipliers) {
        switch multipliers.rows {
        case .all(let values): lambda = Packed(values)
        case .changes(let rows, let values):
            changedRows = Packed(rows)
            lambda = Packed(values)
        }
        eta = multipliers.count
        mu = multipliers.limits
    }

    func proofNode() throws -> ProofNode {
        switch node {
        case "fix":
            guard let multipliers, let closed, let opened else { break }
            return .fix(multipliers, closed: closed.numbers, opened: opened.numbers)
        case "branchOnSite":
            guard let site else { break }
            return .branchOnSite(site)
        case "branchOnCount":
            guard let sites, let most else { break }
            return .branchOnCount(sites: sites.numbers, most: most)
        case "leaf":
            guard let multipliers else { break }
            return .leaf(multipliers)
        case "infeasible":
            guard let limit else { break }
            return .infeasible(limit: limit)
        default: break
        }
        throw PlacementError("The certificate's proof has a node \"\(node)\" that is not whole: see `proof`.")
    }

    private var multipliers: ProofMultipliers? {
        guard let lambda, let eta, let mu else { return nil }
        let rows: ProofMultipliers.Rows =
            changedRows.map { .changes(rows: $0.numbers, values: lambda.numbers) } ?? .all(lambda.numbers)
        return ProofMultipliers(rows: rows, count: eta, limits: mu)
    }
}
