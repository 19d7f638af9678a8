import HubModel
import HubPlanTestSupport

@testable import Placement

/// Random edits of a certificate, and what is true of one whatever it says.
enum CertificateFuzz {
    /// Whether the plan keeps the rules, costs what is said, and no plan costs less than the bound; nil where the parts do
    /// not fit each other, so that there is nothing to be right about.
    static func isTrue(_ certificate: Certificate) -> Bool? {
        guard CertificateShape.fault(in: certificate) == nil, let service = service(of: certificate) else { return nil }
        guard BruteForce.keeps(certificate.plan, service), let best = BruteForce.best(of: service) else { return false }
        guard certificate.beyond ?? .min <= leastBeyond(certificate, service) else { return false }
        return BruteForce.cost(of: certificate.plan, in: service) == certificate.objective
            && certificate.bound <= best.objective
    }

    /// The least weight that any plan leaves beyond the limit of a reach burden.
    private static func leastBeyond(_ certificate: Certificate, _ service: ServiceProblem) -> Int64 {
        guard case .reach(let limit, _) = certificate.burden else { return .max }
        var beyond = service
        beyond.burden = .steps(thresholds: [limit + 1], values: [1])
        return BruteForce.best(of: beyond)?.objective ?? .max
    }

    /// The question of a certificate as a problem; nil without a matrix.
    static func service(of certificate: Certificate) -> ServiceProblem? {
        guard case .matrix(let withoutCar, let withCar) = certificate.costs else { return nil }
        let sites = certificate.sites.count
        return ServiceProblem(
            id: certificate.service, siteIndices: Array(0..<UInt32(sites)), siteNames: certificate.sites,
            travel: TravelMatrix(
                areaCount: certificate.weights.count / 2, siteCount: sites, withoutCar: withoutCar, withCar: withCar),
            weights: certificate.weights, burden: certificate.burden, count: certificate.count,
            lockedIn: certificate.lockedIn, lockedOut: certificate.lockedOut, limits: certificate.limits)
    }

    static func edit(_ certificate: inout Certificate, using numbers: inout SeededNumbers) {
        let edits = [editAnswer, editPlan, editCosts, editPeople, editRules, editProof, editProof, editMultipliers]
        edits[Int.random(in: 0..<edits.count, using: &numbers)](&certificate, &numbers)
    }

    private static func editAnswer(_ certificate: inout Certificate, _ numbers: inout SeededNumbers) {
        let change = Int64.random(in: -3...3, using: &numbers)
        switch Int.random(in: 0..<6, using: &numbers) {
        case 0: certificate.bound += change
        case 1: certificate.bound = certificate.objective + change
        case 2: certificate.objective += change
        case 3: certificate.beyond = certificate.beyond.map { $0 + change } ?? change
        case 4: certificate.beyond = nil
        default: certificate.scale = [1, 2, 1024, 4096, 0, -1, .max].randomElement(using: &numbers) ?? 1
        }
    }

    private static func editPlan(_ certificate: inout Certificate, _ numbers: inout SeededNumbers) {
        let sites = Array(0..<UInt32(certificate.sites.count)).shuffled(using: &numbers)
        certificate.plan = sites.prefix(certificate.count).sorted()
        guard Bool.random(using: &numbers), CertificateShape.fault(in: certificate) == nil,
            !certificate.plan.isEmpty
        else { return }
        // With its true cost, and as if it were the best.
        let cost = CertificateCosts(certificate).objective(of: certificate.plan, weights: certificate.weights)
        certificate.objective = Int64(clamping: cost)
        if Bool.random(using: &numbers) { certificate.bound = certificate.objective }
    }

