internal import HubModel

/// Whether the parts of a certificate fit each other and every sum stays within whole numbers of 64 bits, so that what
/// follows can index and add without asking again.
enum CertificateShape {
    /// Σ of the largest contributions times the scale must not pass this.
    static let largestTotal = Int128(1) << 62

    /// - Returns: a sentence saying what is wrong first; nil when all is well.
    static func fault(in certificate: Certificate) -> String? {
        let sites = certificate.sites.count
        guard sites > 0, certificate.count > 0, certificate.count <= sites, certificate.scale > 0 else {
            return
                "it opens \(certificate.count) of \(sites) sites at the scale \(certificate.scale), which makes no sense"
        }
        guard certificate.weights.count % 2 == 0, certificate.weights.allSatisfy({ $0 >= 0 }) else {
            return "its weights are not two an area, none below 0"
        }
        guard Set(certificate.sites).count == sites else { return "two of its sites share an id" }
        let lists =
            [certificate.lockedIn, certificate.lockedOut, certificate.plan] + certificate.limits.map(\.sites)
        guard lists.allSatisfy({ isList($0, of: sites) }) else {
            return "a list of its sites is not ascending, or names a site that it does not have"
        }
        guard certificate.limits.allSatisfy({ $0.most <= certificate.count && $0.least >= 0 }) else {
            return "a limit's floor is below 0, or its cap above the count"
        }
        if certificate.beyond != nil {
            guard case .reach = certificate.burden else { return "it speaks of a limit that its burden does not have" }
        }
        if let fault = fault(inBurden: certificate.burden) { return fault }
        guard let longest = longest(certificate) else { return "its costs do not fit its areas and sites" }
        let most = certificate.weights.reduce(Int128(0)) { $0 + Int128($1) }
        // Multipliers are those of the costs that the proof speaks about.
        let scale = certificate.beyond == nil ? certificate.scale : 1
        guard Int128(certificate.burden(longest)) >= 0, most < 1 << 62,
            most * Int128(certificate.burden(longest)) * Int128(scale) <= largestTotal
        else { return "its sums pass whole numbers of 64 bits" }
        return certificate.beyond == nil ? nil : fault(in: certificate.proved)
    }

    static func isList(_ list: [UInt32], of sites: Int) -> Bool {
        zip(list, list.dropFirst()).allSatisfy { $0 < $1 } && list.last.map { Int($0) < sites } ?? true
    }

    private static func fault(inBurden burden: BurdenFunction) -> String? {
        switch burden {
        case .mean: return nil
        case .reach(let limit, let step):
            return (0...1 << 61).contains(step) && limit < .max ? nil : "its burden falls as journeys get longer"
        case .steps(let thresholds, let values):
            let rises = zip(thresholds, thresholds.dropFirst()).allSatisfy { $0 < $1 }
            let grows = zip(values, values.dropFirst()).allSatisfy { $0 <= $1 } && values.first ?? 0 >= 0
            return thresholds.count == values.count && rises && grows ? nil : "its burden falls as journeys get longer"
        }
    }

    /// Minutes that no pair exceeds; nil when the costs have not the right size or are no costs.
    static func longest(_ certificate: Certificate) -> TenthMinutes? {
        let (areas, sites) = (certificate.weights.count / 2, certificate.sites.count)
        switch certificate.costs {
        case .matrix(let withoutCar, let withCar):
            guard withoutCar.count == areas * sites, withCar.map({ $0.count == areas * sites }) ?? true else {
                return nil
            }
            return max(withoutCar.max() ?? 0, withCar?.max() ?? 0)
        case .distances(let costs):
            guard costs.areas.count == areas, costs.sites.count == sites, costs.classOf.count == areas,
                costs.classOf.allSatisfy({ Int($0) < costs.classes.count }), areOnMap(costs.areas + costs.sites)
            else { return nil }
            let tables = costs.classes.flatMap { [$0.withoutCar, $0.withCar] }
            // Non-decreasing for both kinds, so one site is nearest for both.
            guard tables.allSatisfy({ isRising($0) && $0.count < 1 << 24 }) else { return nil }
            return TenthMinutes(tables.map(\.count).max() ?? 0)
        case .metric(let costs):
            guard costs.areas.count == areas, costs.sites.count == sites, areOnMap(costs.areas + costs.sites) else {
                return nil
            }
            let points = costs.areas + costs.sites
            let (xs, ys) = (points.map(\.x), points.map(\.y))
            let width = (xs.max() ?? 0) - (xs.min() ?? 0)
            let height = (ys.max() ?? 0) - (ys.min() ?? 0)
            return TenthMinutes((width + height).rounded(.up) + 1)
        case .sparse(let costs): return longest(costs, areas: areas, sites: sites)
        }
    }

    private static func longest(_ costs: SparseCosts, areas: Int, sites: Int) -> TenthMinutes? {
        let starts = costs.starts
        guard costs.counts.count == areas, starts.last == costs.sites.count,
            costs.withoutCar.count == costs.sites.count, costs.withCar.map({ $0.count == costs.sites.count }) ?? true,
            (0..<areas).allSatisfy({ isList(Array(costs.sites[starts[$0]..<starts[$0 + 1]]), of: sites) }),
            [costs.withoutCar, costs.withCar ?? []].allSatisfy({ $0.allSatisfy { $0 <= costs.longest } })
        else { return nil }
        return costs.longest
    }

    private static func areOnMap(_ points: [Point]) -> Bool {
        points.allSatisfy { abs($0.x) <= 1e8 && abs($0.y) <= 1e8 }
    }

    private static func isRising(_ table: [Double]) -> Bool {
        table.allSatisfy(\.isFinite) && zip(table, table.dropFirst()).allSatisfy { $0 <= $1 }
    }
}
