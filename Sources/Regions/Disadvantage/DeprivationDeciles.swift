/// Tenths of deprivation, for tables of who gains and who loses.
extension RuleBuilder {
    /// The tenth that each area is in, 1 the most deprived, by the first test of `deprived`: its own deciles, or its ranks
    /// in ten parts. nil where that test has neither.
    func deprivationDeciles() throws -> [UInt8]? {
        guard let test = study.deprived?.thresholds.first else { return nil }
        let evidence = try thresholds.evidence(test)
        let numbers = evidence.values.map { PlainNumber.read($0) ?? 0 }
        guard numbers.allSatisfy({ $0 >= 1 && $0 == $0.rounded() }) else { return nil }
        if numbers.allSatisfy({ $0 <= 10 }) { return numbers.map { UInt8($0) } }
        guard let ranked = evidence.ranked, numbers.allSatisfy({ $0 <= Double(ranked) }) else { return nil }
        return numbers.map { UInt8(min(10, (Int($0) * 10 + ranked - 1) / ranked)) }
    }
}
