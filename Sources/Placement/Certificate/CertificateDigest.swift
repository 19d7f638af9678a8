internal import Digests
internal import Foundation
internal import HubModel

/// SHA-256 over a canonical byte string of a certificate: the same whatever its file looks like.
///
/// Numbers are little-endian. `i8`, `u16`, `i64` and `f64` (IEEE 754) stand for themselves; a text is its UTF-8 bytes after
/// their number, a list its items after their number, both numbers `i64`; site and row numbers in lists are `u32`.
///
///     question  "hubplan-certificate/1" service  list(text) sites
///               costs: i8 0, list(u32) without car, i8 1 list(u32) with car | i8 0          for a matrix
///                      i8 1, list(f64) x y of areas, of sites, list(i8) class of area,
///                            i64 classes, for each list(f64) without car, with car          for distance tables
///                      i8 2, list(f64) x y of areas, of sites, text "down" | "nearest"      for straight lines
///                      i8 3, i64 longest, list(u32) pairs of each area, list(u32) sites, list(u16) without car,
///                            i8 1 list(u16) with car | i8 0                                  for a sparse table
///               list(i64) weights
///               burden: i8 0 | i8 1 i64 limit i64 step | i8 2 list(i64) thresholds list(i64) values
///               i64 count  list(u32) locked in, locked out
///               i64 limits, for each: text title, list(u32) sites, i64 least, i64 most
///     whole     question, list(u32) plan, i64 objective, i64 bound, i8 0 | i8 1 i64 beyond, text note ("" for none), i64 scale,
///               i64 nodes, for each:
///                      i8 0 multipliers list(u32) closed, opened    fix
///                      i8 1 i64 site                                branch on a site
///                      i8 2 list(u32) sites, i64 most               branch on a count
///                      i8 3 multipliers                             leaf
///                      i8 4 i64 limit                               infeasible
///               multipliers: i8 0 list(i64) rows | i8 1 list(u32) rows list(i64) values; i64 count; list(i64) limits
package enum CertificateDigest {
    /// Of the question alone: two certificates that share it speak about the same costs and rules.
    package static func question(_ certificate: Certificate) -> String {
        var bytes = CanonicalBytes()
        bytes.appendQuestion(certificate)
        return SHA256.digest(of: bytes.data)
    }

    /// Of everything.
    package static func whole(_ certificate: Certificate) -> String {
        var bytes = CanonicalBytes()
        bytes.appendQuestion(certificate)
        bytes.appendAnswer(certificate)
        return SHA256.digest(of: bytes.data)
    }
}

private struct CanonicalBytes {
    private(set) var data = Data()

    mutating func appendQuestion(_ certificate: Certificate) {
        append("hubplan-certificate/1")
        append(certificate.service)
        append(whole: certificate.sites.count)
        for site in certificate.sites { append(site) }
        append(certificate.costs)
        append(list: certificate.weights)
        switch certificate.burden {
        case .mean: append(kind: 0)
        case .reach(let limit, let step):
            append(kind: 1)
            append(whole: Int(limit))
            append(whole: Int(step))
        case .steps(let thresholds, let values):
            append(kind: 2)
            append(list: thresholds.map { Int64($0) })
            append(list: values)
        }
        append(whole: certificate.count)
        append(list: certificate.lockedIn)
        append(list: certificate.lockedOut)
        append(whole: certificate.limits.count)
        for limit in certificate.limits {
            append(limit.title)
            append(list: limit.sites)
            append(whole: limit.least)
            append(whole: limit.most)
        }
    }

    mutating func appendAnswer(_ certificate: Certificate) {
        append(list: certificate.plan)
        append(whole: Int(certificate.objective))
        append(whole: Int(certificate.bound))
        append(kind: certificate.beyond == nil ? 0 : 1)
        if let beyond = certificate.beyond { append(whole: Int(beyond)) }
        append(certificate.note ?? "")
        append(whole: Int(certificate.scale))
        append(whole: certificate.proof.count)
        for node in certificate.proof { append(node) }
    }

    private mutating func append(_ costs: CostSpecification) {
        switch costs {
        case .matrix(let withoutCar, let withCar):
            append(kind: 0)
            append(list: withoutCar)
            append(kind: withCar == nil ? 0 : 1)
            if let withCar { append(list: withCar) }
        case .distances(let costs):
            append(kind: 1)
            append(costs.areas)
            append(costs.sites)
            append(list: costs.classOf)
            append(whole: costs.classes.count)
            for table in costs.classes {
                append(list: table.withoutCar.map(\.bitPattern))
                append(list: table.withCar.map(\.bitPattern))
            }
        case .metric(let costs):
            append(kind: 2)
            append(costs.areas)
            append(costs.sites)
            append(costs.rounding.rawValue)
        case .sparse(let costs):
            append(kind: 3)
            append(whole: Int(costs.longest))
            append(list: costs.counts)
            append(list: costs.sites)
            append(list: costs.withoutCar)
            append(kind: costs.withCar == nil ? 0 : 1)
            if let withCar = costs.withCar { append(list: withCar) }
        }
    }

    private mutating func append(_ node: ProofNode) {
        switch node {
        case .fix(let multipliers, let closed, let opened):
            append(kind: 0)
            append(multipliers)
            append(list: closed)
            append(list: opened)
        case .branchOnSite(let site):
            append(kind: 1)
            append(whole: Int(site))
        case .branchOnCount(let sites, let most):
            append(kind: 2)
            append(list: sites)
            append(whole: most)
        case .leaf(let multipliers):
            append(kind: 3)
            append(multipliers)
        case .infeasible(let limit):
            append(kind: 4)
            append(whole: limit)
        }
    }

    private mutating func append(_ multipliers: ProofMultipliers) {
        switch multipliers.rows {
        case .all(let values):
            append(kind: 0)
            append(list: values)
        case .changes(let rows, let values):
            append(kind: 1)
            append(list: rows)
            append(list: values)
        }
        append(whole: Int(multipliers.count))
        append(list: multipliers.limits)
    }

    private mutating func append(_ points: [Point]) {
        append(list: points.flatMap { [$0.x.bitPattern, $0.y.bitPattern] })
    }

    private mutating func append(kind: UInt8) { data.append(kind) }

    private mutating func append(whole: Int) {
        withUnsafeBytes(of: Int64(whole).littleEndian) { data.append(contentsOf: $0) }
    }

    private mutating func append(_ text: String) {
        append(whole: text.utf8.count)
        data.append(contentsOf: text.utf8)
    }

    private mutating func append(list: [some FixedWidthInteger]) {
        append(whole: list.count)
        data.append(PackedNumbers.data(list))
    }
}
