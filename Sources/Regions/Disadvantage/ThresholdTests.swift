internal import HubModel

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
        try evidence(threshold).passes
    }

    /// A test with its values, area by area.
    func evidence(_ threshold: StudyThreshold) throws -> ThresholdEvidence {
        let column = threshold.column
        let values = try tables.texts(column)
        let bound: ThresholdEvidence.Bound
        let passes: [Bool]
        var ranked: Int?
        switch threshold.test {
        case .equals(let wanted):
            bound = .equals(wanted)
            passes = values.map { $0 == wanted }
        case .atMost(let most):
            bound = .atMost(most)
            passes = try numbers(values, of: column).map { $0 <= most }
        case .atLeast(let least):
            bound = .atLeast(least)
            passes = try numbers(values, of: column).map { $0 >= least }
        case .worst(let fraction, let stated):
            let rows = try rankedRows(column, fraction, of: stated)
            ranked = rows
            bound = .atMost(Double(rows * fraction.numerator / fraction.denominator))
            passes = try numbers(values, of: column).map { rank in
                rank * Double(fraction.denominator) <= Double(rows) * Double(fraction.numerator)
            }
        }
        return ThresholdEvidence(
            column: column.text, file: source(of: column).file, bound: bound, ranked: ranked, words: threshold.words,
            values: values, passes: passes)
    }

    private func source(of column: StudyColumn) -> StudySource {
        column.inTable(among: tables.study.tables)?.table.source ?? tables.study.areas.source
    }

    private func numbers(_ values: [String], of column: StudyColumn) throws -> [Double] {
        let codes = tables.frame.codes
        let bad = values.indices.filter { PlainNumber.read(values[$0]) == nil }
        guard bad.isEmpty else {
            let list = bad.map { "\(codes[$0]): '\(values[$0])'" }
            throw column.place.failure(
                "\(Wording.count(bad.count, "area")) "
                    + "\(Wording.verb(bad.count, "has", "have")) no number in '\(column.text)' of '\(source(of: column).file)' "
                    + "(\(Wording.firstFive(list))). "
                    + "Complete them, or leave those areas out with `where`.")
        }
        let numbers = values.compactMap { PlainNumber.read($0) }
        if let (range, kind) = Self.range(of: column),
            let wrong = numbers.indices.first(where: {
                !range.contains(numbers[$0]) || numbers[$0] != numbers[$0].rounded()
            })
        {
            throw column.place.failure(
                "area \(codes[wrong]) has '\(values[wrong])' in '\(column.text)', but \(kind). Correct it, or leave the "
                    + "area out with `where`.")
        }
        warnOfNearDeciles(numbers, of: column)
        return numbers
    }

    /// A column that holds all of 1 to 10 and 0 or 11 besides may be a score, or deciles with a slip.
    private func warnOfNearDeciles(_ numbers: [Double], of column: StudyColumn) {
        let values = Set(numbers)
        let deciles = Set((1...10).map(Double.init))
        let others = values.subtracting(deciles).sorted()
        guard values.isSuperset(of: deciles), !others.isEmpty, Set([0, 11]).isSuperset(of: others) else { return }
        let list = others.map { other in
            "\(other.plain) in \(Wording.count(numbers.count { $0 == other }, "area"))"
        }
        tables.warnOnce(
            "Column '\(column.text)' holds all numbers from 1 to 10, and \(list.joined(separator: " and ")). If these are "
                + "deciles, correct them: deciles run from 1 to 10.")
    }

    /// What a column may hold by its name.
    private static func range(of column: StudyColumn) -> (ClosedRange<Double>, String)? {
        let words = column.text.lowercased().split { !$0.isLetter }
        if words.contains(where: { $0 == "decile" || $0 == "deciles" }) {
            return (1...10, "deciles are whole numbers from 1 to 10")
        }
        if words.contains(where: { $0 == "rank" || $0 == "ranks" }) {
            return (1...NumberColumn.most, "ranks are whole numbers from 1 upwards")
        }
        return nil
    }

    /// How many areas the index ranks.
    private func rankedRows(_ column: StudyColumn, _ fraction: ExactFraction, of stated: Int?) throws -> Int {
        let values =
            if let (table, name) = column.inTable(among: tables.study.tables) {
                try tables.keyedTable(table).layer.texts(name, at: column.place)
            } else {
                try tables.frame.layer.texts(column.text, at: column.place)
            }
        return try RankColumn(column: column, file: source(of: column).file, fraction: fraction)
            .rankedRows(values, of: stated)
    }
}
