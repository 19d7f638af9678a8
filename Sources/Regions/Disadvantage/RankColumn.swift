internal import HubModel

/// Ranks from 1, the worst, as an index publishes them.
///
/// What is taken for ranks must behave as ranks: whole numbers, each no lower than the rows ranked before it leave room
/// for and no higher than the rows that share it or come before it. Deciles, scores and counts do not, and a test of
/// "the worst tenth" would pass them over in silence.
struct RankColumn {
    let column: StudyColumn
    /// "deprivation.csv"
    let file: String
    /// The share asked for, to say which decile would do.
    let fraction: ExactFraction

    /// - Parameters:
    ///   - values: all rows of the index, as the file writes them; text and blanks are not ranked.
    ///   - stated: areas ranked in all, where the file holds a part of the index; nil for all of them.
    /// - Returns: how many areas are ranked.
    /// - Throws: when the values are not ranks, or are a part of the index and its size is not stated.
    func rankedRows(_ values: [String], of stated: Int?) throws -> Int {
        let rows = values.indices.filter { PlainNumber.read(values[$0]) != nil }
        let ranks = rows.compactMap { PlainNumber.read(values[$0]) }
        guard !ranks.isEmpty else { throw failure("holds no ranks from 1 upwards. Check the column.") }
        for (row, rank) in zip(rows, ranks) where rank < 1 || rank > NumberColumn.most || rank != rank.rounded() {
            throw failure(
                "row \((row + 1).grouped) holds '\(values[row])', but a rank is a whole number from 1 upwards. "
                    + "Correct it, or test a score with `atLeast` or `atMost`.")
        }
        let most = ranks.max() ?? 1
        let ranked = stated ?? ranks.count
        guard most <= Double(ranked) else {
            let advice =
                stated == nil
                ? "it is a part of the index. State how many areas are ranked in all with `of`."
                : "more than the \(ranked.grouped) that `of` states. Correct one of them."
            throw failure(
                "ranks up to \(Int(nearest: most).grouped) but holds \(Wording.count(ranks.count, "row")): \(advice)")
        }
        try checkOrder(ranks.sorted(), ranked: ranked)
        return ranked
    }

    /// Rows that share a rank may carry the first, the last or any place among theirs; one place in a hundred is
    /// allowed for slips of the publisher.
    private func checkOrder(_ sorted: [Double], ranked: Int) throws {
        let slack = Double(sorted.count / 100)
        let beyond = Double(ranked - sorted.count)
        var start = 0
        while start < sorted.count {
            let rank = sorted[start]
            let end = sorted[start...].firstIndex { $0 != rank } ?? sorted.count
            guard Double(start + 1) <= rank + slack, rank <= Double(end) + beyond + slack else {
                throw fewValues(sorted)
            }
            start = end
        }
    }

    private func fewValues(_ ranks: [Double]) -> RegionError {
        let decile = (10 * fraction.numerator + fraction.denominator - 1) / fraction.denominator
        let share = (100 * Double(fraction.numerator) / Double(fraction.denominator)).plain
        return failure(
            "holds \(Wording.count(Set(ranks).count, "different number")) from \((ranks.min() ?? 1).plain) "
                + "to \((ranks.max() ?? 1).plain) in \(Wording.count(ranks.count, "row")), so it holds no "
                + "ranks that run from 1 to the number of areas. Name the column of ranks; if these are deciles, the "
                + "worst \(share) % are `atMost: \(decile)`.")
    }

    private func failure(_ sentence: String) -> RegionError {
        column.place.failure("the file '\(file)', column '\(column.text)': \(sentence)")
    }
}
