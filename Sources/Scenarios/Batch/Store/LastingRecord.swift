/// An answer without what depends on the answer before it: what it began from, and what moved since.
struct LastingRecord: Encodable {
    private let record: JobRecord

    init(_ record: JobRecord) {
        self.record = record
    }

    private enum Key: String, CodingKey {
        case job, digest, question, study, outcome, objective, bound, gap, stop, services, calm, wasCut
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(record.job, forKey: .job)
        try container.encode(record.digest, forKey: .digest)
        try container.encode(record.question, forKey: .question)
        try container.encode(record.study, forKey: .study)
        try container.encode(record.outcome, forKey: .outcome)
        try container.encode(record.objective, forKey: .objective)
        try container.encodeIfPresent(record.bound, forKey: .bound)
        try container.encodeIfPresent(record.gap, forKey: .gap)
        try container.encode(record.stop, forKey: .stop)
        try container.encode(record.services, forKey: .services)
        try container.encodeIfPresent(record.calm, forKey: .calm)
        try container.encode(record.wasCut, forKey: .wasCut)
    }
}