    private static func editCosts(_ certificate: inout Certificate, _ numbers: inout SeededNumbers) {
        guard case .matrix(var withoutCar, var withCar) = certificate.costs, !withoutCar.isEmpty else { return }
        let pair = Int.random(in: 0..<withoutCar.count, using: &numbers)
        let some: [TenthMinutes] = [0, 1, withoutCar[pair] / 2, withoutCar[pair] + 9]
        let minutes = some.randomElement(using: &numbers) ?? 0
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: withoutCar[pair] = minutes
        case 1:
            withCar = withCar ?? withoutCar
            withCar?[pair] = minutes
        default: withCar = nil
        }
        certificate.costs = .matrix(withoutCar: withoutCar, withCar: withCar)
    }

    private static func editPeople(_ certificate: inout Certificate, _ numbers: inout SeededNumbers) {
        let point = Int.random(in: 0..<certificate.weights.count, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: certificate.weights[point] /= 2
        case 1: certificate.weights[point] = 0
        case 2: certificate.weights[point] += .random(in: -1...5, using: &numbers)
        default:
            certificate.burden =
                [
                    .mean, .reach(limit: .random(in: 0...50, using: &numbers), step: 3),
                    .steps(thresholds: [1, 9], values: [1, 2]),
                ].randomElement(using: &numbers) ?? .mean
        }
    }

    private static func editRules(_ certificate: inout Certificate, _ numbers: inout SeededNumbers) {
        let site = UInt32.random(in: 0..<UInt32(certificate.sites.count), using: &numbers)
        switch Int.random(in: 0..<6, using: &numbers) {
        case 0: certificate.lockedOut = []
        case 1: certificate.lockedIn = []
        case 2: certificate.lockedIn = [site]
        case 3: certificate.count += [-1, 1].randomElement(using: &numbers) ?? 1
        default:
            guard let limit = certificate.limits.indices.randomElement(using: &numbers) else { return }
            switch Int.random(in: 0..<4, using: &numbers) {
            case 0: certificate.limits[limit].least += Int.random(in: -1...1, using: &numbers)
            case 1: certificate.limits[limit].most += .random(in: -1...1, using: &numbers)
            case 2:
                let sites = Set(certificate.limits[limit].sites).symmetricDifference([site])
                certificate.limits[limit].sites = sites.sorted()
            default: certificate.limits.remove(at: limit)
            }
        }
    }

    private static func editProof(_ certificate: inout Certificate, _ numbers: inout SeededNumbers) {
        guard let node = certificate.proof.indices.randomElement(using: &numbers) else { return }
        let site = UInt32.random(in: 0...UInt32(certificate.sites.count), using: &numbers)
        switch (Int.random(in: 0..<7, using: &numbers), certificate.proof[node]) {
        case (0, _): certificate.proof.remove(at: node)
        case (1, _): certificate.proof[node] = .infeasible(limit: .random(in: -2...4, using: &numbers))
        case (2, let old): certificate.proof.insert(old, at: node)
        case (3, _): certificate.proof[node] = .branchOnSite(site)
        case (4, let old):
            certificate.proof.replaceSubrange(node...node, with: [.branchOnSite(site), old, old])
        case (5, let old):
            let sites = RandomProblem.subset(of: certificate.sites.count, using: &numbers)
            let most = Int.random(in: -1...certificate.count, using: &numbers)
            certificate.proof.replaceSubrange(node...node, with: [.branchOnCount(sites: sites, most: most), old, old])
        case (_, .fix(let multipliers, let closed, let opened)):
            let more = Bool.random(using: &numbers)
            certificate.proof[node] = .fix(
                multipliers, closed: more ? closed + [site] : Array(closed.dropFirst()),
                opened: more ? opened : opened + [site])
        case (_, .leaf(let multipliers)):
            certificate.proof.insert(.fix(multipliers, closed: [site], opened: []), at: node)
        default: certificate.proof.append(.infeasible(limit: 0))
        }
    }

    private static func editMultipliers(_ certificate: inout Certificate, _ numbers: inout SeededNumbers) {
        guard let node = certificate.proof.indices.randomElement(using: &numbers) else { return }
        switch certificate.proof[node] {
        case .fix(let multipliers, let closed, let opened):
            certificate.proof[node] = .fix(edited(multipliers, &numbers), closed: closed, opened: opened)
        case .leaf(let multipliers): certificate.proof[node] = .leaf(edited(multipliers, &numbers))
        case .branchOnSite, .branchOnCount, .infeasible: return
        }
    }

    /// Numbers near those that were there, and numbers at the ends of 64 bits.
    private static func edited(
        _ multipliers: ProofMultipliers, _ numbers: inout SeededNumbers
    ) -> ProofMultipliers {
        func other(_ value: Int64) -> Int64 {
            let near = Int64.random(in: -4000...4000, using: &numbers)
            return [value &+ near, value &+ near, 0, -value, .max, .min].randomElement(using: &numbers) ?? 0
        }
        var edited = multipliers
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: edited.count = other(edited.count == .min ? 0 : edited.count)
        case 1:
            guard let limit = edited.limits.indices.randomElement(using: &numbers) else { return edited }
            edited.limits[limit] = other(edited.limits[limit] == .min ? 0 : edited.limits[limit])
        default:
            switch edited.rows {
            case .all(var values):
                guard let row = values.indices.randomElement(using: &numbers) else { return edited }
                values[row] = other(values[row] == .min ? 0 : values[row])
                edited.rows = .all(values)
            case .changes(var rows, var values):
                guard let place = values.indices.randomElement(using: &numbers) else { return edited }
                values[place] = other(values[place] == .min ? 0 : values[place])
                if Int.random(in: 0..<4, using: &numbers) == 0 { rows[place] &+= 1 }
                edited.rows = .changes(rows: rows, values: values)
            }
        }
        return edited
    }
}
