internal import HubModel
package import HubPlan
internal import Placement
internal import Reports

/// Mean travel against reach, with the ways of telling it.
package struct TradeAnswer: Sendable {
    /// Solves between the two ends at most: more than a picture can tell apart.
    private static let most = 12

    private let record: TradeRecord

    /// - Parameters:
    ///   - run: the question; its own objective is set aside.
    ///   - service: id of a service; nil for the first.
    ///   - series: limits of the solves.
    /// - Throws: a `MendableError` where there is no such service, or sums are too large for whole numbers.
    package init(_ run: StudyRun, service: String?, in series: SolveSeries) throws {
        let one = try OneService(run, id: service)
        // With the larger objective the sums are known to fit.
        var settled = try one.problem { $0.objective = .reach }
        settled = try Attainable(settled).resolved()?.services.first ?? settled
        let limit = one.service.reachLimit
        let answer = try TradeCurve(service: settled, limit: limit, most: Self.most).solve(in: series)
        let weight = settled.weights.reduce(0, +)
        let unit = 10 * Double(max(1, weight))
        record = TradeRecord(
            study: run.identity, version: Version.current, region: run.region, quality: run.quality,
            service: one.request.service,
            points: try answer.points.map { point in
                TradeRecord.Point(
                    hubs: one.regionSites(point.open), within: Double(weight - point.beyond),
                    minutes: Double(point.tenths) / unit, everyone: try one.figures(of: point.open).everyone)
            },
            lines: answer.lines.map { line in
                TradeRecord.Line(
                    intercept: (Double(line.bound) - Double(line.price) * Double(weight)) / unit,
                    slope: Double(line.price) / unit)
            },
            mostWithin: Double(weight - answer.leastBeyond), clash: answer.clash,
            remarks: [one.aside].compactMap { $0 }, stop: series.stop, stoppedAt: series.stoppedAt,
            solves: series.solves,
            work: series.work)
    }

    /// Writes page, picture and tables, whole or not at all; nothing where no plan can be had.
    package func write(to folder: String) throws {
        if record.clash == nil { try TradeFolder.write(record, to: folder) }
    }

    /// For other programs.
    package var json: String { record.json }

    package var verdict: SeriesVerdict {
        record.clash != nil ? .infeasible : record.stop == nil ? .answered : .stoppedShort
    }

    /// In plain words, for a terminal.
    package func summary(folder: String) -> String {
        var lines = TradeFolder.lines(record)
        if record.stop != nil { lines.append("Stopped before its end: what is known is told.") }
        if record.clash == nil {
            lines += ["", "Page    \(folder)/frontier.html", "Picture \(folder)/frontier.svg"]
        }
        return lines.joined(separator: "\n")
    }
}
