package import Foundation
internal import HubModel

/// `certificate.json`: one certificate a service, long lists as base64 of little-endian numbers.
package struct CertificateDocument: Sendable {
    package static let schema = "hubplan-certificate/1"

    /// A certificate and the digest that its file gives.
    package struct Entry: Sendable {
        package var certificate: Certificate
        package var digest: String
    }

    package var entries: [Entry]

    /// Every certificate with its own digest.
    package init(_ certificates: [Certificate]) {
        entries = certificates.map { Entry(certificate: $0, digest: CertificateDigest.whole($0)) }
    }

    /// - Throws: `PlacementError` saying what in the file is no certificate.
    package init(data: Data) throws {
        let file: CertificateFile
        do {
            file = try JSONDecoder().decode(CertificateFile.self, from: data)
        } catch {
            throw PlacementError(
                "The certificate cannot be read as one of hubplan (\(Self.schema)): \(Self.reason(error)). "
                    + "Take it from the run folder as it was written.")
        }
        guard file.schema == Self.schema else {
            throw PlacementError(
                "The certificate has the schema \(file.schema), and this hubplan reads \(Self.schema).")
        }
        entries = try file.services.map { Entry(certificate: try $0.certificate(), digest: $0.digest) }
    }

    /// The same certificates give the same bytes.
    package func data() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let file = CertificateFile(
            schema: Self.schema, services: entries.map { ServiceEntry($0.certificate, digest: $0.digest) })
        return try encoder.encode(file)
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "the member \(key.stringValue) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            "\(context.codingPath.map(\.stringValue).joined(separator: ".")) is not what it should be"
        default: "it is not JSON"
        }
    }
}

struct CertificateFile: Codable {
    var schema: String
    var services: [ServiceEntry]
}

/// One service in the file.
struct ServiceEntry: Codable {
    struct Burden: Codable {
        var kind: String
        /// Tenths of a minute.
        var limit: TenthMinutes?
        var step: Int64?
        var thresholds: [TenthMinutes]?
        var values: [Int64]?
    }

    struct Limit: Codable {
        var title: String
        var sites: Packed<UInt32>
        var least: Int
        var most: Int
    }

    var service: String
    var digest: String
    var questionDigest: String
    var sites: [String]
    var costs: CostsEntry
    var weights: Packed<Int64>
    var burden: Burden
    var count: Int
    var lockedIn: Packed<UInt32>
    var lockedOut: Packed<UInt32>
    var limits: [Limit]
    /// Site numbers; `sites` gives their ids.
    var plan: [UInt32]
    var objective: Int64
    var bound: Int64
    /// When the proof is of the weight beyond the limit alone.
    var beyond: Int64?
    var note: String?
    var scale: Int64
    var proof: [NodeEntry]

    init(_ certificate: Certificate, digest: String) {
        service = certificate.service
        self.digest = digest
        questionDigest = CertificateDigest.question(certificate)
        sites = certificate.sites
        costs = CostsEntry(certificate.costs)
        weights = Packed(certificate.weights)
        burden = Burden(certificate.burden)
        count = certificate.count
        lockedIn = Packed(certificate.lockedIn)
        lockedOut = Packed(certificate.lockedOut)
        limits = certificate.limits.map {
            Limit(title: $0.title, sites: Packed($0.sites), least: $0.least, most: $0.most)
        }
        plan = certificate.plan
        objective = certificate.objective
        bound = certificate.bound
        beyond = certificate.beyond
        note = certificate.note
        scale = certificate.scale
        proof = certificate.proof.map(NodeEntry.init)
    }

    func certificate() throws -> Certificate {
        Certificate(
            service: service, sites: sites, costs: try costs.specification(), weights: weights.numbers,
            burden: try burden.function(), count: count, lockedIn: lockedIn.numbers, lockedOut: lockedOut.numbers,
            limits: limits.map {
                SiteLimit(title: $0.title, sites: $0.sites.numbers, least: $0.least, most: $0.most)
            },
            plan: plan, objective: objective, bound: bound, beyond: beyond, note: note, scale: scale,
            proof: try proof.map { try $0.proofNode() })
    }
}

extension ServiceEntry.Burden {
    init(_ burden: BurdenFunction) {
        switch burden {
        case .mean: self.init(kind: "mean")
        case .reach(let limit, let step): self.init(kind: "reach", limit: limit, step: step)
        case .steps(let thresholds, let values): self.init(kind: "steps", thresholds: thresholds, values: values)
        }
    }

    fileprivate func function() throws -> BurdenFunction {
        switch (kind, limit, step, thresholds, values) {
        case ("mean", _, _, _, _): return .mean
        case ("reach", let limit?, let step?, _, _): return .reach(limit: limit, step: step)
        case ("steps", _, _, let thresholds?, let values?): return .steps(thresholds: thresholds, values: values)
        default: throw PlacementError("The certificate has a burden \"\(kind)\" that is not whole: see `burden`.")
        }
    }
}

/// A list of numbers as base64 of little-endian bytes.
struct Packed<Number: FixedWidthInteger & Sendable>: Codable, Sendable {
    var numbers: [Number]

    init(_ numbers: [Number]) { self.numbers = numbers }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let numbers = PackedNumbers.numbers(try container.decode(Data.self), of: Number.self) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a whole number of numbers")
        }
        self.numbers = numbers
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(PackedNumbers.data(numbers))
    }
}
