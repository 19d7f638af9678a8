/// Tests of index columns, area by area.
///
/// Bounds are inclusive. "The worst 10 %" of a rank, counted from 1 for the worst, takes ranks r with r / n ≤ 10 %,
/// n being all ranked rows of the table (not of the study, which may be a part of the nation). With n = 33,755 that is
/// ranks up to 3,375, which are also the areas that the published deciles put in decile 1: 3,376 / 33,755 is already
/// above 10 %. The comparison is in whole numbers, r · denominator ≤ n · numerator.
struct ThresholdTests {
    let tables: AreaTables

    /// Whether each area passes all tests.
    func passes(_ thresholds: [StudyThreshold]) throws -> [Bool] {
        var passing = Array(repeating: true, count: tables.frame.codes.count)
        for threshold in thresholds {
            for (area, passes) in try passes(threshold).enumerated() where !passes { passing[area] = false }
        }
        return passing
    }

    private func passes(_ threshold: StudyThreshold) throws -> [Bool] {
        let column = threshold.column
        let values = try tables.texts(column)
        switch threshold.test {
        case .equals(let wanted): return values.map { $0 == wanted }
        case .atMost(let bound): return try numbers(values, of: column).map { $0 <= bound }
        case .atLeast(let bound): return try numbers(values, of: column).map { $0 >= bound }
        case .worst(let fraction, let stated):
            let ranked = try stated ?? rankedRows(column)
            return try numbers(values, of: column).map { rank in
                rank * Double(fraction.denominator) <= Double(ranked) * Double(fraction.numerator)
            }
        }
    }

    private func numbers(_ values: [String], of column: StudyColumn) throws -> [Double] {
        let codes = tables.frame.codes
        let bad = values.indices.filter { PlainNumber.read(values[$0]) == nil }
        guard bad.isEmpty else {
            let list = bad.map { "\(codes[$0]): '\(values[$0])'" }
            throw column.place.failure(
                "\(Wording.count(bad.count, "area")) "
                    + "\(Wording.verb(bad.count, "has", "have")) no number in '\(column.text)' "
                    + "(\(Wording.firstFive(list))). "
                    + "Complete them, or leave those areas out with `where`.")
        }
        return values.compactMap { PlainNumber.read($0) }
    }

    /// Rows of the index that have a rank.
    /// - Throws: when the ranks run beyond their number, so that the table can only be a part of the index.
    private func rankedRows(_ column: StudyColumn) throws -> Int {
        let all: [String]
        if let (table, name) = column.inTable(among: tables.study.tables) {
            all = try tables.keyedTable(table).layer.texts(name, at: column.place)
        } else {
            all = try tables.frame.layer.texts(column.text, at: column.place)
        }
        let ranks = all.compactMap { PlainNumber.read($0) }
        guard let most = ranks.max(), let least = ranks.min(), least >= 1 else {
            throw column.place.failure("'\(column.text)' holds no ranks from 1 upwards.")
        }
        guard most <= Double(ranks.count) else {
            throw column.place.failure(
                "'\(column.text)' ranks up to \(Wording.grouped(Int(most))) but holds "
                    + "\(Wording.count(ranks.count, "row")): "
                    + "it is a part of the index. State how many areas are ranked in all with `of`.")
        }
        return ranks.count
    }
}
